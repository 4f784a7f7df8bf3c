from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.mathematics.aligned import plain
from generator.mathematics.meant import meant

SNIPPETS = json.loads((Path(__file__).parents[1] / "viewers" / "snippets.json").read_text("utf-8"))


def found(text: str) -> list[tuple[str, bool]]:
    return [(formula.tex, formula.display) for formula in meant(text)]


@pytest.mark.parametrize("snippet", SNIPPETS, ids=lambda snippet: snippet["id"])
def test_what_an_author_meant_is_found_however_it_is_written(snippet: dict[str, Any]) -> None:
    wanted = [(plain(one["tex"]), one["display"]) for one in snippet["expressions"]]
    assert [(plain(tex), display) for tex, display in found(snippet["markdown"])] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "가격은 $5이고 배송은 $3입니다.",
        "It costs $5 and ships for $3.",
        "US$5에서 US$10까지",
        "환경 변수 $HOME 과 $PATH 를 본다.",
        "The shell sets $HOME and $PATH for you.",
        "실행 파일은 $HOME/bin:$PATH 에 있다.",
        "PHP의 $_POST와 $_GET을 쓴다.",
        "PHP uses $_POST and $_GET here.",
        "In jQuery $(this) is short, and $.ajax calls; in Angular $scope.$apply() does.",
        "변수 $a, $b 를 더한다.",
        "숙소는 $60~$80, 배는 $5-$10이다.",
        "They raised US$3M and A$2.5M in 2021.",
        "100$ 와 200$ 정도이고, 5$, 6$입니다. USD$ 5 - USD$ 6",
        "A$AP Rocky and Ke$ha sing.",
        "`$x$` 는 코드다.",
        "```\n$x$\n```",
        "    $x$ 는 들여 쓴 코드다.",
        "<!-- $x$ -->",
        "---\ntitle: $x$\n---\n글",
        '<img alt="$x$" src="a.png">',
        "![$x$ 의 그래프](a.png)",
        "[글](https://a.kr/$x$)",
        r"\(괄호 안의 말\)",
        r"\[1\] 각주처럼",
        r"f\(x\) = y, sed 's/\(a\)/\1/', \(foo|bar\), \(a\)+, \[x\] \[a-z\]",
        "{% include video title='$x$' %}",
        "값은 <span>$</span>5에서 <span>$</span>6이다.",
    ],
)
def test_money_code_and_addresses_are_no_mathematics(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "tex"),
    [
        ("값은 $5에서 시작하고 $x$는 변수다.", ["x"]),
        ("$x$는 $5보다 싸다.", ["x"]),
        ("$정확도 = \\frac{a}{b} $ 이다", ["정확도 = \\frac{a}{b}"]),
        ("값 $n $과 $m $", ["n", "m"]),
        ("점 $x^*$s", ["x^*"]),
        (r"값\(x\)는 \(a+b\)와 \(n\)th, \[y = x\]", ["x", "a+b", "n", "y = x"]),
        ("함수 $f(x)$와$g(x)$를", ["f(x)", "g(x)"]),
        ("$n=5$, $k=3$일 때", ["n=5", "k=3"]),
        ("**$x$**, *$y$*", ["x", "y"]),
        ("$3\\times3$ 커널과 $5\\times5$ 커널", ["3\\times3", "5\\times5"]),
        ("$28$ 픽셀에서 $24$ 픽셀로", ["28", "24"]),
        ("$`a_b`$ 이다", ["a_b"]),
        ('{% include figure image_path="/a.png" alt="$5" caption="축 $N$" %}', ["N"]),
        ("| $a$ | $5 |\n|---|---|\n| $b$ | $6 |", ["a", "b"]),
    ],
)
def test_dollars_pair_up_in_the_likeliest_way(text: str, tex: list[str]) -> None:
    assert [one for one, _ in found(text)] == tex


def test_a_formula_knows_its_place() -> None:
    text = "앞 $x$ 뒤\n\n$$\ny\n$$\n"
    assert [text[formula.start : formula.end] for formula in meant(text)] == ["$x$", "$$\ny\n$$"]


def test_a_block_without_its_end_takes_no_other_formula_along() -> None:
    assert found("$$a=b\n\n글\n\n$$c=d$$\n\n$x$ 이다.") == [("c=d", True), ("x", False)]


def test_lines_of_a_quote_lose_their_marks() -> None:
    assert found("> $$\n> a\n> = b\n> $$") == [("a\n= b", True)]

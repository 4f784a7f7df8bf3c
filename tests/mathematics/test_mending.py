from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.mathematics.edits import apply
from generator.mathematics.judging import judged
from generator.mathematics.mending import mending
from tests.viewers.documents import random_document

SNIPPETS = json.loads((Path(__file__).parents[1] / "viewers" / "snippets.json").read_text("utf-8"))

# What no spelling makes right: signs that Markdown takes, places where GitHub looks for no mathematics.
BEYOND_HELP = {
    "i39": r"\# is a character that each viewer reads in its own way",
    "i40": r"\_ in \text",
    "b23": "a display formula as an item of a list",
    "c05": "a footnote",
    "c08": "an HTML block",
    "l07": "TeX whose comment swallows a brace",
}


def mended(text: str) -> str:
    return apply(text, mending(text).all())


@pytest.mark.parametrize("snippet", SNIPPETS, ids=lambda snippet: snippet["id"])
def test_what_can_be_mended_is_shown_by_all_viewers(snippet: dict[str, Any]) -> None:
    assert (judged(mended(snippet["markdown"])).faults > 0) == (snippet["id"] in BEYOND_HELP)


@pytest.mark.parametrize("snippet", SNIPPETS, ids=lambda snippet: snippet["id"])
def test_what_all_viewers_show_stays_as_it_is(snippet: dict[str, Any]) -> None:
    if all(snippet[viewer] for viewer in ("jekyll", "vscode", "github")):
        assert mended(snippet["markdown"]) == snippet["markdown"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("해상도는$28\\times28$ 이다.", "해상도는 $28\\times28$ 이다."),
        ("값 $x$th 이다.", "값 $x$<!-- -->th 이다."),
        ("$a$,$b$ 이다.", "$a$, $b$ 이다."),
        ("앞 문장이다.\n$$a=b$$\n뒤", "앞 문장이다.\n\n$$a=b$$\n\n뒤"),
        ("앞\n\n$$a=b$$\n$$c=d$$\n\n뒤", "앞\n\n$$a=b$$\n\n$$c=d$$\n\n뒤"),
        ("앞\n\n$$a=b$$.\n\n뒤", "앞\n\n$$a=b.$$\n\n뒤"),
        ("> 앞\n> $$a=b$$\n> 뒤", "> 앞\n>\n> $$a=b$$\n>\n> 뒤"),
        ("- 항목\n\n  $$a=b$$\n\n- 다음", "- 항목\n\n$$a=b$$\n\n- 다음"),
        ("값 $x$, https://a.kr/?q=$y&z=$1 이다.", "값 $x$, https://a.kr/?q=%24y&z=%241 이다."),
        ("{% gist 1 %}\n\n집합 $\\{a\\}$", "{% gist 1 %}\n\n집합 $\\lbrace a\\rbrace$"),
        ("the $i$th and $i$-th", "the $i$<!-- -->th and $i$-th"),
        ("값은 $0$~$1$이다.", "값은 $0$~<!-- -->$1$이다."),
        ("구간 [$0$, $1$]", "구간 [<!-- -->$0$, $1$]"),
        (
            "앞\n\n\\begin{align} a &= b \\\\\\\\ c &= d \\end{align}\n\n뒤",
            "앞\n\n$$\\begin{align} a &= b \\cr c &= d \\end{align}$$\n\n뒤",
        ),
        ("식 \\\\(a \\_ b \\\\{c\\\\}\\\\) 이다", "식 $a _ b \\lbrace c\\rbrace$ 이다"),
        ("집합 $\\{a\\}$는 커피가 $5일 때이다.", "집합 $\\lbrace a\\rbrace$는 커피가 $5일 때이다."),
        ('값 "$x$"과 ‘$y$’', '값 "<!-- -->$x$"과 ‘<!-- -->$y$’'),
        ("_$x_1$_ 이고 **굵게$y$**", "*$x_1$* 이고 **굵게 $y$**"),
        ("내적 $<x,y>$는 $\\{z\\}$", "내적 $<x,y>$는 $\\lbrace z\\rbrace$"),
        (
            "앞\n\n$$\n\\begin{aligned}\na &= b \\\\\n&= c\n\\end{aligned}\n$$\n",
            "앞\n\n$$\n\\begin{aligned}\na &= b \\cr\n&= c\n\\end{aligned}\n$$\n",
        ),
        ("앞\n\n$$\na\n=\nb\n$$\n", "앞\n\n$$a = b$$\n"),
        ("$$\\begin{equation*}x\\,y\\end{equation*}$$", "$$x\\thinspace y$$"),
        ("비율은 $50\\%$이다.", "비율은 $50$%이다."),
        ("가격 \\$5 에서 $x$ 를 뺀다.", "가격 <span>$</span>5 에서 $x$ 를 뺀다."),
        ("식 $a &lt; b$ 이다.", "식 $a \\lt b$ 이다."),
        (
            "앞\n\n$$\\newcommand{\\R}{\\mathbb{R}}$$\n\n$x \\in \\R$ 이다.",
            "앞\n\n$x \\in \\mathbb{R}$ 이다.",
        ),
        (
            "앞\n\n$$a=b\\label{e}\\tag{1}$$\n\n식 $\\eqref{e}$ 이다.",
            "앞\n\n$$a=b\\tag{1}$$\n\n식 $(1)$ 이다.",
        ),
    ],
)
def test_each_slip_has_its_remedy(text: str, wanted: str) -> None:
    assert mended(text) == wanted


@pytest.mark.parametrize(
    "tex",
    ["\\newcommand{\\c}[x]{y}", "\\newcommand{\\c}[", "\\def\\c#x{y}", "\\def", "\\DeclareMathOperator{\\k}"],
)
def test_a_definition_that_cannot_be_read_stays(tex: str) -> None:
    assert tex in mended(f"$${tex}$$\n\n값 $\\c$ 이다.\n")


DOCUMENTS = st.integers(0, 10**6).map(lambda seed: random_document(Random(seed)))


@settings(max_examples=60, deadline=None)
@given(DOCUMENTS)
def test_mending_never_makes_anything_worse_and_ends(text: str) -> None:
    for _ in range(10):
        better = mended(text)
        if better == text:
            return
        assert judged(better).faults < judged(text).faults
        text = better
    pytest.fail("ten rounds did not suffice")


@pytest.mark.parametrize(
    "code", ["```\n$\\{x\\}$ {{ a }}\n```", "`$\\{x\\}$`", "<!-- $\\{x\\}$ -->", "<pre>\n$\\{x\\}$\n</pre>"]
)
def test_code_and_comments_stay_byte_for_byte(code: str) -> None:
    text = f"---\ntitle: $\\{{x\\}}$\n---\n식 $\\{{y\\}}$\n\n{code}\n\n식은$z$\n"
    assert code in mended(text)
    assert mended(text).startswith("---\ntitle: $\\{x\\}$\n---\n식 $\\lbrace y\\rbrace$\n")

"""Mathematics typed straight into a template is written like that of math() and display()."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import GeneratorError
from generator.mathematics.judging import judged
from generator.writing.placed import Placed
from generator.writing.posts import fill

PLACED = Placed("convolution", "c", 10, 10, "셈하는 그림", "캡션", ("svg",), False)


def filled(tmp_path: Path, text: str, target: str = "portable") -> str:
    template = tmp_path / "post.md.j2"
    template.write_text(text, encoding="utf-8", newline="")
    return fill(template, place=lambda *_: PLACED, values={"n": 5}, target=target).text


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("집합 $\\{1,2\\}$ 이다.\n", "집합 $\\lbrace1,2\\rbrace$ 이다.\n"),
        ("크기는$28$이다.\n", "크기는 $28$이다.\n"),
        ("크기는 \\(n+1\\)이다.\n", "크기는 $n+1$이다.\n"),
        ("$R = <@ n @>$이다.\n", "$R = 5$이다.\n"),
        ("앞\n$$a_{1}*b$$\n뒤\n", "앞\n\n$$a_{1}\\ast b$$\n\n뒤\n"),
        ("앞\n\n$$\na\\\\\n$$\n", None),
        ("앞\n\n$$a=b$$.\n\n뒤\n", "앞\n\n$$a=b.$$\n\n뒤\n"),
        ("> 앞\n> $$a=b$$\n", "> 앞\n>\n> $$a=b$$\n"),
        ("가격은 $5, 크기는 $x$이다.\n", "가격은 <span>$</span>5, 크기는 $x$이다.\n"),
        ("A | B 중 $x$이다.\n", "A \\| B 중 $x$이다.\n"),
        ("_그림 1: $x_i$의 값_\n", "*그림 1: $x_i$의 값*\n"),
        ("```python\nprint('$x*y$')\n```\n", "```python\nprint('$x*y$')\n```\n"),
        ("`$a*b$`와 {{ page.title }}\n", "`$a*b$`와 {{ page.title }}\n"),
        ("<b title=\"$a*b$\">글</b>\n", "<b title=\"$a*b$\">글</b>\n"),
        ("가격은 $5이다.\n", "가격은 $5이다.\n"),
        ("| $a|b$ | 값 |\n|---|---|\n| 1 | $x$ |\n", "| $a\\vert b$ | 값 |\n|---|---|\n| 1 | $x$ |\n"),
    ],
)  # fmt: skip
def test_typed_mathematics_comes_out_portable(tmp_path: Path, typed: str, written: str | None) -> None:
    if written is None:
        with pytest.raises(GeneratorError, match="outside an environment"):
            filled(tmp_path, typed)
    else:
        assert filled(tmp_path, typed) == written
        assert judged(written).faults == 0


@pytest.mark.parametrize(
    ("typed", "line", "words"),
    [
        ("---\ntitle: a\n---\n글\n\n비율 $50\\% + 1$이다.\n", 6, "percent"),
        ("글\n<!--% for i in [1, 2] %-->\n$x_{<@ i @>} \\foo$\n<!--% endfor %-->\n", 3, r"\\foo"),
        ("- 항목\n\n  $$a=b$$\n", 3, "list"),
        ("앞 $$\na=b\n$$ 뒤\n", 1, "lines of its own"),
        ("글\n\n$\\text{a\\_b}$\n", 3, "text"),
    ],
)
def test_what_has_no_portable_spelling_is_refused_with_its_line(
    tmp_path: Path, typed: str, line: int, words: str
) -> None:
    with pytest.raises(GeneratorError, match=words) as problem:
        filled(tmp_path, typed)
    assert problem.value.line == line


def test_front_matter_windows_line_ends_and_figures_stay_as_they_are(tmp_path: Path) -> None:
    text = '---\r\ntitle: $a*b$\r\n---\r\n식은 $a*b$이다.\r\n\r\n<@ figure("convolution") @>\r\n'
    assert filled(tmp_path, text).startswith("---\r\ntitle: $a*b$\r\n---\r\n식은 $a\\ast b$이다.\r\n\r\n![")


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("Words.\n\n<@ equations.output_size(size=3, kernel=2) @>\n", 3),
        ("<@ equations.output_size_rule() @>\n", 1),
        (
            "<@ n @> places.\n\nSo.\n<!--% set m = 3 %-->\n\nSo <@ equations.output_size_rule() @> it is.\n",
            6,
        ),
        ("<@ math('x') @>\n\nIt is <@ equations.parameters('paper', 'C1') @>.\n", 3),
    ],
)
def test_an_equation_that_is_printed_bare_is_refused_at_its_line(
    tmp_path: Path, body: str, line: int
) -> None:
    with pytest.raises(
        GeneratorError, match=r"prints TeX as plain text .* display\(…\) or math\(…\)"
    ) as caught:
        filled(tmp_path, body)
    assert caught.value.line == line


@pytest.mark.parametrize(
    "body",
    [
        "$<@ equations.output_size_rule() @>$\n",
        "`<@ equations.output_size_rule() @>`\n",
        "The macro \\alpha, typed.\n",
        "<!-- <@ equations.output_size_rule() @> -->\n",
    ],
)
def test_equations_between_typed_dollars_in_code_and_typed_words_are_let_through(
    tmp_path: Path, body: str
) -> None:
    assert filled(tmp_path, body)

"""What is told of a formula says what to type, or what it has to leave."""

from __future__ import annotations

import pytest

from generator.mathematics import telling
from generator.mathematics.edits import apply
from generator.mathematics.telling import told


def advice(text: str) -> list[str]:
    return [one.fault.message.rpartition("; ")[2] for one in told(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("$$a$$ \n$$b$$\n\n끝", ["put blank lines around it"] * 2),
        ("값 $\\softmax(x)$ 이다.", [r"write \operatorname{softmax}"]),
        ("값 $\\lamda$ 이다.", [r"write \lambda or what it stands for"]),
        (
            "문장$x$문장\n\n<figcaption>그림 $x$</figcaption>",
            ["put a space before it", "write it as Markdown"],
        ),
        ("구간 [$0$, $1$]", ["write <!-- -->$0$"]),
        (
            "the $i$th and $i$-th",
            ["write $i$<!-- -->"],
        ),
        ("글[^1]\n\n[^1]: 값 $E$ 이다.", ["no spelling helps here: take it out of the footnote"]),
        ("[$x$ 글](https://a.kr)", ["no spelling helps here: take it out of the link"]),
        ("값 <sub>$x$</sub> 이다.", ["write <!-- -->$x$<!-- -->"]),
        ("- 항목\n\n  $$a$$\n", ["take away the spaces beside it on its line"]),
        (
            "$$\na = b \\, \\label{e}\n+ c\n$$\n\n식 \\eqref{e} 이다.",
            [r"write (1) there and \tag{1} here"],
        ),
        (
            "$$a = b \\, \\label{e}$$\n\n식 \\eqref{e} 이다.",
            [r"write (1) there and \tag{1} here"],
        ),
    ],
)
def test_the_advice_fits_the_place(text: str, wanted: list[str]) -> None:
    assert advice(text) == wanted


def test_no_viewer_is_asked_about_a_post_without_mathematics(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(telling, "judged", lambda *_: pytest.fail("a viewer was asked"))
    assert telling.told("# 여행\n\n`code` 와 **굵은** 글, [링크](https://a.kr).\n") == ()


def test_a_definition_that_goes_takes_along_the_formulas_that_use_it() -> None:
    text = "$$\\newcommand{\\norm}[1]{\\|#1\\|}$$\n\n길이 $\\norm{x}$와 $\\norm{y}$이다.\n"
    (one,) = told(text)
    assert apply(text, one.fault.edits) == "길이 $\\Vert x\\Vert$와 $\\Vert y\\Vert$이다.\n"

r"""What MathJax 3.2.2 (tex-chtml) and KaTeX 0.16.47 say of formulas, as the engines answered."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.viewers import github, vscode
from generator.viewers.engines import Engine
from generator.viewers.shown import Shown
from generator.viewers.typesetting import definitions, error
from tests.viewers.snippets import expected, packed, snippets

BOTH: tuple[Engine, Engine] = ("mathjax", "katex")
VIEWERS: dict[str, tuple[Callable[[str], list[Shown]], Engine]] = {
    "vscode": (vscode.formulas, "katex"),
    "github": (github.formulas, "mathjax"),
}


@pytest.mark.parametrize("viewer", VIEWERS)
@pytest.mark.parametrize("name", snippets())
def test_what_a_viewer_was_seen_to_show_is_foretold(name: str, viewer: str) -> None:
    formulas, engine = VIEWERS[viewer]
    snippet = snippets()[name]
    shown = formulas(snippet["markdown"])
    known: set[str] = set()
    errors = []
    for formula in shown:
        errors.append(error(formula.tex, formula.display, engine, known))
        known |= definitions(formula.tex)
    well = packed(shown) == expected(snippet) and not any(errors)
    assert well == snippet[viewer]


@pytest.mark.parametrize("engine", BOTH)
@pytest.mark.parametrize(
    ("tex", "phrase"),
    [
        (r"\foo{x}", r"does not know \foo"),
        (r"\left{x\right}", r"\left{ has no delimiter"),
        (r"\left\foo x\right)", r"\left has no delimiter"),
        (r"\left(x", r"\left without \right"),
        (r"x\right)", r"\right without \left"),
        ("x}", "} without {"),
        ("{x", "{ without }"),
        (r"\mathbf{x", "{ without }"),
        (r"\frac{1}", r"\frac lacks an argument"),
        (r"\hat\mathbf x", r"\mathbf lacks an argument"),
        (r"\sqrt[3{x}", "[ without ]"),
        ("x^", "nothing behind ^"),
        ("x^^2", "nothing behind ^"),
        ("x_1_2", "two subscripts"),
        ("x^1^2", "two superscripts"),
        ("x^2'", "two superscripts"),
        ("a&b", "& outside an environment"),
        (r"\begin{matrix}{a&b}\end{matrix}", "& has no place here"),
        (r"a\cr b", r"\cr outside an environment"),
        (r"\begin{matrix}a\hline b\end{matrix}", r"\hline has no place here"),
        ("a#b", "# has no place here"),
        (r"\begin{cases}x", r"\begin{cases} has no \end"),
        (r"x\end{cases}", r"\end without \begin"),
        (r"\begin{cases}x\end{matrix}", r"\begin{cases} ends with \end{matrix}"),
        (r"\begin{foo}x\end{foo}", r"does not know \begin{foo}"),
        (r"a\\[b]", r"[ behind \\ is no distance"),
        (r"\hspace{x}", r"\hspace without a distance"),
        (r"x\limits_1", r"\limits behind no operator"),
        (r"a\over b\over c", r"two \over in one group"),
        (r"\text{5$}", r"$ without a second one in \text"),
        (r"x\tag{1}\tag{2}", r"two \tag"),
        (r"\(x\)", r"does not know \("),
    ],
)
def test_what_both_engines_refuse_has_a_phrase(tex: str, phrase: str, engine: Engine) -> None:
    found = error(tex, True, engine)
    assert found == phrase or (tex == r"\(x\)" and found)


@pytest.mark.parametrize(
    ("tex", "mathjax", "katex"),
    [
        (r"\bm{x}", r"does not know \bm", ""),
        (r"\label{a}x", "", r"does not know \label"),
        (r"\mbox{a}", "", r"does not know \mbox"),
        (r"\text{a_b}", "", r"_ in \text"),
        (r"\text{5{%}}", "", "{ without }"),
        (r"\text{\alpha}", "", r"\alpha in \text"),
        (r"x^\hat a", "", r"\hat behind ^ without braces"),
        ("a$b", "", "$ in a formula"),
        ("a\\", "", "a backslash at the end"),
        (r"\newcommand{\R}{x}\R", "", r"\newcommand of \R, which KaTeX has already"),
        (r"\renewcommand{\foo}{x}", "", r"\renewcommand of \foo, which KaTeX does not have"),
        (r"\begin{array}{cx}a&b\end{array}", "", r"no such column in \begin{array}: x"),
        (r"\tag{1}x", "", r"\tag in a formula in the line"),
        (r"\begin{align}a&=b\end{align}", "", r"\begin{align} in a formula in the line"),
        (r"\begin{dcases}a\end{dcases}", r"does not know \begin{dcases}", ""),
    ],
)
def test_what_one_engine_refuses_the_other_may_take(tex: str, mathjax: str, katex: str) -> None:
    assert error(tex, False, "mathjax") == mathjax
    assert error(tex, False, "katex") == katex


@pytest.mark.parametrize("engine", BOTH)
@pytest.mark.parametrize(
    "tex",
    [
        "x'^2", "x_1'^2", "{}_1^2", "x_1{}_2", r"\frac12", r"\frac\alpha\beta", r"x^\frac12", r"\sqrt\frac12",
        r"\left.x\right|", r"\left\{x\right\rangle", r"\bigl(x\bigr]", r"\sum\limits_1", r"a\\b", "a % }{",
        r"\begin{array}{c|c}\hline a&b\\[2pt]\hline c&d\end{array}", r"\substack{a\\b}", r"{a\over b}",
        r"\newcommand{\foo}[1]{#1}\foo{x}", r"\def\foo#1{#1}\foo x", r"\operatorname*{argmax}_x",
        r"\xrightarrow[b]{a}", r"\rm{Input}", r"\hspace{1em}x\mkern 5mu y", r"크기=\text{한글 $x$}", r"a\ ",
    ],
)  # fmt: skip
def test_what_both_engines_take_passes(tex: str, engine: Engine) -> None:
    assert error(tex, True, engine) == ""


def test_macros_of_earlier_formulas_are_known() -> None:
    earlier = definitions(r"\newcommand{\foo}{x} \def\baz#1{#1}")
    assert earlier == {"foo", "baz"}
    assert error(r"\foo+\baz x", False, "katex", earlier) == ""
    assert error(r"\newcommand{\foo}{y}", False, "katex", earlier) != ""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import GeneratorError
from generator.writing.portable import portable
from generator.writing.portable_names import macros

PIECES = [
    "x", "ab", "2", "(", ")", "[", "]", "^2", "_i", "_{i}", "^{n}", "+", "-", "--", "---", "*",
    "<", ">", "|", "'", "''", "'^2", "...", "~", "&", ":", "!", "{", "}", "{{x}}", "{:", "%",
    "`", "#", "$", "\\", r"\,", r"\;", r"\:", r"\!", r"\|", r"\{", r"\}", "\\\\", r"\&", r"\%",
    r"\_", r"\left(", r"\right)", r"\frac{1}{2}", r"\mathbf{x}", r"\bm", r"\bm{x}", r"\alpha",
    r"\text{a|b}", r"\operatorname*{argmax}", r"\operatorname{softmax}", r"\begin{aligned}",
    r"\end{aligned}", r"\tag{1}", r"\hspace{1em}", r"\coloneqq", r"\degree", "한글", "×", r"\cr",
    r"\prime", r"\mkern5mu", r"\begin{bmatrix}1&2\\3&4\end{bmatrix}", " ", "\n", '"',
    "% note\n", r"\ ", r"\text{한글 'a' -- b...}", r"\begin{array}{cc}a&b\end{array}",
]  # fmt: skip

FORMULAS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map("".join)

# What Liquid, kramdown, cmark or markdown-it would read before MathJax or KaTeX do.
SPOILED = re.compile(
    r"\\[^A-Za-z ]|[*<>|'`~$\n\"]|\{[{%:#]|\]\(|\[\^|--|\.\.\.|[^\W\d_]?(?<![^\W\d_])_(?! )|[ ]$|^[ ]"
)


@pytest.mark.parametrize(
    ("tex", "expected"),
    [
        (r"\{1,2\}", r"\lbrace1,2\rbrace"),
        (r"\{a\}", r"\lbrace a\rbrace"),
        (r"\left\{x\right\}", r"\left\lbrace x\right\rbrace"),
        (r"\|x\|", r"\Vert x\Vert"),
        (r"a\!b\:c\;d\,e\>f", r"a\negthinspace b\mkern4mu c\mkern5mu d\thinspace e\mkern4mu f"),
        (r"A\&B", r"A\And B"),
        ("a*b", r"a\ast b"),
        ("a<b>c", r"a\lt b\gt c"),
        ("p(a|b)", r"p(a\vert b)"),
        ("f'(x)", r"f^{\prime}(x)"),
        ("f''", r"f^{\prime\prime}"),
        ("f'^2", r"f^{\prime 2}"),
        ("1,...,n", r"1,\ldots,n"),
        ("a~b", r"a\ b"),
        ("a--b", "a- -b"),
        (r"\hat{y}_i", r"\hat{y}_ i"),
        (r"\mathbf{x}_{i}", r"\mathbf{x}_ {i}"),
        ("x_{i}", "x_{i}"),
        ("e^{{x}}", "e^{ {x}}"),
        ("[a](b)", "[a] (b)"),
        ("[^1]", "[ ^1]"),
        (r"\mathrel{:}", r"\mathrel{ :}"),
        (r"\bm{x}", r"\boldsymbol{x}"),
        (r"\argmax_i", r"\operatorname{argmax}_ i"),
        (r"\operatorname*{argmax}_i x", r"\mathop{\operatorname{argmax}}\limits_i x"),
        (r"90\degree", r"90{}^{\circ}"),
        ("a % a remark\n+ b", "a + b"),
        (r"\text{한글 입력}", r"\text{한글 입력}"),
        (r"\text{it's -- 'so'...}", "\\text{it’s – ‘so’…}"),
        (r"\begin{align*}a&=b\\c&=d\end{align*}", r"\begin{aligned}a&=b\cr c&=d\end{aligned}"),
        (r"\begin{array}{l c}a&b\end{array}", r"\begin{array}{lc}a& b\end{array}"),
        ("  x ", "x"),
        ("a~", "a"),
    ],
)
def test_each_rule_has_its_spelling(tex: str, expected: str) -> None:
    assert portable(tex, display=True) == expected


@pytest.mark.parametrize(
    ("tex", "word"),
    [
        (r"50\%", "outside the formula"),
        (r"\#S", "sharp"),
        (r"\text{a\_b}", "outside the formula"),
        (r"a\_b", "as code"),
        (r"\$5", "price"),
        ("$x$", "dollars"),
        (r"\label{a}", r"\tag{1}"),
        (r"\eqref{a}", "(1)"),
        (r"\rm{Input}", r"\mathrm"),
        (r"\newcommand{\R}{x}", "meaning"),
        (r"\lbarce", r"\lbrace"),
        (r"a\\b", "aligned"),
        (r"\begin{aligned}a\\[2pt]b\end{aligned}", "without a distance"),
        (r"\begin{array}{c|c}a&b\end{array}", "columns"),
        (r"\begin{CD}a\end{CD}", "aligned"),
        (r"\begin{aligned}a", r"no \end"),
        (r"\end{aligned}", r"no \begin"),
        ("{a", "no }"),
        ("a}", "no {"),
        (r"\text{a", "no }"),
        (r"\text", "braces"),
        ("a\\", "backslash"),
        (r"\(a\)", "delimiter"),
        (r"\'e", "accented"),
        (" ", "empty"),
    ],
)
def test_what_has_no_spelling_is_refused_with_a_proposal(tex: str, word: str) -> None:
    with pytest.raises(GeneratorError, match=re.escape(word)):
        portable(tex, display=True)


def test_tag_stands_in_display_formulas_only() -> None:
    assert portable(r"a=b\tag{1}", display=True) == r"a=b\tag{1}"
    with pytest.raises(GeneratorError, match="display"):
        portable(r"a=b\tag{1}")


@pytest.mark.parametrize(
    "tex",
    [
        r"x^\ast", "a_b", r"\left\lbrace x\right\rbrace", r"c\gt d", r"\lvert x\rvert",
        r"\lVert x\rVert", r"1,\cdots,n", "(1,2)", "x_i",
        r"\operatorname{softmax}(x)", r"\mathrm{Input}=32\times32", "크기=3", "x_{i}",
        r"g^{\prime\prime}(x)", "{}(1,2)", r"\mathbf{x}_ {i}", r"\lbrace 1,2\rbrace",
        r"a\lt b", r"p(a\mid b)", r"\text{한글 입력}=3", "e^{ {x} }",
        r"a\thinspace b\mkern5mu c", r"\begin{aligned} a &=b \cr &=c \end{aligned}",
        r"a=b\tag{1}",
    ],
)  # fmt: skip
def test_what_every_viewer_shows_already_stays_as_it_is(tex: str) -> None:
    assert portable(tex, display=True) == tex


@given(FORMULAS)
def test_the_portable_form_is_a_fixed_point(tex: str) -> None:
    try:
        once = portable(tex, display=True)
    except GeneratorError:
        return
    assert portable(once, display=True) == once


@given(FORMULAS)
def test_nothing_is_left_that_markdown_has_a_say_in(tex: str) -> None:
    try:
        result = portable(tex, display=True)
    except GeneratorError:
        return
    assert not SPOILED.search(result), result


def test_macros_of_one_viewer_alone_are_not_listed() -> None:
    assert {"frac", "boldsymbol", "operatorname"} <= macros()
    assert macros().isdisjoint(
        {"bm", "coloneqq", "degree", "thickspace", "medspace", "argmax", "label", "eqref"}
    )

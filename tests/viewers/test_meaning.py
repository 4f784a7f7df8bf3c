"""Two spellings of one formula have the same meaning, and what looks different has not."""

from __future__ import annotations

import pytest

from tests.viewers.marks import ASKS_VIEWERS
from tests.viewers.real_viewers import meaning, same, typesets

pytestmark = ASKS_VIEWERS

ALIKE = (
    (r"\{1\}", r"\lbrace 1\rbrace"),
    (r"\left\{x\right\}", r"\left\lbrace x\right\rbrace"),
    (r"\|x\|_2", r"\Vert x\Vert_ 2"),
    ("p(a|b)", r"p(a\vert b)"),
    (r"a\,b\;c\:d\!e", r"a\thinspace b\mkern5mu c\mkern4mu d\negthinspace e"),
    ("a~b", r"a\ b"),
    ("x^*", r"x^{\ast}"),
    ("a<b", r"a\lt b"),
    ("f''_i(x)", r"f_i^{\prime\prime}(x)"),
    ("f'^2", r"f^{\prime 2}"),
    ("a...b", r"a\ldots b"),
    ("a--b", "a- -b"),
    ("e^{{x}}", "e^{ {x} }"),
    (r"\mathbf{x}_{i}", r"\mathbf{x}_ {i}"),
    (r"\rm{Input}", r"\mathrm{Input}"),
    ("{}(1,2)", "(1,2)"),
    (r"\mathop{\operatorname{argmax}}\limits_k p", r"\operatorname*{argmax}_k p"),
    (r"\begin{aligned}a&=b\\c&=d\end{aligned}", r"\begin{aligned}a&=b\cr c&=d\end{aligned}"),
    (r"\begin{align}a&=b\\c&=d\end{align}", r"\begin{aligned}a&=b\cr c&=d\end{aligned}"),
    (r"\begin{gather*}a\\b\end{gather*}", r"\begin{gathered}a\cr b\end{gathered}"),
    (r"\begin{equation*}a=b\end{equation*}", "a=b"),
)
DIFFERENT = (
    (r"\mathbf{x}", "x"),
    (r"a\,b", "ab"),
    ("a:b", r"a\colon b"),
    ("p(a|b)", r"p(a\mid b)"),
    (r"\operatorname{max}x", r"\mathrm{max}x"),
    (r"\operatorname{argmax}_k", r"\operatorname*{argmax}_k"),
    ("1{,}000", "1,000"),
    (r"\tfrac12", r"\frac12"),
    (r"\left(x\right)", "(x)"),
    (r"\begin{matrix}1&2\end{matrix}", r"\begin{matrix}1\cr 2\end{matrix}"),
    (r"\bm{x}", r"\bm{x}"),
)


def test_spellings_of_one_formula_mean_the_same() -> None:
    assert [pair for pair, alike in zip(ALIKE, same(ALIKE), strict=True) if not alike] == []


def test_formulas_that_look_different_do_not_mean_the_same() -> None:
    assert [pair for pair, alike in zip(DIFFERENT, same(DIFFERENT), strict=True) if alike] == []


def test_what_does_not_typeset_means_nothing() -> None:
    with pytest.raises(ValueError, match=r"undefined \\bm"):
        meaning(r"\bm{x}", display=False)


def test_each_typesetter_tells_its_own_error() -> None:
    (bold, label, well) = typesets([(r"\bm{x}", False), (r"x\label{a}", True), ("x", False)])

    assert bold == (r"undefined \bm", "")
    assert label[0] == "" and r"\label" in label[1]
    assert well == ("", "")

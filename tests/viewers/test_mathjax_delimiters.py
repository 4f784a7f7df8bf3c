"""Where MathJax begins and ends a formula in running text."""

from __future__ import annotations

import pytest

from generator.viewers.mathjax_delimiters import find


@pytest.mark.parametrize(
    ("run", "found"),
    [
        ("$a$ $$b$$", ["a", "b!"]),
        (r"\(a\) \[b\]", ["a", "b!"]),
        ("$a$$b$", ["a", "b"]),
        (r"\$5 $a$", ["a"]),
        (r"$a\$b$", [r"a\$b"]),
        (r"\\$a$", ["a"]),
        ("$a{$}b$", ["a{$}b"]),
        ("$a}b$", ["a}b"]),
        ("$a{b$ c", []),
        ("$$ a $ b $", [" b "]),
        (r"\begin{a}b$c$\end{a}", [r"\begin{a}b$c$\end{a}!"]),
        (r"\begin{a} $b$ \end{c}", ["b"]),
        (r"$\begin{a}b\end{a}$", [r"\begin{a}b\end{a}"]),
        (r"\ref{a} \eqref {b}", [r"\ref{a}", r"\eqref {b}"]),
    ],
)
def test_a_formula_goes_from_its_delimiter_to_the_one_that_no_open_brace_precedes(
    run: str, found: list[str]
) -> None:
    assert [one.tex + "!" * one.display for one in find([run])] == found


def test_a_formula_never_goes_on_in_another_run() -> None:
    assert find(["$a", "b$"]) == []

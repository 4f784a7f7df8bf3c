"""What GitHub makes of dollars, as far as the site was asked."""

from __future__ import annotations

import pytest

from generator.viewers.github import formulas
from generator.viewers.shown import Shown
from tests.viewers.snippets import expected, packed, snippets

# Here the formula arrives whole, and MathJax refuses it.
REFUSED_BY_MATHJAX = {"t05"}


@pytest.mark.parametrize("name", snippets())
def test_github_shows_the_formulas_where_it_was_seen_to(name: str) -> None:
    snippet = snippets()[name]
    arrives = packed(formulas(snippet["markdown"])) == expected(snippet)
    assert arrives == (snippet["github"] or name in REFUSED_BY_MATHJAX)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("값 $x$이다", ["x"]),
        ("값은$x$", []),
        ("($x$)", ["x"]),
        ('"$x$"', []),
        ("$x$1", []),
        ("$x $", []),
        ("$a\nb$", []),
        ("가격 \\$5 에서 $x$", ["x"]),
        ("&#36;x$", ["x"]),
        ("$a_b$ *와* $c$", ["a_b", "c"]),
        (r"$\{a\}$", ["{a}"]),
        ("$a~b$ 와 $c~d$", []),
        ("$`a_b`$ 와 $`c*d`$", ["a_b", "c*d"]),
        ("값$`a`$", []),
        ("$`a`$b", []),
        ("[$x$](a) $y$", ["y"]),
        ("https://a.b/$x$ $y$", ["y"]),
        ("`$x$` $y$", ["y"]),
        ("<b>$x$</b>", ["x"]),
        ("<div>$x$</div>", []),
        ("말[^1]\n\n[^1]: 각주 $x$", []),
        ("값 $$x$$ 이다", ["x"]),
        ("## $$x$$", ["x"]),
        ("- $$x$$", ["x"]),
        ("| a |\n|---|\n| $x$ |", ["x"]),
        ("---\ntitle: $x$\n---\n$y$", ["y"]),
    ],
)
def test_a_formula_in_the_line(text: str, shown: list[str]) -> None:
    assert formulas(text) == [Shown(tex, display=False) for tex in shown]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("$$x$$", ["x"]),
        ("$$\nx\n$$\n$$y$$", ["\nx\n", "y"]),
        ("> $$x$$", ["x"]),
        ("```math\nx\n```", ["x\n"]),
        ("- ```math\n  x\n  ```", ["x\n"]),
    ],
)
def test_a_formula_in_a_block(text: str, shown: list[str]) -> None:
    assert formulas(text) == [Shown(tex, display=True) for tex in shown]

"""What the preview makes of dollars, as @vscode/markdown-it-katex 1.1.2 answered."""

from __future__ import annotations

import pytest

from generator.viewers.shown import Shown
from generator.viewers.vscode import formulas
from tests.viewers.snippets import expected, packed, snippets

# Here the formulas arrive whole, and KaTeX refuses them.
REFUSED_BY_KATEX = {"b20", "t08", "l07"}


@pytest.mark.parametrize("name", snippets())
def test_the_preview_shows_the_formulas_where_it_was_seen_to(name: str) -> None:
    snippet = snippets()[name]
    arrives = packed(formulas(snippet["markdown"])) == expected(snippet)
    assert arrives == (snippet["vscode"] or name in REFUSED_BY_KATEX)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("값 $x$이다", ["x"]),
        ("US$5 and $x$", ["x"]),
        (r"\\$x$", []),
        (r"$a\$b$", [r"a\$b"]),
        ("$`a`$", ["a"]),
        ("$a\nb$", ["a\nb"]),
        ('<span style="x">값 $x$</span> $y$', ["y"]),
        ("<b>$x$</b>", ["x"]),
        ("![$x$](a.png) [$y$](b)", ["y"]),
        ("---\ntitle: $x$\n---\n$y$", ["y"]),
        ("[^1]: 각주 $x$ 이다.", ["x"]),
        ("| a | b |\n|---|---|\n| $x$ | $y$ |", ["x", "y"]),
    ],
)
def test_a_formula_in_the_line(text: str, shown: list[str]) -> None:
    assert formulas(text) == [Shown(tex, display=False) for tex in shown]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("값 $$x$$ 이다", ["x"]),
        ("$$x$$", ["x\n"]),
        ("$$\nx\ny\n$$", ["x\ny\n"]),
        ("$$ \nx$$", ["x"]),
        # A space behind the closing dollars: the block goes on to the end.
        ("$$x$$ \n\nmore\n", ["x$$ \n\nmore\n"]),
        # Words behind the closing dollars: that line's TeX is lost.
        ("$$\nx\ny$$ z\nw", ["x\n"]),
        ("$$a$$ 와 $$b$$", ["a", "b"]),
        ("```math\nx\n```", ["x\n"]),
        ("앞\n$$x$$\n뒤", ["x\n"]),
        (r"$\begin{align}x\end{align}$", [r"\begin{align}x\end{align}"]),
    ],
)
def test_a_formula_in_a_block(text: str, shown: list[str]) -> None:
    assert formulas(text) == [Shown(tex, display=True) for tex in shown]

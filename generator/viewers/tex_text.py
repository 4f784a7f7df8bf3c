r"""The inside of ``\text{…}``: MathJax shows it letter by letter, KaTeX reads it as TeX."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.viewers.tex_errors import Wrong
from generator.writing.tex import tokens

if TYPE_CHECKING:
    from generator.viewers.tex_formula import Formula

WORDS = frozenset(
    "text textrm textbf textit textsf texttt textnormal textup textmd emph hbox mbox fbox tag".split()
)


def check(formula: Formula, words: str, of: str) -> None:
    """Raise Wrong where the engine cannot show the words."""
    pieces = tokens(words)
    if pieces.count("$") % 2:
        raise Wrong(rf"$ without a second one in \{of}")
    known = formula.knowledge.in_text
    if known is None:
        return
    inside = False
    for piece in pieces:
        inside ^= piece == "$"
        if inside:
            continue
        if piece in ("_", "^", "&", "#"):
            raise Wrong(rf"{piece} in \{of}")
        if piece[0] == "\\" and piece[1:].isalpha() and piece[1:] not in known | formula.known:
            raise Wrong(rf"{piece} in \{of}")

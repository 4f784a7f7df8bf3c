r"""The inside of ``\text{…}``: MathJax shows it letter by letter, KaTeX reads it as TeX."""

from __future__ import annotations

from collections.abc import Collection

from generator.viewers.tex_errors import RefusedError
from generator.writing.tex import tokens


def check(words: str, of: str, known: Collection[str] | None) -> None:
    """Raise RefusedError where the engine cannot show the words, in which it knows the macros ``known``."""
    pieces = tokens(words)
    if pieces.count("$") % 2:
        raise RefusedError(rf"$ without a second one in \{of}")
    if known is None:
        return
    in_formula = False
    for piece in pieces:
        in_formula ^= piece == "$"
        macro = piece[0] == "\\" and piece[1:].isalpha() and piece[1:] not in known
        if not in_formula and (macro or piece in ("_", "^", "&", "#")):
            raise RefusedError(rf"{piece} in \{of}")

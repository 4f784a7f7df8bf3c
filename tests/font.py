"""The font of the pictures, opened: what tests compare the table of widths with."""

from __future__ import annotations

from functools import cache

from generator.metrics import ENLARGED, UNITS_PER_EM, drawn
from generator.painting.fonts import _font


@cache
def advance(character: str) -> int:
    """How far the font moves on after a character, in units an em."""
    font, names, _ = _font()
    return int(font["hmtx"][names[ord(character)]][0])


def measured(text: str, size: float) -> float:
    """The width of a line of text, from the font itself."""
    advances = (advance(character) * ENLARGED.get(character, 1) for character in drawn(text))
    return sum(advances) * size / UNITS_PER_EM

"""The font of the pictures, opened: what tests compare the table of widths with."""

from __future__ import annotations

from functools import cache

from generator.metrics import UNITS_PER_EM, drawn
from generator.painting.fonts import _font


@cache
def advance(character: str) -> int:
    """How far the font moves on after a character, in units an em."""
    font, names, _ = _font()
    return int(font["hmtx"][names[ord(character)]][0])


def measured(text: str, size: float) -> float:
    """The width of a line of text, from the font itself."""
    return sum(advance(character) for character in drawn(text)) * size / UNITS_PER_EM

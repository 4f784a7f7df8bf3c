"""Dimension lines, as on technical drawings: how long something is, written under it."""

from __future__ import annotations

from generator.metrics import text_width
from generator.scene import Label, Line, Mark

_TICK = 5.0
_SIZE = 14.0
HEIGHT = _TICK + 6 + _SIZE
"""From the upper ends of the ticks to the foot of the words."""


def dimension(
    ends: tuple[float, float], y: float, words: str, ink: str, room: tuple[float, float]
) -> list[Mark]:
    """A line from end to end with ticks, its words below it and within ``room`` (left, right)."""
    begin, end = ends
    middle = y + _TICK
    half = text_width(words, _SIZE) / 2
    centre = min(max((begin + end) / 2, room[0] + half), room[1] - half)
    ticks = [Line(((x, y), (x, y + 2 * _TICK)), ink, 1.5) for x in (begin, end)]
    return [
        Line(((begin, middle), (end, middle)), ink, 1.5),
        *ticks,
        Label(centre, y + 2 * _TICK + 2 + _SIZE / 2, words, _SIZE, ink, "middle", "bold"),
    ]

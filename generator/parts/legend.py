"""A legend beside a picture: each sign with lines of words, the first one bold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.layout import Block
from generator.metrics import text_width
from generator.scene import Label, Mark

_SIZE = 14.0
_LINE = 20.0
_BETWEEN = 18.0
_SIGN = 22.0
_ROOM = 32.0


@dataclass(frozen=True)
class Entry:
    """Marks of a sign in a square of 22 pixels, from (0, 0), and what it means."""

    sign: tuple[Mark, ...]
    lines: tuple[str, ...]


def legend(entries: Sequence[Entry]) -> Block:
    """The entries from top to bottom."""
    marks: list[Mark] = []
    y = 0.0
    for entry in entries:
        marks += Block(_SIGN, _SIGN, entry.sign).at(0, y + (_LINE - _SIGN) / 2)
        for index, line in enumerate(entry.lines):
            label = Label(_ROOM, y + _LINE / 2, line, _SIZE, "ink", "start", "bold")
            marks.append(replace(label, ink="muted", weight="regular") if index else label)
            y += _LINE
        y += _BETWEEN
    width = max(text_width(line, _SIZE) for entry in entries for line in entry.lines)
    return Block(_ROOM + width, y - _BETWEEN, tuple(marks))

"""Formulas in one line: letters with lowered and raised ones beside them."""

from __future__ import annotations

import re

from generator.layout import TITLE, Block
from generator.metrics import text_width
from generator.scene import Anchor, Label, Mark, Weight

_PIECE = re.compile(r"([_^])(?:\{([^}]*)\}|(\S))|([^_^]+)")
_SMALLER, _SMALLEST = 0.75, 11.0
# How far the middle of a small letter lies below or above that of its neighbours, as a share of their size.
_SHIFT = {"_": 0.3, "^": -0.32}
# Before and after small letters.
_AIR = 0.75


def formula(words: str, size: float = TITLE, ink: str = "ink", weight: Weight = "regular") -> Block:
    """One line of text in which ``_j`` or ``_{ji}`` is lowered and ``^2`` or ``^{−x}`` raised.

    The block is 1.4 times the size high, as a line of plain text is.
    """
    x = 0.0
    labels: list[Label] = []
    for match in _PIECE.finditer(words):
        shift, group, sign, run = match.groups()
        small = max(_SMALLEST, round(size * _SMALLER)) if shift else size
        piece = run or group or sign
        y = size * (0.7 + (_SHIFT[shift] if shift else 0))
        x += _AIR if shift else 0
        if piece.strip():
            labels.append(Label(x, y, piece, small, ink, "start", weight))
        x += text_width(piece, small) + (_AIR if shift else 0)
    return Block(x, size * 1.4, tuple(labels))


def written(
    words: str,
    x: float,
    y: float,
    size: float = TITLE,
    ink: str = "ink",
    anchor: Anchor = "start",
    weight: Weight = "regular",
) -> tuple[Mark, ...]:
    """The marks of a formula at (x, y), ``y`` the middle of its capitals as in a `Label`."""
    block = formula(words, size, ink, weight)
    share = {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor]
    return block.at(x - share * block.width, y - size * 0.7)

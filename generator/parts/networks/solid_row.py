"""Solids in a row on one axis, each with words above and below, as close as their words allow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.metrics import text_width
from generator.parts.networks.solids import Solid
from generator.scene import Label, Mark

_BOLD, _SMALL = 13.0, 12.0
_LINE, _APART, _LEAST_GAP = 16.0, 7.0, 16.0
# Between a solid and its words.
WORDS_OFF = 8.0


@dataclass(frozen=True)
class Worded:
    """A solid with its lines of text: the first one above is bold.

    ``clear`` keeps the words below out of the way of what leads from the solid's foot to the right.
    """

    solid: Solid
    over: tuple[str, ...]
    under: tuple[str, ...]
    clear: bool = False

    @property
    def words_wide(self) -> float:
        """The room that the words need, as much on both sides of the middle."""
        under = max(text_width(line, _SMALL) for line in self.under)
        return max(under + 2 * self.lean, self.over_wide)

    @property
    def over_wide(self) -> float:
        """Width of the longest line above."""
        small = [text_width(line, _SMALL) for line in self.over[1:]]
        return max(text_width(self.over[0], _BOLD + 0.5), *small, 0.0)

    @property
    def lean(self) -> float:
        """How far to the left of the middle the words below stand."""
        under = max(text_width(line, _SMALL) for line in self.under)
        foot = (self.solid.thickness - self.solid.back[0]) / 2
        return max(under / 2 - foot - 1, 0) if self.clear else 0.0


@dataclass(frozen=True)
class Placed:
    """A worded solid; ``x`` is the left edge of its middle plane, ``axis`` the height of its middle."""

    worded: Worded
    x: float
    axis: float

    @property
    def solid(self) -> Solid:
        """The solid alone."""
        return self.worded.solid

    @property
    def middle(self) -> float:
        """Where its words stand."""
        return self.x + self.solid.thickness / 2

    @property
    def top(self) -> float:
        """The highest edge of its back."""
        return self.axis - self.solid.extent[1] / 2

    @property
    def bottom(self) -> float:
        """The lowest edge of its front."""
        return self.axis + self.solid.extent[1] / 2

    @property
    def front(self) -> float:
        """The left edge of its front."""
        return self.x - self.solid.back[0] / 2

    def on_side(self, across: float, down: float) -> tuple[float, float]:
        """A point of its right side, by shares: 0 across is the front's edge, 0 down the top."""
        right, up = self.solid.back
        return (
            self.front + self.solid.thickness + across * right,
            self.top + up * (1 - across) + down * self.solid.height,
        )

    def on_left(self, across: float, down: float) -> tuple[float, float]:
        """A point of its left side, which is hidden behind its front."""
        x, y = self.on_side(across, down)
        return x - self.solid.thickness, y


def extent(row: Sequence[Placed]) -> tuple[float, float]:
    """How far solids and words reach (above, below) the axis."""
    above = max(one.axis - one.top + WORDS_OFF + _LINE * len(one.worded.over) for one in row)
    below = max(one.bottom - one.axis + WORDS_OFF + _LINE * len(one.worded.under) for one in row)
    return round(above), round(below)


def in_row(row: Sequence[Worded], room: float, axis: float) -> list[Placed] | None:
    """The solids from left to right over a width of ``room``, or None if they do not fit."""
    first, last = row[0], row[-1]
    before = max(first.solid.back[0] / 2, (first.words_wide - first.solid.thickness) / 2)
    after = max(last.solid.back[0] / 2, (last.words_wide - last.solid.thickness) / 2)
    steps = [_step(one, other) for one, other in pairwise(row)]
    taken = before + sum(steps) + (first.solid.thickness + last.solid.thickness) / 2 + after
    spare = room - taken
    if spare < 0:
        return None
    extra = min(spare / max(len(steps), 1), 26.0)
    middle = (room - taken - extra * len(steps)) / 2 + before + first.solid.thickness / 2
    placed = [Placed(first, middle - first.solid.thickness / 2, axis)]
    for worded, step in zip(row[1:], steps, strict=True):
        middle += step + extra
        placed.append(Placed(worded, round(middle - worded.solid.thickness / 2), axis))
    return placed


def _step(one: Worded, other: Worded) -> float:
    """The least distance between two middles: words beside words, words beside the larger solid."""
    a, b = one.solid, other.solid
    steps = [
        (a.thickness + b.thickness) / 2 + _LEAST_GAP,
        (one.words_wide + other.words_wide) / 2 + _APART,
    ]
    if a.extent[1] > b.extent[1] + 1:
        steps.append((a.thickness + a.back[0]) / 2 + other.words_wide / 2 + 3)
    if b.extent[1] > a.extent[1] + 1:
        steps.append((b.thickness + b.back[0]) / 2 + one.words_wide / 2 + 3)
    return max(steps)


def words_of(placed: Placed, lift: float = 0.0) -> list[Mark]:
    """The lines above a solid, ``lift`` higher than usual, and below it."""
    marks: list[Mark] = []
    lines = placed.worded.over
    for index, line in enumerate(lines):
        y = placed.top - WORDS_OFF - _LINE * (len(lines) - index - 0.5)
        look = (_BOLD, "ink", "bold") if index == 0 else (_SMALL, "muted", "regular")
        size, ink, weight = look
        marks.append(
            Label(placed.middle, y, line, size, ink, "middle", "bold" if weight == "bold" else "regular")
        )
    for index, line in enumerate(placed.worded.under):
        y = placed.bottom + WORDS_OFF + _LINE * (index + 0.5)
        marks.append(Label(placed.middle, y, line, _SMALL, "ink"))
    return marks

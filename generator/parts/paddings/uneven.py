"""An input with as many zeros on each side as it takes, and all places of the window that moves over it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from generator.arithmetic import output_size
from generator.layout import Block
from generator.parts.panels import fitting_size
from generator.scene import Box, Grid, Label, Line, Mark

_INSET = 3.0  # of a window's outline, so that neighbours do not touch
_LANE, _BAR, _AIR = 7.0, 2.5, 5.0
_MOST_OUTLINES = 64


@dataclass(frozen=True)
class Axis:
    """One direction: cells of the input and of the window, the window's step, zeros before and after."""

    size: int
    kernel: int
    stride: int
    before: int
    after: int

    @property
    def padded(self) -> int:
        """Cells with the zeros."""
        return self.before + self.size + self.after

    @property
    def places(self) -> int:
        """Positions of the window: the output's size."""
        return output_size(self.size, self.kernel, self.stride, (self.before, self.after))

    @property
    def starts(self) -> tuple[int, ...]:
        """Where the window begins at each place, counted from the input's first cell."""
        return tuple(place * self.stride - self.before for place in range(self.places))

    @property
    def unseen(self) -> int:
        """Cells at the end, zeros or not, that no window reaches."""
        return self.padded - (self.places - 1) * self.stride - self.kernel

    @property
    def skipped(self) -> int:
        """Cells between windows that none of them reaches."""
        return max(self.stride - self.kernel, 0) * (self.places - 1)

    @property
    def overlapping(self) -> bool:
        """Whether neighbouring windows share cells."""
        return self.stride < self.kernel and self.places > 1


@dataclass(frozen=True)
class Windows:
    """A window that moves down and across a padded input."""

    down: Axis
    across: Axis

    @property
    def axes(self) -> tuple[Axis, Axis]:
        """Vertical first, as everywhere."""
        return self.down, self.across

    @property
    def output(self) -> tuple[int, int]:
        """Rows and columns of the output."""
        return self.down.places, self.across.places

    @property
    def overlapping(self) -> bool:
        """Whether windows share cells: then not all of them can be outlined."""
        return any(axis.overlapping for axis in self.axes) or self.down.places * self.across.places > (
            _MOST_OUTLINES
        )

    @property
    def rulers(self) -> tuple[float, float]:
        """The room (left, top) of the bars that stand for the windows' places where outlines cannot."""
        if not self.overlapping:
            return 0.0, 0.0
        return _AIR + _LANE * _lanes(self.down), _AIR + _LANE * _lanes(self.across)


def windows_on_zeros(w: Windows, cell: float) -> Block:
    """The padded input with its zeros, and the windows.

    All windows are outlined if they do not overlap; else the first and the last one, and bars at the left
    and on top show which rows and columns each place covers.
    """
    left, top = w.rulers
    whole = Block(0, 0, (*_ground(w, cell), *_zeros(w, cell), *_outlines(w, cell))).at(left, top)
    width, height = left + w.across.padded * cell, top + w.down.padded * cell
    bars = _bars(w, cell) if w.overlapping else []
    return Block(width, height, (*whole, *bars))


def _ground(w: Windows, cell: float) -> list[Mark]:
    (height, rows), (width, columns) = ((axis.padded, axis.size) for axis in w.axes)
    place = w.across.before * cell, w.down.before * cell
    tint = Box(*place, columns * cell, rows * cell, "input-tint")
    lines = Grid(*place, rows, columns, cell, None, "grid", "input-strong")
    if (height, width) == (rows, columns):
        return [tint, lines]
    ring = Box(0, 0, width * cell, height * cell, "padding-tint")
    dashes = Grid(0, 0, height, width, cell, None, "padding-strong", None, (4, 3))
    return [ring, tint, dashes, lines]


def _zeros(w: Windows, cell: float) -> list[Label]:
    inside = [range(axis.before, axis.before + axis.size) for axis in w.axes]
    size = fitting_size(["0"], cell)
    return [
        Label((x + 0.5) * cell, (y + 0.5) * cell, "0", size, "muted")
        for y, x in product(range(w.down.padded), range(w.across.padded))
        if y not in inside[0] or x not in inside[1]
    ]


def _outlines(w: Windows, cell: float) -> list[Box]:
    places = list(product(range(w.down.places), range(w.across.places)))
    shown = [places[0], places[-1]] if w.overlapping else places
    width, height = (axis.kernel * cell - 2 * _INSET for axis in (w.across, w.down))
    return [
        Box(
            x * w.across.stride * cell + _INSET,
            y * w.down.stride * cell + _INSET,
            width,
            height,
            None,
            "kernel-strong",
            3,
        )
        for y, x in dict.fromkeys(shown)
    ]


def _lanes(axis: Axis) -> int:
    """Rows of bars, so that bars in one row do not touch."""
    return min(-(-axis.kernel // axis.stride), axis.places)


def _bars(w: Windows, cell: float) -> Iterator[Mark]:
    left, top = w.rulers
    for axis, begin, room, upright in ((w.across, left, top, False), (w.down, top, left, True)):
        for place in range(axis.places):
            start = begin + place * axis.stride * cell + _INSET
            end = start + axis.kernel * cell - 2 * _INSET
            lane = room - _AIR - _LANE * (place % _lanes(axis)) - _LANE / 2
            ends = (start, lane), (end, lane)
            points = tuple((y, x) for x, y in ends) if upright else ends
            yield Line(points, "kernel-strong", _BAR)

"""Histograms: how many numbers lie in each of a row of equal bins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from generator.layout import Block
from generator.parts.axes import Axis
from generator.scene import Box, Dot, Line, Mark

_BAR_GAP = 1.0
_TICK = 5.0


@dataclass(frozen=True)
class Histogram:
    """Counts of equal bins from ``low`` to ``high``, and what the numbers themselves are like."""

    low: float
    high: float
    counts: tuple[int, ...]
    mean: float
    deviation: float

    @property
    def edges(self) -> tuple[float, ...]:
        """Where the bins begin and end, one more than there are bins."""
        return tuple(np.linspace(self.low, self.high, len(self.counts) + 1).tolist())


def histograms(arrays: Sequence[NDArray[Any]], bins: int) -> list[Histogram]:
    """A histogram for each array, all over the same bins, which reach equally far on both sides of 0.

    The standard deviation is that of the numbers themselves (divided by n).
    """
    reach = max(float(np.abs(array).max()) for array in arrays) or 1.0
    return [_histogram(array.astype(np.float64).ravel(), reach, bins) for array in arrays]


def _histogram(values: NDArray[np.float64], reach: float, bins: int) -> Histogram:
    counts, _ = np.histogram(values, bins, (-reach, reach))
    return Histogram(-reach, reach, tuple(counts.tolist()), float(values.mean()), float(values.std()))


def bars(histogram: Histogram, across: Axis, up: Axis, role: str) -> list[Mark]:
    """A bar for every bin that is not empty."""
    edges = histogram.edges
    return [
        Box(
            across.at(begin) + _BAR_GAP / 2,
            up.at(count),
            across.at(end) - across.at(begin) - _BAR_GAP,
            up.at(0) - up.at(count),
            role,
        )
        for begin, end, count in zip(edges, edges[1:], histogram.counts, strict=False)
        if count
    ]


def spread_bar(begin: float, middle: float, end: float, y: float, ink: str) -> list[Mark]:
    """A line with ticks at its ends and a dot in the middle: mean, and a deviation to either side."""
    ticks = [Line(((x, y - _TICK), (x, y + _TICK)), ink, 1.5) for x in (begin, end)]
    return [Line(((begin, y), (end, y)), ink, 1.5), *ticks, Dot(middle, y, 3.5, ink)]


def spread_sign(ink: str) -> Block:
    """The same line as a sign beside words."""
    return Block(30, 12, tuple(spread_bar(1, 15, 29, 6, ink)))

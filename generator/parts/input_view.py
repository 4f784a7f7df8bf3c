"""A network's input as its units see it: a sample in its frame of padding, measured in input pixels."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

import numpy as np
from numpy.typing import NDArray

from generator.learning.trained import Samples
from generator.networks import Network
from generator.parts.panels import picture
from generator.receptive import Field
from generator.scene import Box, Mark

Span = tuple[float, float]
"""Where something begins and ends along one axis, in input pixels."""


@dataclass(frozen=True, eq=False)
class InputView:
    """A picture with levels from 0 to 255, and where things lie on it.

    ``levels`` is the network's input, ``own`` the size of the sample in its middle; ``before`` and ``after``
    are the pixels that fields reach beyond the input, which padding inside the network fills with zeros.
    """

    levels: NDArray[np.uint8]
    own: int
    before: int
    after: int
    cell: float

    @property
    def size(self) -> int:
        """Pixels of the network's input along one axis."""
        return len(self.levels)

    @property
    def edge(self) -> tuple[int, int]:
        """Where the sample itself begins and ends in the input."""
        begin = (self.size - self.own) // 2
        return begin, begin + self.own

    @property
    def extent(self) -> float:
        """The length of a side, in logical pixels."""
        return (self.before + self.size + self.after) * self.cell

    def at(self, position: float) -> float:
        """A position in input pixels as logical pixels from the drawing's edge."""
        return (position + self.before) * self.cell

    def square(
        self, rows: Span, columns: Span, stroke: str, line: float, dash: tuple[float, float] | None = None
    ) -> Box:
        """An outline from position to position, in input pixels."""
        (top, bottom), (left, right) = rows, columns
        width, height = (right - left) * self.cell, (bottom - top) * self.cell
        return Box(self.at(left), self.at(top), width, height, None, stroke, line, dash)

    def outlined(self, rows: Span, columns: Span, stroke: str, line: float = 3) -> list[Mark]:
        """An outline that stands out from dark and light pixels alike, on a wider one in the page's ink."""
        return [self.square(rows, columns, "page", line + 2), self.square(rows, columns, stroke, line)]

    def marks(self) -> list[Mark]:
        """The picture in its frame, padding dashed: the sample's own edge, and the zeros beyond the input."""
        found: list[Mark] = []
        whole = (0.0, float(self.size))
        if self.before or self.after:
            found.append(Box(0, 0, self.extent, self.extent, "padding-tint", "padding-strong", 1, (4, 3)))
        found += picture(self.levels.astype(np.float64), self.cell).at(self.at(0), self.at(0))
        found.append(self.square(whole, whole, "input-strong", 1.5))
        if self.own < self.size:
            found.append(self.square(self.edge, self.edge, "padding-strong", 1, (4, 3)))
        return found


def input_view(
    data: Samples, network: Network, field: Field, digit: int, sample: int, cell: float
) -> InputView:
    """A sample as the network gets it, with room for the fields of a layer that reach over its edges.

    Raises:
        GeneratorError: there is no such sample.
    """
    own = data.picture(digit, sample)
    size = network.input_shape[0]
    begin = (size - len(own)) // 2
    levels = np.zeros((size, size), np.uint8)
    levels[begin : begin + len(own), begin : begin + len(own)] = own
    before, after = overhang(field, size)
    return InputView(levels, len(own), before, after, cell)


def overhang(field: Field, size: int) -> tuple[int, int]:
    """How many pixels the first and the last unit's fields reach beyond an input of ``size``."""
    return max(ceil(-field.interval(0)[0]), 0), max(ceil(field.interval(field.units - 1)[1]) - size, 0)

"""A network's input as its units see it: a sample in its frame of padding, measured in input pixels."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

import numpy as np
from numpy.typing import NDArray

from generator.errors import GeneratorError
from generator.graph import Graph
from generator.graph_fields import Fields
from generator.learning.prepare import fitted
from generator.learning.trained import Samples
from generator.parts.panels import picture
from generator.receptive import Field
from generator.scene import Box, Mark
from generator.words import by

Span = tuple[float, float]
"""Where something begins and ends along one axis, in input pixels."""

# Logical pixels for a pixel of the input that stay sharp in raster files of double size.
_HALF = 0.5


@dataclass(frozen=True, eq=False)
class ModelView:
    """A picture with levels from 0 to 255, and where things lie on it; pairs are (vertical, horizontal).

    ``levels`` is the network's input, ``own`` the sides of the sample in its middle; ``before`` and ``after``
    are the pixels that fields reach beyond the input, which padding inside the network fills with zeros.
    """

    levels: NDArray[np.uint8]
    own: tuple[int, int]
    before: tuple[int, int]
    after: tuple[int, int]
    cell: float

    @property
    def size(self) -> tuple[int, int]:
        """Pixels of the network's input."""
        rows, columns = self.levels.shape
        return rows, columns

    @property
    def edges(self) -> tuple[Span, Span]:
        """Where the sample itself begins and ends in the input."""
        top, left = ((size - own) // 2 for size, own in zip(self.size, self.own, strict=True))
        return (top, top + self.own[0]), (left, left + self.own[1])

    @property
    def height(self) -> float:
        """In logical pixels, what lies beyond the input included."""
        return (self.before[0] + self.size[0] + self.after[0]) * self.cell

    @property
    def width(self) -> float:
        """In logical pixels, what lies beyond the input included."""
        return (self.before[1] + self.size[1] + self.after[1]) * self.cell

    def x(self, position: float) -> float:
        """A horizontal position in input pixels as logical pixels from the drawing's edge."""
        return (position + self.before[1]) * self.cell

    def y(self, position: float) -> float:
        """A vertical position in input pixels as logical pixels from the drawing's edge."""
        return (position + self.before[0]) * self.cell

    def square(
        self, rows: Span, columns: Span, stroke: str, line: float, dash: tuple[float, float] | None = None
    ) -> Box:
        """An outline from position to position, in input pixels."""
        (top, bottom), (left, right) = rows, columns
        width, height = (right - left) * self.cell, (bottom - top) * self.cell
        return Box(self.x(left), self.y(top), width, height, None, stroke, line, dash)

    @property
    def whole(self) -> Box:
        """The outline of the input."""
        rows, columns = map(float, self.size)
        return self.square((0.0, rows), (0.0, columns), "input-strong", 1.5)

    def outlined(self, rows: Span, columns: Span, stroke: str, line: float = 3) -> list[Mark]:
        """An outline that stands out from dark and light pixels alike, on a wider one in the page's ink."""
        return [self.square(rows, columns, "page", line + 2), self.square(rows, columns, stroke, line)]

    def marks(self) -> list[Mark]:
        """The picture in its frame, padding dashed: the sample's own edge, and the zeros beyond the input."""
        found: list[Mark] = []
        if any(self.before + self.after):
            found.append(Box(0, 0, self.width, self.height, "padding-tint", "padding-strong", 1, (4, 3)))
        found += picture(self.levels.astype(np.float64), self.cell).at(self.x(0), self.y(0))
        found.append(self.whole)
        if self.own != self.size:
            found.append(self.square(*self.edges, "padding-strong", 1, (4, 3)))
        return found


def model_view(
    data: Samples, graph: Graph, fields: Fields, digit: int, sample: int, cell: float
) -> ModelView:
    """A sample as the network gets it, with room for the fields of a layer that reach over its edges.

    Raises:
        GeneratorError: there is no such sample, or it is larger than the network's input.
    """
    own = data.picture(digit, sample)
    rows, columns = graph.input_shape[:2]
    levels = fitted(own[np.newaxis], rows, columns)[0]
    times = min(rows // own.shape[0], columns // own.shape[1])
    ends = [overhang(field, size) for field, size in zip(fields, (rows, columns), strict=True)]
    before, after = zip(*ends, strict=True)
    return ModelView(levels, (own.shape[0] * times, own.shape[1] * times), before, after, cell)


def overhang(field: Field, size: int) -> tuple[int, int]:
    """How many pixels the first and the last unit's fields reach beyond an input of ``size``."""
    return max(ceil(-field.interval(0)[0]), 0), max(ceil(field.interval(field.units - 1)[1]) - size, 0)


def fitting_cell(pixels: tuple[int, int], room: tuple[float, float], largest: int, layer: str) -> float:
    """The largest sharp cell at which so many (rows, columns) of input pixels fit into a room.

    Raises:
        GeneratorError: they do not fit at the smallest one.
    """
    cell = min(room[0] // pixels[0], room[1] // pixels[1], largest)
    if cell >= 1:
        return int(cell)
    if all(count * _HALF <= space for count, space in zip(pixels, room, strict=True)):
        return _HALF
    raise GeneratorError(
        f"layer is {layer!r}, whose fields with what lies beyond the input take {by(*pixels)} pixels; a page "
        f"shows {by(int(room[0] / _HALF), int(room[1] / _HALF))}; choose an earlier layer"
    )

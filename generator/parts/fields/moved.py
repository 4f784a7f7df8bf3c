"""How much the pixels of a receptive field move its unit: all of them, those in its middle, those at its
edge."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.arithmetic import Array
from generator.parts.fields.model_view import Span
from generator.receptive import Field


@dataclass(frozen=True, eq=False)
class Moved:
    """Gradients (height, width) by the pixels of the input, and the field of the unit that they move."""

    gradients: Array
    field: Field
    unit: tuple[int, int]

    @property
    def square(self) -> tuple[Span, Span]:
        """Rows and columns of the theoretical field; outside the input it lies on padding."""
        return self.field.interval(self.unit[0]), self.field.interval(self.unit[1])

    @property
    def inner_side(self) -> int:
        """Pixels along a side of the field's middle, about half of it."""
        return self.field.size - 2 * self._margin

    @property
    def inner(self) -> tuple[Span, Span]:
        """Rows and columns of the field's middle."""
        (top, bottom), (left, right) = self.square
        margin = self._margin
        return (top + margin, bottom - margin), (left + margin, right - margin)

    @property
    def largest(self) -> float:
        """The largest gradient."""
        return float(self.gradients.max())

    @property
    def in_the_middle(self) -> float | None:
        """The mean gradient by a pixel of the field's middle; None where no pixel of it is in the input."""
        return self._mean(self._within(self.inner))

    @property
    def at_the_edge(self) -> float | None:
        """The mean gradient by one of the field's outermost pixels; None if it has no other, or none inside
        the input."""
        (top, bottom), (left, right) = self.square
        if self._margin == 0:
            return None
        ring = self._within(self.square) & ~self._within(((top + 1, bottom - 1), (left + 1, right - 1)))
        return self._mean(ring)

    @property
    def _margin(self) -> int:
        return self.field.size // 4

    def _within(self, square: tuple[Span, Span]) -> NDArray[np.bool_]:
        """The pixels of the input whose middles lie in a square."""
        (top, bottom), (left, right) = square
        height, width = self.gradients.shape
        rows, columns = np.arange(height) + 0.5, np.arange(width) + 0.5
        return np.outer((rows > top) & (rows < bottom), (columns > left) & (columns < right))

    def _mean(self, chosen: NDArray[np.bool_]) -> float | None:
        return float(self.gradients[chosen].mean()) if chosen.any() else None

"""The windows of one stride over an input: where they lie, how many there are, what they leave out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.arithmetic import output_size
from generator.parts.rounding import positions_in_words
from generator.words import Say


@dataclass(frozen=True)
class Strided:
    """The sizes of input and window, zeros on each side, and the stride along both axes.

    All but the stride are (vertical, horizontal).
    """

    size: tuple[int, int]
    kernel: tuple[int, int]
    padding: tuple[int, int]
    stride: int

    @property
    def padded(self) -> tuple[int, int]:
        """Rows and columns of the input with its zeros."""
        return self.size[0] + 2 * self.padding[0], self.size[1] + 2 * self.padding[1]

    @property
    def output(self) -> tuple[int, int]:
        """How many positions there are.

        Raises:
            GeneratorError: the window is larger than the padded input, or a number too small.
        """
        rows, columns = (
            output_size(n, k, self.stride, p)
            for n, k, p in zip(self.size, self.kernel, self.padding, strict=True)
        )
        return rows, columns

    @property
    def centres(self) -> list[tuple[float, float]]:
        """(row, column) of each window's middle, in cells from the padded input's upper left corner."""
        rows, columns = self.output
        half = self.kernel[0] / 2, self.kernel[1] / 2
        return [
            (row * self.stride + half[0], column * self.stride + half[1])
            for row in range(rows)
            for column in range(columns)
        ]

    @property
    def unused(self) -> NDArray[np.bool_]:
        """Which cells of the padded input are in no window."""
        used = [self._used(axis) for axis in (0, 1)]
        return ~np.logical_and.outer(*used)

    @property
    def rest(self) -> tuple[int, int]:
        """Rows at the bottom and columns at the right that no window reaches."""
        rows, columns = (
            (room - side) % self.stride for room, side in zip(self.padded, self.kernel, strict=True)
        )
        return rows, columns

    def sizes(self, say: Say) -> list[str]:
        """How the output's size follows, (7 − 3) / 2 + 1 = 3; a line for each axis if they differ."""
        sums = [self._sum(say, axis) for axis in (0, 1)]
        if sums[0] == sums[1]:
            return sums[:1]
        return [say(f"세로 {sums[0]}", f"rows: {sums[0]}"), say(f"가로 {sums[1]}", f"columns: {sums[1]}")]

    def _used(self, axis: int) -> NDArray[np.bool_]:
        used = np.zeros(self.padded[axis], bool)
        for position in range(self.output[axis]):
            used[position * self.stride :][: self.kernel[axis]] = True
        return used

    def _sum(self, say: Say, axis: int) -> str:
        zeros = f" + 2·{self.padding[axis]}" if self.padding[axis] else ""
        words = f"({self.size[axis]}{zeros} − {self.kernel[axis]}) / {self.stride} + 1 "
        return words + positions_in_words(say, self.padded[axis] - self.kernel[axis], self.stride)

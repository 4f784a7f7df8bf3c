"""A pooling with its numbers, as the pooling figures show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from generator.arithmetic import Array, Pair, pair, pool, windows, winners
from generator.errors import GeneratorError
from generator.words import Say, equals, plain

Kind = Literal["max", "average", "min", "global"]


@dataclass(frozen=True, eq=False)
class Pooled:
    """The input (height, width), how the window moves, and what is left of the input."""

    image: Array
    kind: Kind
    size: tuple[int, int]
    stride: tuple[int, int]
    output: Array

    @property
    def picks(self) -> bool:
        """Whether one cell of a window wins, instead of all having a share."""
        return self.kind in ("max", "min")

    def patch(self, row: int, column: int) -> Array:
        """What the window covers at one position of the output."""
        patch: Array = windows(self.image, self.size, self.stride)[row, column]
        return patch

    def winner(self, row: int, column: int) -> tuple[int, int]:
        """(row, column) in the input of the cell that wins a window; of equal ones the first."""
        signed = self.image if self.kind == "max" else -self.image
        y, x = winners(signed, self.size, self.stride)[row, column].tolist()
        return y, x

    @property
    def unused(self) -> Array:
        """1 in the cells of the input that no window covers, at the edge or between windows; else 0."""
        cells = np.ones(self.image.shape)
        for row, column in np.ndindex(*self.output.shape):
            top, left = row * self.stride[0], column * self.stride[1]
            cells[top : top + self.size[0], left : left + self.size[1]] = 0
        return cells

    def in_words(self, row: int, column: int) -> str:
        """One step written out: max(1, 3, 2, 0) = 3, or (1 + 3 + 2 + 0) / 4 = 1.5."""
        numbers = [plain(value) for value in self.patch(row, column).ravel()]
        result = f"{equals(self.output[row, column])} {plain(self.output[row, column])}"
        if self.picks:
            return f"{self.kind}({', '.join(numbers)}) {result}"
        return f"({' + '.join(numbers)}) / {len(numbers)} {result}"

    def name(self, say: Say) -> str:
        """What this pooling is called."""
        return {
            "max": say("최대 풀링", "max pooling"),
            "average": say("평균 풀링", "average pooling"),
            "min": say("최소 풀링", "min pooling"),
            "global": say("전역 평균 풀링", "global average pooling"),
        }[self.kind]


def pooled(image: Array, kind: Kind, size: Pair, stride: Pair) -> Pooled:
    """The input under this pooling; "global" is the mean of all of it, whatever ``size`` and ``stride`` are.

    Raises:
        GeneratorError: the window does not fit the input, or a number is too small.
    """
    if kind == "global":
        size = stride = (image.shape[0], image.shape[1])
    if min(pair(size)) < 1:
        raise GeneratorError(f"size is {size}; a window has at least 1 cell each way")
    if any(window > room for window, room in zip(pair(size), image.shape, strict=True)):
        raise GeneratorError(
            f"size is {size}, but the input has {image.shape[0]} rows and {image.shape[1]} columns; a window "
            "must fit into it"
        )
    if kind == "min":
        output: Array = -pool(-image, size, stride, "max")
    else:
        output = pool(image, size, stride, "max" if kind == "max" else "average")
    return Pooled(image, kind, pair(size), pair(stride), output)

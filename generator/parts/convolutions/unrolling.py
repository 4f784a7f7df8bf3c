"""The shapes and the numbers of a convolution that im2col makes a product of matrices."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.arithmetic import Array, Pair, output_size
from generator.errors import GeneratorError
from generator.parts.drawings import rows_of_numbers, seeded
from generator.parts.limits import pair_within, within
from generator.unrolled import folded, im2col

# More would be too many lines to draw, with numbers or without.
_MOST_CELLS, _MOST_LAYERS = 100, 512


@dataclass(frozen=True)
class Shapes:
    """Pictures (batch, channels, height, width) and the window's way over them; pairs are (rows, columns)."""

    batch: int
    channels: int
    size: tuple[int, int]
    kernel: tuple[int, int]
    stride: tuple[int, int]
    padding: tuple[int, int]

    @property
    def output(self) -> tuple[int, int]:
        """Rows and columns of a feature map.

        Raises:
            GeneratorError: the kernel does not fit, or a number is too small.
        """
        axes = zip(self.size, self.kernel, self.stride, self.padding, strict=True)
        rows, columns = (output_size(*axis) for axis in axes)
        return rows, columns

    @property
    def rows(self) -> int:
        """Rows of the matrix: N·OH·OW."""
        return self.batch * self.output[0] * self.output[1]

    @property
    def columns(self) -> int:
        """Columns of the matrix: C·FH·FW."""
        return self.channels * self.kernel[0] * self.kernel[1]

    def place(self, row: int) -> tuple[int, int, int]:
        """(picture, row, column of the feature map) that a row of the matrix stands for."""
        sample, rest = divmod(row, self.output[0] * self.output[1])
        return sample, *divmod(rest, self.output[1])

    def corner(self, row: int) -> tuple[int, int]:
        """(row, column) on the padded picture of a window's upper left cell."""
        _, y, x = self.place(row)
        return y * self.stride[0], x * self.stride[1]


def shapes_of(
    batch: int,
    channels: int,
    size: Pair,
    kernel: Pair,
    stride: Pair,
    padding: Pair,
    drawing: str | None = None,
    weights: str | None = None,
) -> Shapes:
    """The shapes that these parameters of a figure describe; rows of numbers have a size of their own.

    Raises:
        GeneratorError: a number is too small or too large, the kernel does not fit, rows are no rows, or
            there are rows for one channel and more channels.
    """
    shapes = Shapes(
        within("batch", batch, 1, _MOST_LAYERS),
        within("channels", channels, 1, _MOST_LAYERS),
        pair_within("size", size if drawing is None else _size(drawing, "drawing"), 1, _MOST_CELLS),
        pair_within("kernel", kernel if weights is None else _size(weights, "weights"), 1, _MOST_CELLS),
        pair_within("stride", stride, 1, _MOST_CELLS),
        pair_within("padding", padding, 0, _MOST_CELLS),
    )
    if (drawing, weights) != (None, None) and channels > 1:
        raise GeneratorError(
            f"channels is {channels}, but {'weights' if drawing is None else 'drawing'} has the numbers of "
            "one; "
            "leave it out, or set channels to 1"
        )
    if drawing is not None and batch > 1:
        raise GeneratorError(
            f"batch is {batch}, but drawing has the numbers of one picture; leave it out, or set batch to 1"
        )
    _ = shapes.output
    return shapes


def _size(text: str, name: str) -> tuple[int, int]:
    rows, columns = rows_of_numbers(text, name).shape
    return rows, columns


@dataclass(frozen=True, eq=False)
class Unrolled:
    """Pictures (batch, channels, height, width), a kernel (channels, height, width), and their product."""

    shapes: Shapes
    images: Array
    weights: Array

    @property
    def matrix(self) -> Array:
        """A row for each window."""
        return im2col(self.images, self.shapes.kernel, self.shapes.stride, self.shapes.padding)

    @property
    def padded(self) -> NDArray[np.bool_]:
        """Which numbers of the matrix come from the padding."""
        ones = np.ones_like(self.images)
        real = im2col(ones, self.shapes.kernel, self.shapes.stride, self.shapes.padding)
        return np.equal(real, 0)

    @property
    def column(self) -> Array:
        """The kernel as a column: (C·FH·FW, 1)."""
        return self.weights.reshape(-1, 1)

    @property
    def results(self) -> Array:
        """Matrix times column: (N·OH·OW, 1)."""
        product: Array = self.matrix @ self.column
        return product

    @property
    def maps(self) -> Array:
        """The results folded back: (batch, height, width)."""
        return folded(self.results, self.shapes.output)


def numbers_of(shapes: Shapes, drawing: str | None, weights: str | None, seed: int) -> Unrolled:
    """The numbers that go with the shapes: those of the post, or seeded."""
    layers = range(shapes.batch * shapes.channels)
    images = [seeded(*shapes.size, 6, seed + 10 * layer) for layer in layers]
    kernels = [seeded(*shapes.kernel, 3, seed + 1000 + channel) for channel in range(shapes.channels)]
    if drawing is not None:
        images = [rows_of_numbers(drawing)]
    if weights is not None:
        kernels = [rows_of_numbers(weights, "weights")]
    every = np.array(images).reshape(shapes.batch, shapes.channels, *shapes.size)
    return Unrolled(shapes, every, np.array(kernels))


def shape(*sizes: int) -> str:
    """A shape as titles and sentences write it: (1, 3, 7, 7)."""
    return f"({', '.join(map(str, sizes))})"

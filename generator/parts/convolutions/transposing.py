"""A transposed convolution with its numbers, step by step."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from generator.arithmetic import Array, Pair
from generator.errors import GeneratorError
from generator.parts.drawings import rows_of_numbers, seeded
from generator.parts.limits import pair_within, written_in_full
from generator.transposed import cropped, scattered, transposed_convolve, transposed_size
from generator.words import Say, each_way, plain

# More cells do not fit a page at any size; what cannot be drawn need not be computed first.
_MOST_CELLS, _MOST_OUTPUT = 30, 60


@dataclass(frozen=True)
class Transposed:
    """The input (height, width), the kernel's weights, and how far apart its copies lie.

    Steps go over the input in reading order; ``padding`` is what is cut off the output.
    """

    image: Array
    weights: Array
    stride: tuple[int, int]
    padding: tuple[int, int]
    bias: float

    @property
    def kernel(self) -> tuple[int, int]:
        """Rows and columns of the kernel."""
        return self.weights.shape[0], self.weights.shape[1]

    @property
    def output(self) -> Array:
        """The result."""
        return transposed_convolve(self.image, self.weights, self.stride, self.padding, self.bias)

    def place(self, step: int) -> tuple[int, int]:
        """(row, column) of a step's input cell."""
        row, column = divmod(step, self.image.shape[1])
        return row, column

    def corner(self, step: int) -> tuple[int, int]:
        """(row, column) of a contribution's upper left cell in the output before cutting."""
        row, column = self.place(step)
        return row * self.stride[0], column * self.stride[1]

    def value(self, step: int) -> float:
        """The number in a step's input cell."""
        return float(self.image[self.place(step)])

    def sums(self, step: int) -> Array:
        """The output before cutting after this step, the bias in every cell."""
        return scattered(np.where(self._done(step), self.image, 0.0), self.weights, self.stride) + self.bias

    @cached_property
    def all_sums(self) -> Array:
        """`sums` of every step: (steps, height, width)."""
        return np.stack([self.sums(step) for step in range(self.image.size)])

    def touched(self, step: int) -> NDArray[np.bool_]:
        """The cells of the output before cutting that have got something by this step."""
        done = self._done(step).astype(np.float64)
        return scattered(done, np.ones_like(self.weights), self.stride) > 0

    @property
    def kept(self) -> NDArray[np.bool_]:
        """The cells of the output before cutting that are left after it."""
        kept = np.zeros(self.touched(0).shape, bool)
        cropped(kept, self.padding)[:] = True
        return kept

    def facts(self, say: Say) -> str:
        """Stride, and padding and bias where there are some: stride 2, padding 1."""
        parts = [say(f"스트라이드 {each_way(self.stride)}", f"stride {each_way(self.stride)}")]
        if any(self.padding):
            parts.append(say(f"패딩 {each_way(self.padding)}", f"padding {each_way(self.padding)}"))
        if self.bias:
            parts.append(say(f"편향 {plain(self.bias)}", f"bias {plain(self.bias)}"))
        return ", ".join(parts)

    def _done(self, step: int) -> NDArray[np.bool_]:
        return np.arange(self.image.size).reshape(self.image.shape) <= step


def transposed_of(
    size: Pair,
    kernel: Pair,
    stride: Pair,
    padding: Pair,
    bias: float,
    drawing: str | None,
    weights: str | None,
    seed: int,
) -> Transposed:
    """The transposed convolution that these parameters of a figure describe.

    Raises:
        GeneratorError: a number is too small or too large, the padding cuts all off, or rows are no rows.
    """
    written_in_full("bias", bias)
    steps = pair_within("stride", stride, 1, _MOST_CELLS)
    cuts = pair_within("padding", padding, 0, _MOST_CELLS)
    sides = pair_within("size", size, 1, _MOST_CELLS), pair_within("kernel", kernel, 1, _MOST_CELLS)
    image = rows_of_numbers(drawing) if drawing is not None else seeded(*sides[0], 5, seed)
    # A seed of its own, so that a larger input leaves the kernel as it is.
    numbers = (
        rows_of_numbers(weights, "weights") if weights is not None else seeded(*sides[1], 3, seed + 1000)
    )
    for axis in (0, 1):
        whole = transposed_size(image.shape[axis], numbers.shape[axis], steps[axis])
        if whole > _MOST_OUTPUT:
            raise GeneratorError(
                f"the output would have {whole} {('rows', 'columns')[axis]}, and a picture has room for "
                f"{_MOST_OUTPUT}; lower size, kernel or stride"
            )
        transposed_size(image.shape[axis], numbers.shape[axis], steps[axis], cuts[axis])
    return Transposed(image, numbers, steps, cuts, bias)

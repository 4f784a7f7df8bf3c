"""A convolution with its numbers, as the convolution figures show it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.arithmetic import Array, Pair, convolve, pad, pair, span, windows
from generator.errors import GeneratorError
from generator.parts.drawings import rows_of_numbers, seeded
from generator.parts.limits import written_in_full
from generator.words import Say, each_way, equals, plain

# More cells do not fit a page at any size; what cannot be drawn need not be computed first.
_MOST_CELLS = 100


@dataclass(frozen=True)
class Convolution:
    """The input (height, width), the kernel's weights, how the window moves, and the feature map."""

    image: Array
    weights: Array
    stride: tuple[int, int]
    padding: tuple[int, int]
    dilation: tuple[int, int]
    bias: float
    output: Array

    @property
    def padded(self) -> Array:
        """The input within its frame of zeros."""
        return pad(self.image, self.padding)

    @property
    def span(self) -> tuple[int, int]:
        """Rows and columns from the window's first cell to its last."""
        return span(self.weights.shape[0], self.dilation[0]), span(self.weights.shape[1], self.dilation[1])

    def patch(self, row: int, column: int) -> Array:
        """What the window covers at one position of the output."""
        patch: Array = windows(self.padded, self._kernel, self.stride, self.dilation)[row, column]
        return patch

    @property
    def _kernel(self) -> tuple[int, int]:
        return self.weights.shape[0], self.weights.shape[1]

    def cells_of(self, row: int, column: int) -> list[tuple[int, int]]:
        """(row, column) on the padded input of the cells that the window uses at one position."""
        top, left = row * self.stride[0], column * self.stride[1]
        return [
            (top + i * self.dilation[0], left + j * self.dilation[1])
            for i in range(self.weights.shape[0])
            for j in range(self.weights.shape[1])
        ]

    def facts(self, say: Say) -> str:
        """Stride, and padding, dilation and bias where they are not the usual ones: stride 2, padding 1."""
        return ", ".join(self.each_fact(say))

    def each_fact(self, say: Say) -> list[str]:
        """What `facts` joins."""
        parts = [say(f"스트라이드 {each_way(self.stride)}", f"stride {each_way(self.stride)}")]
        if any(self.padding):
            parts.append(say(f"패딩 {each_way(self.padding)}", f"padding {each_way(self.padding)}"))
        if self.dilation != (1, 1):
            parts.append(say(f"팽창 {each_way(self.dilation)}", f"dilation {each_way(self.dilation)}"))
        if self.bias:
            parts.append(say(f"편향 {plain(self.bias)}", f"bias {plain(self.bias)}"))
        return parts

    def sum_in_words(self, row: int, column: int) -> str:
        """The sum of products at one position, written out: 1×0 + 2×1 = 2."""
        pairs = zip(self.patch(row, column).ravel(), self.weights.ravel(), strict=True)
        terms = " + ".join(f"{plain(value)}×{bracketed(weight)}" for value, weight in pairs)
        bias = f" + {bracketed(self.bias)}" if self.bias else ""
        result = self.output[row, column]
        return f"{terms}{bias} {equals(result)} {plain(result)}"


def convolution_of(
    size: Pair,
    kernel: Pair,
    stride: Pair,
    padding: Pair,
    dilation: Pair,
    bias: float,
    drawing: str | None,
    weights: str | None,
    seed: int,
) -> Convolution:
    """The convolution that these parameters of a figure describe.

    Raises:
        GeneratorError: the kernel does not fit, a number is too small, or rows are no rows.
    """
    for name, value in (("padding", padding), ("dilation", dilation)):
        if max(pair(value)) > _MOST_CELLS:
            raise GeneratorError(
                f"{name} is {value}; it must be at most {_MOST_CELLS}, a picture has no room for more"
            )
    written_in_full("bias", bias)
    image = rows_of_numbers(drawing) if drawing is not None else seeded(*_at_least_one("size", size), 6, seed)
    by_hand = rows_of_numbers(weights, "weights") if weights is not None else None
    # Seeds of their own, so that a larger input leaves the kernel as it is.
    numbers = by_hand if by_hand is not None else seeded(*_at_least_one("kernel", kernel), 3, seed + 1000)
    output = convolve(image, numbers, stride, padding, dilation, bias)
    return Convolution(image, numbers, pair(stride), pair(padding), pair(dilation), bias, output)


def _at_least_one(name: str, value: Pair) -> tuple[int, int]:
    rows, columns = pair(value)
    if not 1 <= min(rows, columns) <= max(rows, columns) <= _MOST_CELLS:
        raise GeneratorError(
            f"{name} is {value}; it must be from 1 to {_MOST_CELLS}, a picture has no room for more"
        )
    return rows, columns


def bracketed(value: float) -> str:
    """A factor: negative numbers stand in brackets."""
    return f"({plain(value)})" if value < 0 else plain(value)

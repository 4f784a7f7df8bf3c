"""A convolution over several channels with its numbers, in Keras' order of axes: channels last."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from generator.arithmetic import Array, Pair, output_size, pad, windows
from generator.errors import GeneratorError
from generator.parts.drawings import seeded
from generator.parts.limits import pair_within, within, written_in_full
from generator.words import Say, each_way

# More do not fit a page at any size; what cannot be drawn need not be computed first.
_MOST_CELLS, _MOST_LAYERS = 30, 16
_LARGEST_BIAS = 999
# Seeds of channels and filters stay apart, so that one more of them leaves the others as they are.
_NEXT_CHANNEL, _NEXT_FILTER, _KERNELS = 59, 31, 1000


@dataclass(frozen=True)
class Layered:
    """Input (height, width, channels), weights (height, width, channels, filters), one bias for all filters,
    the sum of products in each channel (out height, out width, channels, filters), and with the bias the
    output (out height, out width, filters)."""

    image: Array
    weights: Array
    stride: tuple[int, int]
    padding: tuple[int, int]
    bias: float
    sums: Array

    @property
    def output(self) -> Array:
        """The feature maps: the channels' sums added up, and the bias once."""
        total: Array = self.sums.sum(axis=2) + self.bias
        return total

    @property
    def channels(self) -> int:
        """How many channels the input has."""
        return int(self.image.shape[2])

    @property
    def filters(self) -> int:
        """How many filters there are, and so channels of the output."""
        return int(self.weights.shape[3])

    @property
    def padded(self) -> tuple[int, int]:
        """Rows and columns of the input with its padding."""
        rows, columns, _ = self.image.shape
        return rows + 2 * self.padding[0], columns + 2 * self.padding[1]

    @property
    def kernel(self) -> tuple[int, int]:
        """Rows and columns of a filter."""
        return int(self.weights.shape[0]), int(self.weights.shape[1])

    def products(self, row: int, column: int, index: int = 0) -> Array:
        """Patch times filter at one position, cell by cell: (height, width, channels)."""
        layers = [
            windows(pad(self.image[:, :, c], self.padding), self.kernel, self.stride)[row, column]
            * self.weights[:, :, c, index]
            for c in range(self.channels)
        ]
        return np.stack(layers, axis=2)

    def facts(self, say: Say) -> str:
        """The stride, and the padding where there is one: stride 2, padding 1."""
        stride, padding = each_way(self.stride), each_way(self.padding)
        some = any(self.padding)
        return say(
            f"스트라이드 {stride}" + (f", 패딩 {padding}" if some else ""),
            f"stride {stride}" + (f", padding {padding}" if some else ""),
        )


def layered(
    channels: int, size: Pair, filters: int, kernel: Pair, stride: Pair, padding: Pair, bias: float, seed: int
) -> Layered:
    """Seeded numbers: inputs from 0 to 5, weights from 0 to 2.

    Raises:
        GeneratorError: the kernel does not fit, or a number is too small or larger than a page.
    """
    rows, columns = pair_within("size", size, 1, _MOST_CELLS)
    height, width = pair_within("kernel", kernel, 1, _MOST_CELLS)
    steps = pair_within("stride", stride, 1, _MOST_CELLS)
    frame = pair_within("padding", padding, 0, _MOST_CELLS)
    within("channels", channels, 1, _MOST_LAYERS)
    within("filters", filters, 1, _MOST_LAYERS)
    _check_bias(bias)
    for axis in (0, 1):
        output_size((rows, columns)[axis], (height, width)[axis], steps[axis], frame[axis])
    image = np.stack([seeded(rows, columns, 6, seed + _NEXT_CHANNEL * c) for c in range(channels)], axis=2)
    kernels = [_kernel(height, width, channels, seed + _KERNELS + _NEXT_FILTER * f) for f in range(filters)]
    weights = np.stack(kernels, axis=3)
    return Layered(image, weights, steps, frame, bias, _sums(image, weights, steps, frame))


def _check_bias(bias: float) -> None:
    if abs(bias) > _LARGEST_BIAS:
        raise GeneratorError(f"bias is {bias}; it must be from -{_LARGEST_BIAS} to {_LARGEST_BIAS}")
    written_in_full("bias", bias)


def _kernel(height: int, width: int, channels: int, seed: int) -> Array:
    return np.stack([seeded(height, width, 3, seed + _NEXT_CHANNEL * c) for c in range(channels)], axis=2)


def _sums(image: Array, weights: Array, stride: tuple[int, int], padding: tuple[int, int]) -> Array:
    kernel = int(weights.shape[0]), int(weights.shape[1])
    patches = [windows(pad(image[:, :, c], padding), kernel, stride) for c in range(image.shape[2])]
    sums: Array = np.einsum("cijkl,klcf->ijcf", np.stack(patches), weights)
    return sums

"""A column of inputs with a dense unit that uses all of them and a kernel that slides along them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from generator.arithmetic import Array, convolve, output_size
from generator.errors import GeneratorError
from generator.parts.drawings import seeded
from generator.parts.limits import within

_MOST_INPUTS = 40


@dataclass(frozen=True)
class OneDimension:
    """Columns (n, 1): inputs, a dense unit's weights, a kernel's weights, and what the kernel makes."""

    inputs: Array
    dense: Array
    kernel: Array
    stride: int
    position: int
    outputs: Array

    @property
    def top(self) -> int:
        """The first input under the window at its position."""
        return self.position * self.stride

    @property
    def total(self) -> float:
        """What the dense unit sums up."""
        return float((self.inputs * self.dense).sum())

    @property
    def left_over(self) -> int:
        """Inputs below the last window."""
        return (self.inputs.size - self.kernel.size) % self.stride


def one_dimension(inputs: int, kernel: int, stride: int, position: int, seed: int) -> OneDimension:
    """Seeded inputs from 0 to 9 and weights from −2 to 2, none of them 0.

    Raises:
        GeneratorError: there are too many or too few inputs, the kernel does not fit, or there is no such
            position.
    """
    for name, value in (("inputs", inputs), ("kernel", kernel), ("stride", stride)):
        within(name, value, 1, _MOST_INPUTS)
    count = output_size(inputs, kernel, stride)
    if not 0 <= position < count:
        raise GeneratorError(f"position is {position}; it must be from 0 to {count - 1}, one of the outputs")
    column = seeded(inputs, 1, 10, seed)
    dense, weights = _weights(inputs, seed + 1000), _weights(kernel, seed + 2000)
    return OneDimension(column, dense, weights, stride, position, convolve(column, weights, (stride, 1)))


def _weights(count: int, seed: int) -> Array:
    # A weight of 0 would look like a connection that is not there.
    numbers = seeded(count, 1, 4, seed)
    return np.where(numbers < 2, numbers - 2, numbers - 1)

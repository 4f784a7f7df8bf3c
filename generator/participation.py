"""How many windows use a cell of the input: cells at the border have a part in fewer sums than the middle.

Along one axis the windows of a convolution begin at s j − p for j = 0 … out − 1 and use the cells
s j − p + d i for i = 0 … k − 1. What happens along one axis does not depend on the other, so the count in
two dimensions is the product of the counts along both.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from generator.arithmetic import Padding, Pair, output_size, pair

Counts = NDArray[np.int64]


def axis_participation(
    size: int, kernel: int, stride: int = 1, padding: Padding = 0, dilation: int = 1
) -> Counts:
    """How many windows use each of ``size`` cells along one axis, shape (size,).

    ``padding`` is one number for both ends or (before, after).

    Raises:
        GeneratorError: a number is too small, or the kernel is wider than the padded input.
    """
    positions = output_size(size, kernel, stride, padding, dilation)
    before, after = pair(padding)
    counts = np.zeros(before + size + after, np.int64)
    starts = np.arange(positions) * stride
    for tap in range(kernel):
        # The cells of one tap are all different, so that each is counted.
        counts[starts + tap * dilation] += 1
    return counts[before : before + size]


def participation(
    size: Pair, kernel: Pair, stride: Pair = 1, padding: Pair = 0, dilation: Pair = 1
) -> Counts:
    """How many windows use each cell of the input itself, shape (rows, columns); padding is not counted.

    Every parameter is one number or a (vertical, horizontal) pair.

    Raises:
        GeneratorError: a number is too small, or the kernel is wider than the padded input.
    """
    down, across = (
        axis_participation(*numbers)
        for numbers in zip(*map(pair, (size, kernel, stride, padding, dilation)), strict=True)
    )
    return np.outer(down, across)

"""im2col: convolution as one product of matrices, as pure functions of NumPy arrays.

Pictures are (batch, channels, height, width). Each window becomes a row of the matrix; its columns go through
the channels, in each through the kernel's rows, in each through its columns, which is how a kernel
(channels, height, width) lies in memory. Source: Chellapilla, Puri and Simard, "High performance
convolutional neural networks for document processing", 2006, who call it unfolding.
"""

from __future__ import annotations

import numpy as np

from generator.arithmetic import Array, Pair, output_size, pair


def im2col(images: Array, kernel: Pair, stride: Pair = 1, padding: Pair = 0) -> Array:
    """The matrix of all windows: (N·OH·OW, C·FH·FW), rows by picture, then position in reading order.

    Raises:
        GeneratorError: the kernel does not fit, or a number is too small.
    """
    (kh, kw), (sh, sw), (up, left) = pair(kernel), pair(stride), pair(padding)
    output_size(images.shape[2], kh, sh, up)
    output_size(images.shape[3], kw, sw, left)
    padded = np.pad(images, ((0, 0), (0, 0), (up, up), (left, left)))
    view = np.lib.stride_tricks.sliding_window_view(padded, (kh, kw), axis=(2, 3))[:, :, ::sh, ::sw]
    return view.transpose(0, 2, 3, 1, 4, 5).reshape(-1, images.shape[1] * kh * kw)


def folded(column: Array, output: tuple[int, int]) -> Array:
    """A column with a number for each window as feature maps: (batch, height, width)."""
    return column.reshape(-1, *output)

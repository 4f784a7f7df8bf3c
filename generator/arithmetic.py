"""Convolution, pooling and their sizes as pure functions of NumPy arrays.

Inputs are (height, width). Convolution is what deep learning calls by that name: cross-correlation, the
kernel is not flipped. A parameter that may differ along the axes takes one number or a pair
(vertical, horizontal).
"""

from __future__ import annotations

from typing import Literal

import numpy as np
from numpy.typing import NDArray

from generator.errors import GeneratorError

Array = NDArray[np.float64]
Pair = int | tuple[int, int]
Padding = int | tuple[int, int]
Pooling = Literal["max", "average"]


def pair(value: Pair) -> tuple[int, int]:
    """The (vertical, horizontal) pair that one number or a pair stands for."""
    return (value, value) if isinstance(value, int) else value


def span(kernel: int, dilation: int = 1) -> int:
    """Cells from a dilated kernel's first to its last, both counted: d (k - 1) + 1."""
    return dilation * (kernel - 1) + 1


def output_size(size: int, kernel: int, stride: int = 1, padding: Padding = 0, dilation: int = 1) -> int:
    """Positions of a window along one axis: floor((n + p_before + p_after - d (k - 1) - 1) / s) + 1.

    ``padding`` is one number for both ends or (before, after). Source: Dumoulin and Visin, "A guide to
    convolution arithmetic for deep learning", 2016, relationship 6, with the dilation of section 5.1.

    Raises:
        GeneratorError: a number is too small, or the kernel is wider than the padded input.
    """
    for name, value, least in (
        ("size", size, 1),
        ("kernel", kernel, 1),
        ("stride", stride, 1),
        ("dilation", dilation, 1),
    ):
        if value < least:
            raise GeneratorError(f"{name} is {value}; it must be at least {least}")
    before, after = pair(padding)
    if min(before, after) < 0:
        raise GeneratorError(f"padding is {padding}; it must not be negative")
    room = size + before + after
    if span(kernel, dilation) > room:
        raise GeneratorError(
            f"a kernel of {kernel} with dilation {dilation} spans {span(kernel, dilation)} cells, "
            f"but the input of {size} "
            f"with padding {padding} has {room}; use a smaller kernel or dilation, or more padding"
        )
    return (room - span(kernel, dilation)) // stride + 1


def same_padding(size: int, kernel: int, stride: int = 1, dilation: int = 1) -> tuple[int, int]:
    """Zeros before and after one axis for Keras' ``padding="same"``: the odd one goes after.

    The output has ceil(n / s) positions. Source: TensorFlow's documentation of ``tf.nn``, "padding".
    """
    positions = -(-size // stride)
    total = max((positions - 1) * stride + span(kernel, dilation) - size, 0)
    return total // 2, total - total // 2


def pad(image: Array, padding: Pair) -> Array:
    """The image framed by zeros: ``padding`` rows above and below, columns left and right.

    Raises:
        GeneratorError: the padding is negative.
    """
    vertical, horizontal = pair(padding)
    if min(vertical, horizontal) < 0:
        raise GeneratorError(f"padding is {padding}; it must not be negative")
    return np.pad(image, ((vertical, vertical), (horizontal, horizontal)))


def windows(image: Array, kernel: Pair, stride: Pair = 1, dilation: Pair = 1) -> Array:
    """Every patch that a window covers: (out height, out width, kernel height, kernel width)."""
    (kh, kw), (sh, sw), (dh, dw) = pair(kernel), pair(stride), pair(dilation)
    output_size(image.shape[0], kh, sh, 0, dh)
    output_size(image.shape[1], kw, sw, 0, dw)
    view = np.lib.stride_tricks.sliding_window_view(image, (span(kh, dh), span(kw, dw)))
    return view[::sh, ::sw, ::dh, ::dw]


def convolve(
    image: Array, kernel: Array, stride: Pair = 1, padding: Pair = 0, dilation: Pair = 1, bias: float = 0.0
) -> Array:
    """The feature map: at every position the sum of patch times kernel, and the bias once."""
    rows, columns = kernel.shape
    patches = windows(pad(image, padding), (rows, columns), stride, dilation)
    result: Array = np.einsum("ijkl,kl->ij", patches, kernel) + bias
    return result


def pool(image: Array, size: Pair = 2, stride: Pair = 2, kind: Pooling = "max") -> Array:
    """The maximum or the mean of every window, without padding."""
    patches = windows(image, size, stride)
    result: Array = patches.max(axis=(2, 3)) if kind == "max" else patches.mean(axis=(2, 3))
    return result


def winners(image: Array, size: Pair = 2, stride: Pair = 2) -> NDArray[np.intp]:
    """(row, column) in the image of each window's first maximum: (out height, out width, 2)."""
    (kh, kw), (sh, sw) = pair(size), pair(stride)
    patches = windows(image, size, stride)
    flat = patches.reshape(*patches.shape[:2], kh * kw).argmax(axis=2)
    rows, columns = np.indices(flat.shape)
    return np.stack([rows * sh + flat // kw, columns * sw + flat % kw], axis=2)

"""Transposed convolution and its size as pure functions of NumPy arrays.

Each input cell times the kernel is added into the output, a stride from its neighbour's. That is the adjoint
of `arithmetic.convolve` with the same kernel, which is not flipped. Keras keeps the kernel of a
``Conv2DTranspose`` as (height, width, out, in). Its ``padding="valid"`` is no padding here, as long as the
kernel is not shorter than the stride; of a shorter one Keras adds stride − kernel zeros at the end. Its
``padding="same"`` is padding (k − s) / 2 here, where that is a whole number.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from generator.arithmetic import Array, Padding, Pair, pair
from generator.errors import GeneratorError


def transposed_size(size: int, kernel: int, stride: int = 1, padding: Padding = 0) -> int:
    """Cells of the output along one axis: (n − 1) s + k − p_before − p_after.

    ``padding`` is what is cut off the ends, one number for both or (before, after): the zeros that the
    convolution in the other direction would add. Source: Dumoulin and Visin, "A guide to convolution
    arithmetic for deep learning", 2016, relationship 13.

    Raises:
        GeneratorError: a number is too small, or the padding cuts everything off.
    """
    for name, value in (("size", size), ("kernel", kernel), ("stride", stride)):
        if value < 1:
            raise GeneratorError(f"{name} is {value}; it must be at least 1")
    before, after = pair(padding)
    if min(before, after) < 0:
        raise GeneratorError(f"padding is {padding}; it must not be negative")
    whole = (size - 1) * stride + kernel
    if before + after >= whole:
        raise GeneratorError(
            f"padding is {padding}; cut off both ends of {whole} cells it leaves nothing; "
            f"at most {(whole - 1) // 2} can go"
        )
    return whole - before - after


def scattered(image: Array, kernel: Array, stride: Pair = 1) -> Array:
    """The sum of all contributions, nothing cut off; image and kernel are (height, width).

    Raises:
        GeneratorError: a stride is less than 1.
    """
    (rows, columns), (kh, kw), (sh, sw) = image.shape, kernel.shape, pair(stride)
    output: Array = np.zeros((transposed_size(rows, kh, sh), transposed_size(columns, kw, sw)))
    for (i, j), weight in np.ndenumerate(kernel):
        output[i : i + (rows - 1) * sh + 1 : sh, j : j + (columns - 1) * sw + 1 : sw] += weight * image
    return output


def cropped(full: NDArray[Any], padding: Pair) -> NDArray[Any]:
    """A view of what is left when ``padding`` rows go above and below, columns left and right."""
    (vertical, horizontal), (rows, columns) = pair(padding), full.shape
    return full[vertical : rows - vertical, horizontal : columns - horizontal]


def transposed_convolve(
    image: Array, kernel: Array, stride: Pair = 1, padding: Pair = 0, bias: float = 0.0
) -> Array:
    """The transposed convolution: contributions summed up, the padding cut off, the bias added once.

    Raises:
        GeneratorError: as `transposed_size`.
    """
    axes = zip(image.shape, kernel.shape, pair(stride), pair(padding), strict=True)
    for size, side, step, cut in axes:
        transposed_size(size, side, step, cut)
    return cropped(scattered(image, kernel, stride), padding) + bias

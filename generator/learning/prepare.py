"""What is done to pictures before a network sees them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from generator.errors import GeneratorError

# Near the mean (0.13) and deviation (0.31) of MNIST's pixels.
MEAN, DEVIATION = 0.1, 0.3


def prepare(images: NDArray[np.uint8], size: int) -> NDArray[np.float32]:
    """Pictures (n, h, w) as inputs (n, size, size, 1): framed by 0, then (x / 255 - 0.1) / 0.3.

    Where the frame cannot be equal on both sides, the wider one is below and to the right.

    Raises:
        GeneratorError: the pictures are larger than ``size``.
    """
    _, height, width = images.shape
    if max(height, width) > size:
        raise GeneratorError(f"pictures of {height} × {width} do not fit into {size} × {size}")
    return _standardised(_framed(images, size, size))[..., np.newaxis]


def fitted(images: NDArray[np.uint8], rows: int, columns: int) -> NDArray[np.uint8]:
    """Pictures (n, h, w) as large as they fit into (n, rows, columns): each pixel repeated, framed by 0.

    Raises:
        GeneratorError: the pictures are larger.
    """
    _, height, width = images.shape
    times = min(rows // height, columns // width)
    if times < 1:
        raise GeneratorError(f"pictures of {height} × {width} do not fit into {rows} × {columns}")
    return _framed(images.repeat(times, axis=1).repeat(times, axis=2), rows, columns)


def prepare_for(images: NDArray[np.uint8], shape: tuple[int, ...]) -> NDArray[np.float32]:
    """Pictures as inputs (n, *shape) of any model: fitted, standardised as `prepare` does, in all channels.

    Raises:
        GeneratorError: the pictures are larger than the input.
    """
    rows, columns, channels = shape
    levels = _standardised(fitted(images, rows, columns))
    return np.broadcast_to(levels[..., np.newaxis], (len(images), rows, columns, channels))


def _framed(images: NDArray[np.uint8], rows: int, columns: int) -> NDArray[np.uint8]:
    count, height, width = images.shape
    framed = np.zeros((count, rows, columns), dtype=np.uint8)
    top, left = (rows - height) // 2, (columns - width) // 2
    framed[:, top : top + height, left : left + width] = images
    return framed


def _standardised(levels: NDArray[np.uint8]) -> NDArray[np.float32]:
    values = ((np.arange(256) / 255 - MEAN) / DEVIATION).astype(np.float32)
    return values[levels]

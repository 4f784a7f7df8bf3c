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
    count, height, width = images.shape
    if max(height, width) > size:
        raise GeneratorError(f"pictures of {height} × {width} do not fit into {size} × {size}")
    framed = np.zeros((count, size, size, 1), dtype=np.uint8)
    top, left = (size - height) // 2, (size - width) // 2
    framed[:, top : top + height, left : left + width, 0] = images
    levels = ((np.arange(256) / 255 - MEAN) / DEVIATION).astype(np.float32)
    return levels[framed]

"""Random distortions of pictures, made while a network trains.

Shifts, scales and shears, as LeNet's authors used them for their better results: LeCun, Bottou, Bengio and
Haffner, "Gradient-based learning applied to document recognition", 1998, section III-A.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

SHIFT = 2.0  # pixels
STRETCH = 0.15  # share of the size, for each axis by itself
SHEAR = 0.2  # pixels along one axis for each pixel of the other


def distorted(
    pictures: NDArray[np.float32], labels: NDArray[np.uint8], batch: int, seed: int, strength: float
) -> Any:
    """A ``tf.data.Dataset`` of batches, shuffled and distorted anew each time it is gone through.

    Pictures are (n, size, size, 1). ``strength`` 1 goes up to the amounts above. What comes in from outside
    has the value of the first picture's corner. Equal seeds give equal batches.
    """
    import tensorflow as tf

    x, y = tf.constant(pictures), tf.constant(labels)

    def picked(indices: Any, number: Any) -> tuple[Any, Any]:
        chosen = tf.gather(x, indices)
        key = tf.stack([tf.cast(seed, tf.int64), number])
        moves = _moves(tf, tf.shape(indices)[0], pictures.shape[1], key, strength)
        return _moved(tf, chosen, moves, float(pictures[0, 0, 0, 0])), tf.gather(y, indices)

    order = tf.data.Dataset.range(len(labels)).shuffle(len(labels), seed=seed).batch(batch)
    numbered = tf.data.Dataset.zip((order, tf.data.Dataset.random(seed, rerandomize_each_iteration=True)))
    return numbered.map(picked, num_parallel_calls=2, deterministic=True).prefetch(4)


def _moves(tf: Any, count: Any, size: int, seed: Any, strength: float) -> Any:
    """Random affine maps (count, 8) from places in the new picture to the old, around the middle."""
    spread = strength * tf.constant([STRETCH, SHEAR, SHIFT, SHEAR, STRETCH, SHIFT])
    numbers = tf.random.stateless_uniform((count, 6), seed, -1.0, 1.0) * spread
    a, b, right, c, d, down = tf.unstack(numbers, axis=1)
    middle, none = (size - 1) / 2, tf.zeros_like(a)
    across = [1 + a, b, right - (a + b) * middle]
    up = [c, 1 + d, down - (c + d) * middle]
    return tf.stack([*across, *up, none, none], axis=1)


def _moved(tf: Any, pictures: Any, moves: Any, outside: float) -> Any:
    return tf.raw_ops.ImageProjectiveTransformV3(
        images=pictures,
        transforms=moves,
        output_shape=tf.shape(pictures)[1:3],
        fill_value=outside,
        interpolation="BILINEAR",
        fill_mode="CONSTANT",
    )


def distorted_arrays(
    pictures: NDArray[np.float32], labels: NDArray[np.uint8], batch: int, seed: int, strength: float
) -> Iterator[tuple[NDArray[np.float32], NDArray[np.uint8]]]:
    """The same without TensorFlow: batches without end, of which an epoch takes as many as hold all pictures.

    The distortions are drawn from the same ranges, but they are others than TensorFlow's.
    """
    numbers = np.random.default_rng(seed)
    spread = strength * np.array([STRETCH, SHEAR, SHIFT, SHEAR, STRETCH, SHIFT])
    while True:
        order = numbers.permutation(len(labels))
        for begin in range(0, len(order), batch):
            chosen = order[begin : begin + batch]
            moves = numbers.uniform(-1.0, 1.0, (len(chosen), 6)) * spread
            yield _warped(pictures[chosen], moves, float(pictures[0, 0, 0, 0])), labels[chosen]


def _warped(pictures: NDArray[np.float32], moves: NDArray[np.float64], outside: float) -> NDArray[np.float32]:
    """Pictures (n, size, size, 1) read at moved places around the middle, between pixels in proportion."""
    count, size = pictures.shape[:2]
    framed = np.pad(pictures[..., 0], ((0, 0), (1, 1), (1, 1)), constant_values=outside)
    middle = (size - 1) / 2
    y, x = np.indices((size, size)) - middle
    a, b, right, c, d, down = moves.T[:, :, np.newaxis, np.newaxis]
    across = np.clip((1 + a) * x + b * y + right + middle, -1, size) + 1
    up = np.clip(c * x + (1 + d) * y + down + middle, -1, size) + 1
    left, top = (np.minimum(np.floor(at), size).astype(int) for at in (across, up))
    which = np.arange(count)[:, np.newaxis, np.newaxis]
    beside, below = across - left, up - top
    upper = framed[which, top, left] * (1 - beside) + framed[which, top, left + 1] * beside
    lower = framed[which, top + 1, left] * (1 - beside) + framed[which, top + 1, left + 1] * beside
    warped: NDArray[np.float32] = (upper * (1 - below) + lower * below).astype(np.float32)
    return warped[..., np.newaxis]

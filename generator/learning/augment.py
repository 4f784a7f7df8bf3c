"""Random distortions of pictures, made while a network trains.

Shifts, scales and shears, as LeNet's authors used them for their better results: LeCun, Bottou, Bengio and
Haffner, "Gradient-based learning applied to document recognition", 1998, section III-A.
"""

from __future__ import annotations

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

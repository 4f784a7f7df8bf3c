"""The layers that the post on convolution and pooling builds, taken out of it and run: they are right."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.arithmetic import Array, output_size
from generator.unrolled import im2col

POST = Path(__file__).resolve().parents[2] / "posts" / "2025-07-16-convolution-and-pooling.md"
KINDS = st.sampled_from(["max", "average"])
SIDES = st.integers(1, 3)


@cache
def written() -> dict[str, Any]:
    """What the post's code defines; its last block compares the convolution with measured slopes."""
    names: dict[str, Any] = {}
    for block in re.findall(r"^```python\n(.*?)^```$", POST.read_text(encoding="utf-8"), re.M | re.S):
        exec(block, names)
    return names


def numbers(*shape: int, seed: int = 0) -> Array:
    return np.random.default_rng(seed).normal(size=shape)


def convolution(filters: int, channels: int, side: int, stride: int, padding: int) -> Any:
    kernels, bias = numbers(filters, channels, side, side, seed=1), numbers(filters, seed=2)
    return written()["Convolution"](kernels, bias, stride, padding)


def measured(result: Callable[[], float], array: Array) -> Array:
    """The slopes of a result by central differences."""
    slopes, nudge = np.empty_like(array), 1e-6
    for index in np.ndindex(array.shape):
        value = array[index]
        array[index] = value + nudge
        above = result()
        array[index] = value - nudge
        slopes[index] = (above - result()) / (2 * nudge)
        array[index] = value
    return slopes


def test_the_post_s_code_runs_as_it_stands() -> None:
    assert {"convolve", "unfold", "fold", "Convolution", "Pooling", "slope"} <= set(written())


@given(side=SIDES, stride=SIDES, height=st.integers(3, 7), width=st.integers(3, 7))
def test_unfold_makes_the_matrix_that_the_figure_im2col_draws(
    side: int, stride: int, height: int, width: int
) -> None:
    images = numbers(2, 3, height, width)
    matrix, places = written()["unfold"](images, side, stride)
    np.testing.assert_array_equal(matrix, im2col(images, side, stride))
    assert places == (output_size(height, side, stride), output_size(width, side, stride))


@given(side=SIDES, stride=SIDES, height=st.integers(3, 6), width=st.integers(3, 6))
def test_fold_is_the_adjoint_of_unfold(side: int, stride: int, height: int, width: int) -> None:
    images = numbers(2, 2, height, width)
    matrix, _ = written()["unfold"](images, side, stride)
    pull = numbers(*matrix.shape, seed=3)
    folded = written()["fold"](pull, images.shape, side, stride)
    assert np.sum(matrix * pull) == pytest.approx(np.sum(images * folded))


@given(side=SIDES, stride=SIDES, padding=st.integers(0, 2))
def test_the_layer_gives_what_plain_loops_give(side: int, stride: int, padding: int) -> None:
    images, layer = numbers(2, 3, 5, 6), convolution(4, 3, side, stride, padding)
    ring = (padding, padding)
    framed = np.pad(images, ((0, 0), (0, 0), ring, ring))
    plain = written()["convolve"](framed, layer.kernels, layer.bias, stride)
    np.testing.assert_allclose(layer.forward(images), plain)


@settings(max_examples=10)
@given(side=SIDES, stride=SIDES, padding=st.integers(0, 2))
def test_the_convolution_s_gradients_are_the_measured_slopes(side: int, stride: int, padding: int) -> None:
    images, layer = numbers(2, 2, 4, 5), convolution(2, 2, side, stride, padding)
    pull = numbers(*layer.forward(images).shape, seed=3)

    def loss() -> float:
        return float(np.sum(layer.forward(images) * pull))

    found = layer.backward(pull)
    slopes = [(images, found), (layer.kernels, layer.kernel_slopes), (layer.bias, layer.bias_slopes)]
    for array, gradient in slopes:
        np.testing.assert_allclose(gradient, measured(loss, array), atol=1e-7)


@settings(max_examples=10)
@given(side=SIDES, stride=SIDES, kind=KINDS)
def test_the_pooling_s_gradient_is_the_measured_slope(side: int, stride: int, kind: str) -> None:
    images, layer = numbers(2, 2, 4, 5), written()["Pooling"](side, stride, kind)
    pull = numbers(*layer.forward(images).shape, seed=3)
    found = layer.backward(pull)
    np.testing.assert_allclose(
        found, measured(lambda: float(np.sum(layer.forward(images) * pull)), images), atol=1e-7
    )


def test_pooling_moves_by_its_own_window_unless_told_otherwise() -> None:
    assert written()["Pooling"](2).forward(numbers(1, 3, 4, 4)).shape == (1, 3, 2, 2)


def by_keras(layers: list[Any], images: Array, pull: Array) -> tuple[Array, Array, list[Array]]:
    """Keras' output, and the gradients of the pulled sum: by the images, and by the layers' weights.

    Arrays are (batch, channels, height, width), as in the post.
    """
    import tensorflow as tf

    given = tf.constant(images.transpose(0, 2, 3, 1))
    with tf.GradientTape() as tape:
        tape.watch(given)
        output = given
        for layer in layers:
            output = layer(output)
        loss = tf.reduce_sum(output * pull.transpose(0, 2, 3, 1))
    weights = [weight.value for layer in layers for weight in layer.trainable_weights]
    by_images, *by_weights = tape.gradient(loss, [given, *weights])
    maps = [np.asarray(each).transpose(0, 3, 1, 2) for each in (output, by_images)]
    return maps[0], maps[1], [np.asarray(each) for each in by_weights]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("side", "stride", "padding"), [(3, 1, 0), (3, 1, 1), (3, 2, 1), (5, 2, 0), (1, 1, 0)]
)
def test_the_convolution_equals_keras_forward_and_backward(side: int, stride: int, padding: int) -> None:
    from keras import layers

    images, mine = numbers(2, 3, 7, 8), convolution(4, 3, side, stride, padding)
    maps = mine.forward(images)
    pull = numbers(*maps.shape, seed=3)
    conv = layers.Conv2D(4, side, strides=stride, dtype="float64")
    conv.build((None, 7 + 2 * padding, 8 + 2 * padding, 3))
    conv.set_weights([mine.kernels.transpose(2, 3, 1, 0), mine.bias])
    frame = layers.ZeroPadding2D(padding, dtype="float64")
    theirs, by_images, (by_kernels, by_bias) = by_keras([frame, conv], images, pull)
    np.testing.assert_allclose(maps, theirs, atol=1e-10)
    np.testing.assert_allclose(mine.backward(pull), by_images, atol=1e-10)
    np.testing.assert_allclose(mine.kernel_slopes.transpose(2, 3, 1, 0), by_kernels, atol=1e-10)
    np.testing.assert_allclose(mine.bias_slopes, by_bias, atol=1e-10)


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["max", "average"])
@pytest.mark.parametrize(("side", "stride"), [(2, 2), (3, 2), (2, 1), (3, 3)])
def test_the_pooling_equals_keras_forward_and_backward(kind: str, side: int, stride: int) -> None:
    from keras import layers

    images, mine = numbers(2, 3, 7, 8), written()["Pooling"](side, stride, kind)
    maps = mine.forward(images)
    pull = numbers(*maps.shape, seed=3)
    kinds = {"max": layers.MaxPooling2D, "average": layers.AveragePooling2D}
    theirs, by_images, _ = by_keras([kinds[kind](side, strides=stride, dtype="float64")], images, pull)
    np.testing.assert_allclose(maps, theirs, atol=1e-10)
    np.testing.assert_allclose(mine.backward(pull), by_images, atol=1e-10)

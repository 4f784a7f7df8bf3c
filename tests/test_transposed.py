"""Transposed convolution: against Keras, against its definition, and as the adjoint of the convolution."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.arithmetic import Array, convolve, output_size
from generator.errors import GeneratorError
from generator.transposed import cropped, scattered, transposed_convolve, transposed_size

PAIRS = st.tuples(st.integers(1, 4), st.integers(1, 4))
PADDINGS = st.tuples(st.integers(0, 2), st.integers(0, 2))
SEEDS = st.integers(0, 2**16)


def numbers(shape: tuple[int, ...], seed: int) -> Array:
    return np.random.default_rng(seed).integers(-5, 6, shape).astype(np.float64)


def keras_transposed(image: Array, kernel: Array, stride: tuple[int, int], padding: str) -> Array:
    from keras import ops

    result = ops.conv_transpose(
        image[None, :, :, None].astype("float32"),
        kernel[:, :, None, None].astype("float32"),  # (height, width, out, in)
        strides=stride,
        padding=padding,
        data_format="channels_last",
    )
    return np.asarray(result, dtype=np.float64)[0, :, :, 0]


@pytest.mark.slow
@pytest.mark.parametrize("kernel", list(product((1, 2, 3, 5), (1, 3, 4))), ids=str)
def test_without_padding_it_equals_keras_valid(kernel: tuple[int, int]) -> None:
    for size, stride in product(((1, 1), (2, 2), (3, 4), (5, 2)), ((1, 1), (2, 2), (1, 3), (3, 2))):
        image, weights = numbers(size, sum(size)), numbers(kernel, sum(kernel) + 7)
        found = transposed_convolve(image, weights, stride)
        # Keras makes room for a whole stride behind the last cell, even where the kernel is shorter.
        short = [(0, max(s - k, 0)) for s, k in zip(stride, kernel, strict=True)]
        expected = keras_transposed(image, weights, stride, "valid")
        np.testing.assert_allclose(np.pad(found, short), expected, atol=1e-3)


@pytest.mark.slow
@pytest.mark.parametrize(("kernel", "stride"), [(3, 1), (5, 1), (4, 2), (6, 2), (5, 3), (2, 2), (7, 3)])
def test_half_of_kernel_less_stride_as_padding_equals_keras_same(kernel: int, stride: int) -> None:
    for size in ((2, 2), (3, 5), (1, 4)):
        image, weights = numbers(size, kernel), numbers((kernel, kernel), stride + 50)
        expected = keras_transposed(image, weights, (stride, stride), "same")
        found = transposed_convolve(image, weights, stride, (kernel - stride) // 2)
        assert found.shape == (size[0] * stride, size[1] * stride)
        np.testing.assert_allclose(found, expected, atol=1e-3)


@pytest.mark.slow
def test_a_layer_of_keras_with_these_weights_and_bias_gives_the_same() -> None:
    from keras import layers

    image, weights = numbers((3, 2), 1), numbers((3, 4), 2)
    layer = layers.Conv2DTranspose(1, (3, 4), (2, 3), "valid")
    layer.build((1, 3, 2, 1))
    layer.set_weights([weights[:, :, None, None], np.array([1.5])])
    expected = np.asarray(layer(image[None, :, :, None]))[0, :, :, 0]
    np.testing.assert_allclose(transposed_convolve(image, weights, (2, 3), bias=1.5), expected, atol=1e-3)


@given(PAIRS, PAIRS, PAIRS, SEEDS)
def test_every_cell_is_the_sum_of_what_the_definition_puts_there(
    size: tuple[int, int], kernel: tuple[int, int], stride: tuple[int, int], seed: int
) -> None:
    image, weights = numbers(size, seed), numbers(kernel, seed + 1)
    expected = np.zeros([(n - 1) * s + k for n, s, k in zip(size, stride, kernel, strict=True)])
    for row in range(size[0]):
        for column in range(size[1]):
            for i in range(kernel[0]):
                for j in range(kernel[1]):
                    target = row * stride[0] + i, column * stride[1] + j
                    expected[target] += image[row, column] * weights[i, j]
    assert (scattered(image, weights, stride) == expected).all()


@given(PAIRS, PAIRS, PAIRS, PADDINGS, SEEDS)
@settings(max_examples=200)
def test_it_is_the_adjoint_of_the_convolution(
    size: tuple[int, int],
    kernel: tuple[int, int],
    stride: tuple[int, int],
    padding: tuple[int, int],
    seed: int,
) -> None:
    axes = list(zip(size, kernel, stride, padding, strict=True))
    if any((n - 1) * s + k <= 2 * p for n, k, s, p in axes):
        return
    small, weights = numbers(size, seed), numbers(kernel, seed + 1)
    large = numbers(tuple(transposed_size(*axis) for axis in axes), seed + 2)
    there = (convolve(large, weights, stride, padding) * small).sum()
    back = (large * transposed_convolve(small, weights, stride, padding)).sum()
    assert there == back


@given(st.integers(1, 9), st.integers(1, 5), st.integers(1, 4), st.integers(0, 3))
def test_a_convolution_makes_the_input_size_of_its_output_size(
    size: int, kernel: int, stride: int, padding: int
) -> None:
    if (size - 1) * stride + kernel > 2 * padding:
        assert output_size(transposed_size(size, kernel, stride, padding), kernel, stride, padding) == size


def test_the_sizes_of_the_paper() -> None:
    # Dumoulin and Visin, chapter 4: back to the 5×5 that a kernel of 3 goes over with stride 2.
    assert transposed_size(2, 3, 2) == 5
    assert transposed_size(3, 3, 2, 1) == 5


def test_padding_may_differ_at_both_ends() -> None:
    assert transposed_size(2, 3, 2, (1, 0)) == 4


def test_cutting_shows_the_middle() -> None:
    whole = np.arange(20.0).reshape(4, 5)
    assert cropped(whole, (1, 2)).tolist() == [[7], [12]]
    assert cropped(whole, 0).tolist() == whole.tolist()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((0, 3), "size is 0; it must be at least 1"),
        ((2, 0), "kernel is 0; it must be at least 1"),
        ((2, 3, 0), "stride is 0; it must be at least 1"),
        ((2, 3, 1, -1), "padding is -1; it must not be negative"),
        ((2, 3, 1, 2), "padding is 2; cut off both ends of 4 cells it leaves nothing; at most 1 can go"),
    ],
)
def test_what_cannot_be_is_refused_with_all_numbers(arguments: tuple[int, ...], sentence: str) -> None:
    with pytest.raises(GeneratorError, match=sentence):
        transposed_size(*arguments)
    size, kernel, *rest = arguments
    if min(size, kernel) > 0:
        with pytest.raises(GeneratorError, match=sentence):
            transposed_convolve(np.ones((size, size)), np.ones((kernel, kernel)), *rest)

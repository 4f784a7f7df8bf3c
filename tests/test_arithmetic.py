"""Convolution, pooling and their sizes, against Keras and against their definitions."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from generator.arithmetic import (
    Array,
    convolve,
    output_size,
    pad,
    pool,
    same_padding,
    span,
    windows,
    winners,
)
from generator.errors import GeneratorError

SIZES = st.integers(1, 9)
KERNELS = st.integers(1, 4)
STRIDES = st.integers(1, 3)
DILATIONS = st.integers(1, 3)
PADDINGS = st.integers(0, 3)
SEEDS = st.integers(0, 2**16)
# Every example calls TensorFlow, which takes a while at its first call and little afterwards.
FEW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])


def pairs(numbers: st.SearchStrategy[int]) -> st.SearchStrategy[tuple[int, int]]:
    return st.tuples(numbers, numbers)


def numbers(shape: tuple[int, int], seed: int) -> Array:
    return np.random.default_rng(seed).integers(-5, 6, shape).astype(np.float64)


def fits(size: tuple[int, int], kernel: tuple[int, int], dilation: tuple[int, int]) -> bool:
    return all(span(k, d) <= n for n, k, d in zip(size, kernel, dilation, strict=True))


def keras_convolution(image: Array, kernel: Array, stride: Any, padding: str, dilation: Any) -> Array:
    from keras import ops

    result = ops.conv(
        image[None, :, :, None].astype("float32"),
        kernel[:, :, None, None].astype("float32"),
        strides=stride,
        padding=padding,
        dilation_rate=dilation,
        data_format="channels_last",
    )
    return np.asarray(result, dtype=np.float64)[0, :, :, 0]


@pytest.mark.slow
@FEW
@given(pairs(SIZES), pairs(KERNELS), pairs(STRIDES), pairs(PADDINGS), SEEDS)
def test_strided_convolution_equals_keras(
    size: tuple[int, int],
    kernel: tuple[int, int],
    stride: tuple[int, int],
    padding: tuple[int, int],
    seed: int,
) -> None:
    image, weights = numbers(size, seed), numbers(kernel, seed + 1)
    padded = pad(image, padding)
    assume(fits((padded.shape[0], padded.shape[1]), kernel, (1, 1)))
    expected = keras_convolution(padded, weights, stride, "valid", 1)
    np.testing.assert_allclose(convolve(image, weights, stride, padding), expected, atol=1e-3)


@pytest.mark.slow
@FEW
@given(pairs(SIZES), pairs(KERNELS), pairs(DILATIONS), PADDINGS, SEEDS)
def test_dilated_convolution_equals_keras(
    size: tuple[int, int], kernel: tuple[int, int], dilation: tuple[int, int], padding: int, seed: int
) -> None:
    image, weights = numbers(size, seed), numbers(kernel, seed + 1)
    padded = pad(image, padding)
    assume(fits((padded.shape[0], padded.shape[1]), kernel, dilation))
    expected = keras_convolution(padded, weights, 1, "valid", dilation)
    np.testing.assert_allclose(
        convolve(image, weights, padding=padding, dilation=dilation), expected, atol=1e-3
    )


@pytest.mark.slow
@FEW
@given(pairs(SIZES), pairs(KERNELS), STRIDES, DILATIONS, SEEDS)
def test_same_padding_equals_keras(
    size: tuple[int, int], kernel: tuple[int, int], stride: int, dilation: int, seed: int
) -> None:
    assume(stride == 1 or dilation == 1)  # Keras refuses both at once
    image, weights = numbers(size, seed), numbers(kernel, seed + 1)
    zeros = [same_padding(n, k, stride, dilation) for n, k in zip(size, kernel, strict=True)]
    expected = keras_convolution(image, weights, stride, "same", dilation)
    found = convolve(np.pad(image, zeros), weights, stride, 0, dilation)
    np.testing.assert_allclose(found, expected, atol=1e-3)
    positions = [output_size(n, k, stride, p, dilation) for n, k, p in zip(size, kernel, zeros, strict=True)]
    assert tuple(positions) == expected.shape


@pytest.mark.slow
@FEW
@given(pairs(SIZES), pairs(KERNELS), pairs(STRIDES), st.sampled_from(("max", "average")), SEEDS)
def test_pooling_equals_keras(
    size: tuple[int, int], window: tuple[int, int], stride: tuple[int, int], kind: Any, seed: int
) -> None:
    from keras import ops

    assume(fits(size, window, (1, 1)))
    image = numbers(size, seed)
    keras_pool = ops.max_pool if kind == "max" else ops.average_pool
    layers = image[None, :, :, None].astype("float32")
    expected = np.asarray(keras_pool(layers, window, stride, "valid", "channels_last"))[0, :, :, 0]
    np.testing.assert_allclose(pool(image, window, stride, kind), expected, atol=1e-4)


@given(pairs(SIZES), pairs(KERNELS), pairs(STRIDES), pairs(PADDINGS), pairs(DILATIONS), SEEDS)
def test_every_cell_is_the_sum_that_the_definition_says(
    size: tuple[int, int],
    kernel: tuple[int, int],
    stride: tuple[int, int],
    padding: tuple[int, int],
    dilation: tuple[int, int],
    seed: int,
) -> None:
    image, weights = numbers(size, seed), numbers(kernel, seed + 1)
    padded = pad(image, padding)
    assume(fits((padded.shape[0], padded.shape[1]), kernel, dilation))
    found = convolve(image, weights, stride, padding, dilation, bias=0.5)
    axes = zip(size, kernel, stride, padding, dilation, strict=True)
    assert found.shape == tuple(output_size(n, k, s, p, d) for n, k, s, p, d in axes)
    for (row, column), value in np.ndenumerate(found):
        total = sum(
            weights[i, j] * padded[row * stride[0] + i * dilation[0], column * stride[1] + j * dilation[1]]
            for i in range(kernel[0])
            for j in range(kernel[1])
        )
        assert value == total + 0.5


@given(pairs(SIZES), pairs(KERNELS), pairs(STRIDES), SEEDS)
def test_winners_are_where_the_maxima_stand(
    size: tuple[int, int], window: tuple[int, int], stride: tuple[int, int], seed: int
) -> None:
    assume(fits(size, window, (1, 1)))
    image = numbers(size, seed)
    places = winners(image, window, stride)
    assert (image[places[..., 0], places[..., 1]] == pool(image, window, stride)).all()


@given(st.integers(1, 40), st.integers(1, 7), STRIDES, DILATIONS)
def test_same_padding_keeps_a_position_for_every_stride(
    size: int, kernel: int, stride: int, dilation: int
) -> None:
    before, after = same_padding(size, kernel, stride, dilation)
    assert after - before in (0, 1)
    assert output_size(size, kernel, stride, (before, after), dilation) == -(-size // stride)


def test_lenet_has_the_sizes_of_the_paper() -> None:
    assert [output_size(32, 5), output_size(28, 2, 2), output_size(14, 5), output_size(10, 2, 2)] == [
        28,
        14,
        10,
        5,
    ]


def test_alexnet_begins_with_55_positions() -> None:
    assert output_size(227, 11, 4) == 55


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((0, 1), "size is 0; it must be at least 1"),
        ((5, 0), "kernel is 0; it must be at least 1"),
        ((5, 3, 0), "stride is 0; it must be at least 1"),
        ((5, 3, 1, 0, 0), "dilation is 0; it must be at least 1"),
        ((5, 3, 1, -1), "padding is -1; it must not be negative"),
        ((5, 7), "a kernel of 7 with dilation 1 spans 7 cells, but the input of 5 with padding 0 has 5"),
        (
            (5, 3, 1, 1, 4),
            "a kernel of 3 with dilation 4 spans 9 cells, but the input of 5 with padding 1 has 7",
        ),
    ],
)
def test_what_cannot_be_is_refused_with_all_numbers(arguments: tuple[int, ...], sentence: str) -> None:
    with pytest.raises(GeneratorError, match=sentence):
        output_size(*arguments)


def test_convolve_refuses_a_kernel_wider_than_its_input() -> None:
    with pytest.raises(GeneratorError, match="a kernel of 4"):
        convolve(np.ones((3, 9)), np.ones((4, 4)))
    with pytest.raises(GeneratorError, match="a kernel of 4"):
        convolve(np.ones((9, 3)), np.ones((4, 4)))


def test_negative_padding_is_refused_in_a_sentence() -> None:
    with pytest.raises(GeneratorError, match="padding is -1"):
        convolve(np.ones((5, 5)), np.ones((3, 3)), padding=-1)


def test_windows_leave_the_image_as_it_is() -> None:
    image = np.arange(9.0).reshape(3, 3)
    assert windows(image, 2)[1, 1].tolist() == [[4, 5], [7, 8]]
    assert image.tolist() == np.arange(9.0).reshape(3, 3).tolist()

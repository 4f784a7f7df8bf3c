"""im2col: against plain loops, against the convolution, and against Keras."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.arithmetic import Array, convolve
from generator.errors import GeneratorError
from generator.unrolled import folded, im2col

PAIRS = st.tuples(st.integers(1, 3), st.integers(1, 3))
SIZES = st.tuples(st.integers(3, 6), st.integers(3, 6))
PADDINGS = st.tuples(st.integers(0, 2), st.integers(0, 2))
LAYERS = st.tuples(st.integers(1, 3), st.integers(1, 3))
SEEDS = st.integers(0, 2**16)


def numbers(shape: tuple[int, ...], seed: int) -> Array:
    return np.random.default_rng(seed).integers(-5, 6, shape).astype(np.float64)


@pytest.mark.parametrize(("batch", "rows"), [(1, 9), (10, 90)])
def test_the_matrix_of_seven_by_seven_with_five_by_five_over_three_channels(batch: int, rows: int) -> None:
    assert im2col(np.zeros((batch, 3, 7, 7)), 5).shape == (rows, 75)


def test_columns_go_through_channels_then_rows_then_columns_of_the_kernel() -> None:
    images = np.arange(2 * 2 * 9).reshape(2, 2, 3, 3).astype(np.float64)
    matrix = im2col(images, 2)
    assert matrix[0].tolist() == [0, 1, 3, 4, 9, 10, 12, 13]
    assert matrix[1].tolist() == [1, 2, 4, 5, 10, 11, 13, 14]  # one to the right
    assert matrix[2].tolist() == [3, 4, 6, 7, 12, 13, 15, 16]  # one down
    assert matrix[4].tolist() == (matrix[0] + 18).tolist()  # the next picture


@given(LAYERS, SIZES, PAIRS, PAIRS, PADDINGS, SEEDS)
def test_each_number_stands_where_plain_loops_put_it(
    layers: tuple[int, int],
    size: tuple[int, int],
    kernel: tuple[int, int],
    stride: tuple[int, int],
    padding: tuple[int, int],
    seed: int,
) -> None:
    images = numbers((*layers, *size), seed)
    padded = np.zeros((*layers, size[0] + 2 * padding[0], size[1] + 2 * padding[1]))
    padded[:, :, padding[0] : padding[0] + size[0], padding[1] : padding[1] + size[1]] = images
    rows = []
    for picture in padded:
        for top in range(0, padded.shape[2] - kernel[0] + 1, stride[0]):
            for left in range(0, padded.shape[3] - kernel[1] + 1, stride[1]):
                rows.append(
                    [
                        channel[top + i, left + j]
                        for channel in picture
                        for i in range(kernel[0])
                        for j in range(kernel[1])
                    ]
                )
    assert im2col(images, kernel, stride, padding).tolist() == rows


@given(LAYERS, SIZES, PAIRS, PAIRS, PADDINGS, SEEDS)
def test_matrix_times_kernel_is_the_sum_of_the_channels_convolutions(
    layers: tuple[int, int],
    size: tuple[int, int],
    kernel: tuple[int, int],
    stride: tuple[int, int],
    padding: tuple[int, int],
    seed: int,
) -> None:
    images, weights = numbers((*layers, *size), seed), numbers((layers[1], *kernel), seed + 1)
    expected = [
        sum(convolve(plane, w, stride, padding) for plane, w in zip(picture, weights, strict=True))
        for picture in images
    ]
    product = im2col(images, kernel, stride, padding) @ weights.reshape(-1, 1)
    rows, columns = np.shape(expected[0])
    assert folded(product, (rows, columns)).tolist() == np.array(expected).tolist()


@pytest.mark.slow
@pytest.mark.parametrize("stride", [1, 2, (1, 2)])
@pytest.mark.parametrize("kernel", [2, 3, (3, 1)])
def test_matrix_times_kernels_equals_keras(
    kernel: int | tuple[int, int], stride: int | tuple[int, int]
) -> None:
    from keras import layers

    images = numbers((2, 3, 7, 6), 4)
    layer = layers.Conv2D(4, kernel, stride, "valid", use_bias=False)
    expected = np.asarray(layer(images.transpose(0, 2, 3, 1))).transpose(0, 3, 1, 2)
    weights = np.asarray(layer.get_weights()[0])  # (height, width, in, out)
    side = weights.shape[:2]
    columns = weights.transpose(2, 0, 1, 3).reshape(-1, 4)
    product = im2col(images, (side[0], side[1]), stride) @ columns
    found = np.stack([folded(column, expected.shape[2:]) for column in product.T], axis=1)
    np.testing.assert_allclose(found, expected, atol=1e-4)


def test_a_kernel_that_does_not_fit_is_refused() -> None:
    with pytest.raises(GeneratorError, match="a kernel of 4"):
        im2col(np.zeros((1, 1, 3, 9)), 4)
    with pytest.raises(GeneratorError, match="stride is 0"):
        im2col(np.zeros((1, 1, 3, 9)), 2, 0)

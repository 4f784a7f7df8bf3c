"""How many windows use each cell, against counting one by one and against a gradient."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.arithmetic import convolve, span
from generator.errors import GeneratorError
from generator.participation import axis_participation, participation

SIZES, KERNELS, STEPS, RINGS = st.integers(1, 9), st.integers(1, 5), st.integers(1, 4), st.integers(0, 4)


def counted(
    size: tuple[int, int],
    kernel: tuple[int, int],
    stride: tuple[int, int],
    padding: tuple[int, int],
    dilation: tuple[int, int],
) -> np.ndarray:
    """Window by window, tap by tap."""
    (rows, columns), counts = size, np.zeros(size, np.int64)
    top = -padding[0]
    while top + dilation[0] * (kernel[0] - 1) < rows + padding[0]:
        left = -padding[1]
        while left + dilation[1] * (kernel[1] - 1) < columns + padding[1]:
            for tap in np.ndindex(*kernel):
                y, x = top + tap[0] * dilation[0], left + tap[1] * dilation[1]
                if 0 <= y < rows and 0 <= x < columns:
                    counts[y, x] += 1
            left += stride[1]
        top += stride[0]
    return counts


@given(
    st.tuples(SIZES, SIZES),
    st.tuples(KERNELS, KERNELS),
    st.tuples(STEPS, STEPS),
    st.tuples(RINGS, RINGS),
    st.tuples(STEPS, STEPS),
)
def test_counts_are_those_of_going_through_the_windows(
    size: tuple[int, int],
    kernel: tuple[int, int],
    stride: tuple[int, int],
    padding: tuple[int, int],
    dilation: tuple[int, int],
) -> None:
    assume(all(span(k, d) <= n + 2 * p for n, k, p, d in zip(size, kernel, padding, dilation, strict=True)))
    found = participation(size, kernel, stride, padding, dilation)
    assert np.array_equal(found, counted(size, kernel, stride, padding, dilation))


@given(SIZES, SIZES, KERNELS, STEPS, RINGS)
def test_counts_are_the_slope_of_the_sum_of_a_convolution_with_ones(
    rows: int, columns: int, kernel: int, stride: int, padding: int
) -> None:
    assume(kernel <= min(rows, columns) + 2 * padding)

    def total(image: np.ndarray) -> float:
        return float(convolve(image, np.ones((kernel, kernel)), stride, padding).sum())

    # The sum is linear in each cell, so that a step of 1 gives the slope exactly.
    slopes = np.zeros((rows, columns))
    for cell in np.ndindex(rows, columns):
        image = np.zeros((rows, columns))
        image[cell] = 1
        slopes[cell] = total(image)
    assert np.array_equal(slopes, participation((rows, columns), kernel, stride, padding))


def test_the_counts_of_the_lecture() -> None:
    assert participation(4, 3).tolist() == [[1, 2, 2, 1], [2, 4, 4, 2], [2, 4, 4, 2], [1, 2, 2, 1]]
    assert participation(4, 3, padding=1).tolist() == [[4, 6, 6, 4], [6, 9, 9, 6], [6, 9, 9, 6], [4, 6, 6, 4]]


@given(SIZES, KERNELS, RINGS)
def test_without_padding_every_window_counts_all_its_cells(size: int, kernel: int, padding: int) -> None:
    assume(kernel <= size)
    assert axis_participation(size, kernel).sum() == kernel * (size - kernel + 1)
    # Padding on one side only shows what windows lose at the other.
    one_sided = axis_participation(size, kernel, padding=(padding, 0))
    assert np.array_equal(axis_participation(size, kernel, padding=(0, padding)), one_sided[::-1])


@given(SIZES, KERNELS)
def test_enough_padding_lets_every_cell_take_part_equally(size: int, kernel: int) -> None:
    assert set(axis_participation(size, kernel, padding=kernel - 1).tolist()) == {kernel}


def test_a_window_that_does_not_fit_is_refused() -> None:
    with pytest.raises(GeneratorError, match="a kernel of 5"):
        participation(4, 5)


@pytest.mark.slow
@pytest.mark.parametrize(("padding", "name"), [(0, "valid"), (1, "same")])
@pytest.mark.parametrize("size", [4, (5, 7)])
def test_counts_are_the_gradient_that_tensorflow_finds(
    size: int | tuple[int, int], padding: int, name: str
) -> None:
    import tensorflow as tf

    rows, columns = (size, size) if isinstance(size, int) else size
    image = tf.Variable(np.random.default_rng(0).random((1, rows, columns, 1), np.float32))
    with tf.GradientTape() as tape:
        total = tf.reduce_sum(tf.nn.conv2d(image, tf.ones((3, 3, 1, 1)), 1, name.upper()))
    gradient = tape.gradient(total, image).numpy()[0, :, :, 0]
    assert np.array_equal(gradient, participation(size, 3, padding=padding))

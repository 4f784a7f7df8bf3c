"""Activation functions against difference quotients, definitions and Keras."""

from __future__ import annotations

from math import exp

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.activations import FUNCTIONS, Activation, softmax

every_function = pytest.mark.parametrize("name", FUNCTIONS)
_STEP = 1e-5


@every_function
@given(x=st.floats(-8, 8))
def test_derivatives_are_difference_quotients(name: Activation, x: float) -> None:
    function = FUNCTIONS[name]
    if abs(x) < 2 * _STEP:
        x = 1.0  # where some derivatives jump, a difference quotient is their mean
    before, after = function.value(np.array([x - _STEP, x + _STEP]))
    assert function.derivative(np.array([x]))[0] == pytest.approx((after - before) / (2 * _STEP), abs=1e-5)


@every_function
def test_a_function_jumps_in_its_derivative_where_it_says_so(name: Activation) -> None:
    below, above = FUNCTIONS[name].derivative(np.array([-1e-9, 1e-9]))
    assert (abs(above - below) > 0.1) == FUNCTIONS[name].jumps


@every_function
def test_large_numbers_overflow_nothing(name: Activation) -> None:
    far = np.array([-1000.0, -50.0, 50.0, 1000.0])
    with np.errstate(over="raise", invalid="raise"):
        assert np.isfinite(FUNCTIONS[name].value(far)).all()
        assert np.isfinite(FUNCTIONS[name].derivative(far)).all()


@given(numbers=st.lists(st.floats(-10, 10), min_size=1, max_size=10))
def test_softmax_is_each_power_by_the_sum_of_all(numbers: list[float]) -> None:
    powers = [exp(number) for number in numbers]
    chances = softmax(np.array(numbers))
    assert chances.sum() == pytest.approx(1)
    assert chances.tolist() == pytest.approx([power / sum(powers) for power in powers])


def test_softmax_of_large_numbers_does_not_overflow() -> None:
    assert softmax(np.array([1000.0, 1000.0])).tolist() == [0.5, 0.5]


@pytest.mark.slow
@every_function
def test_values_and_derivatives_are_those_of_keras(name: Activation) -> None:
    from generator.learning.model import keras

    activations = keras().activations
    import tensorflow as tf

    x = tf.constant(np.linspace(-6, 6, 121))  # 0 among them
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = getattr(activations, name)(x)
    assert np.allclose(FUNCTIONS[name].value(x.numpy()), y.numpy(), atol=1e-9)
    assert np.allclose(FUNCTIONS[name].derivative(x.numpy()), tape.gradient(y, x).numpy(), atol=1e-9)


@pytest.mark.slow
def test_softmax_is_that_of_keras() -> None:
    from generator.learning.model import keras

    numbers = np.array([[2.0, 1.0, 0.1]])
    assert np.allclose(softmax(numbers[0]), np.asarray(keras().activations.softmax(numbers))[0])

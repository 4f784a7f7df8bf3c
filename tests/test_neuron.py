"""One neuron: its numbers against their definitions, its gradients against difference quotients."""

from __future__ import annotations

from collections.abc import Callable
from math import exp

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.activations import FUNCTIONS, Activation
from generator.errors import GeneratorError
from generator.neuron import neuron

number = st.floats(-3, 3)
pairs = st.lists(st.tuples(number, number), min_size=1, max_size=5)
smooth = st.sampled_from([name for name, function in FUNCTIONS.items() if not function.jumps])
_STEP = 1e-6


def slope(error: Callable[[float], float], at: float) -> float:
    """The central difference quotient."""
    return (error(at + _STEP) - error(at - _STEP)) / (2 * _STEP)


@given(pairs=pairs, bias=number, target=number, function=smooth)
def test_gradients_are_difference_quotients(
    pairs: list[tuple[float, float]], bias: float, target: float, function: Activation
) -> None:
    inputs, weights = [y for y, _ in pairs], [w for _, w in pairs]
    n = neuron(inputs, weights, bias, function, target)

    def with_one(numbers: list[float], index: int) -> Callable[[float], list[float]]:
        return lambda value: [*numbers[:index], value, *numbers[index + 1 :]]

    for index in range(len(pairs)):
        weighted, fed = with_one(weights, index), with_one(inputs, index)
        by_weight = slope(
            lambda w, made=weighted: neuron(inputs, made(w), bias, function, target).error, weights[index]
        )
        by_input = slope(
            lambda y, made=fed: neuron(made(y), weights, bias, function, target).error, inputs[index]
        )
        assert n.by_weights[index] == pytest.approx(by_weight, rel=1e-4, abs=1e-5)
        assert n.by_inputs[index] == pytest.approx(by_input, rel=1e-4, abs=1e-5)
    by_bias = slope(lambda b: neuron(inputs, weights, b, function, target).error, bias)
    assert n.by_total == pytest.approx(by_bias, rel=1e-4, abs=1e-5)


@given(pairs=pairs, bias=number, target=number)
def test_the_forward_pass_is_a_weighted_sum_and_a_function_of_it(
    pairs: list[tuple[float, float]], bias: float, target: float
) -> None:
    n = neuron([y for y, _ in pairs], [w for _, w in pairs], bias, "sigmoid", target)
    total = bias + sum(y * w for y, w in pairs)
    assert n.total == pytest.approx(total)
    assert n.output == pytest.approx(1 / (1 + exp(-total)))
    assert n.error == pytest.approx((target - n.output) ** 2 / 2)


def test_a_neuron_needs_one_weight_for_each_input() -> None:
    for inputs, weights in (([1.0, 2.0], [1.0]), ([], [])):
        with pytest.raises(GeneratorError, match=f"weights are {len(weights)} and inputs are {len(inputs)}"):
            neuron(inputs, weights, 0.0, "tanh", 1.0)


@pytest.mark.slow
def test_gradients_are_those_of_tensorflow() -> None:
    from generator.learning.model import keras

    k = keras()
    import tensorflow as tf

    inputs, weights, bias = [1.0, 0.5, 0.2], [0.6, -0.4, 0.5], 0.1
    w, b = tf.Variable(weights, dtype="float64"), tf.Variable(bias, dtype="float64")
    with tf.GradientTape() as tape:
        y = k.activations.tanh(tf.reduce_sum(np.array(inputs) * w) + b)
        error = 0.5 * (0.8 - y) ** 2
    by_weights, by_bias = tape.gradient(error, [w, b])
    n = neuron(inputs, weights, bias, "tanh", 0.8)
    assert n.by_weights == pytest.approx(by_weights.numpy().tolist())
    assert n.by_total == pytest.approx(float(by_bias))

"""Two layers of neurons: their gradients against difference quotients, one layer against one neuron."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.activations import FUNCTIONS, Activation
from generator.errors import GeneratorError
from generator.neuron import neuron
from generator.two_layers import TwoLayers, after_step, two_layers

_STEP = 1e-6
smooth = st.sampled_from([name for name, function in FUNCTIONS.items() if not function.jumps])


def network(seed: int, function: Activation, counts: tuple[int, int, int] = (2, 3, 2)) -> TwoLayers:
    numbers = np.random.default_rng(seed)
    inputs, hidden, outputs = counts
    return two_layers(
        numbers.uniform(-1, 1, inputs).tolist(),
        numbers.uniform(-1, 1, (hidden, inputs)).tolist(),
        numbers.uniform(-1, 1, hidden).tolist(),
        numbers.uniform(-1, 1, (outputs, hidden)).tolist(),
        numbers.uniform(-1, 1, outputs).tolist(),
        numbers.uniform(-1, 1, outputs).tolist(),
        function,
    )


def error_with(net: TwoLayers, unit: int, weight: int | None, change: float) -> float:
    """The error after one weight of a unit, or its bias, was changed."""
    units = [*net.hidden, *net.outputs]
    weights, biases = [list(u.weights) for u in units], [u.bias for u in units]
    if weight is None:
        biases[unit] += change
    else:
        weights[unit][weight] += change
    cut = len(net.hidden)
    return two_layers(
        net.inputs, weights[:cut], biases[:cut], weights[cut:], biases[cut:], net.targets, net.function
    ).error


@given(seed=st.integers(0, 999), function=smooth)
@settings(max_examples=25)
def test_every_gradient_is_a_difference_quotient(seed: int, function: Activation) -> None:
    net = network(seed, function)
    for index, unit in enumerate((*net.hidden, *net.outputs)):
        for weight in (None, *range(len(unit.weights))):
            up, down = (error_with(net, index, weight, step) for step in (_STEP, -_STEP))
            found = unit.by_total if weight is None else unit.by_weights[weight]
            assert found == pytest.approx((up - down) / (2 * _STEP), rel=1e-4, abs=1e-7)


def test_units_are_numbered_through_from_the_inputs_on() -> None:
    net = network(0, "sigmoid")
    assert [unit.number for unit in net.hidden] == [3, 4, 5]
    assert [unit.number for unit in net.outputs] == [6, 7]


def test_an_output_unit_is_a_neuron_that_the_hidden_ones_feed() -> None:
    net = network(1, "tanh", (3, 2, 1))
    (unit,) = net.outputs
    alone = neuron([u.output for u in net.hidden], unit.weights, unit.bias, "tanh", net.targets[0])
    assert (unit.output, unit.by_total, unit.by_weights) == (alone.output, alone.by_total, alone.by_weights)
    assert net.error == alone.error
    assert [u.by_output for u in net.hidden] == list(alone.by_inputs)


@given(seed=st.integers(0, 999))
def test_a_short_step_lowers_the_error_by_the_square_of_the_gradient(seed: int) -> None:
    net, rate = network(seed, "sigmoid"), 1e-4
    units = (*net.hidden, *net.outputs)
    square = sum(u.by_total**2 + sum(by**2 for by in u.by_weights) for u in units)
    assert net.error - after_step(net, rate).error == pytest.approx(rate * square, rel=1e-2, abs=1e-12)


def test_units_and_their_biases_must_agree() -> None:
    with pytest.raises(GeneratorError, match="hidden_biases are 2 and rows of hidden are 1"):
        two_layers([1.0], [[1.0]], [0.0, 0.0], [[1.0]], [0.0], [1.0], "tanh")
    with pytest.raises(GeneratorError, match="weights are 2 and inputs are 1"):
        two_layers([1.0], [[1.0]], [0.0], [[1.0, 2.0]], [0.0], [1.0], "tanh")

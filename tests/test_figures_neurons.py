"""Activation functions, softmax and one neuron, as they are drawn."""

from __future__ import annotations

from math import exp

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.activations import FUNCTIONS, Activation
from generator.errors import GeneratorError
from generator.neuron import neuron
from generator.parts.numbers import equals, short
from generator.scene import Box, Drawing, Label, Line
from generator.words import LANGUAGES, Language
from tests.contrast import assert_contrast
from tests.drawn import drawn, words
from tests.legible import assert_apart, assert_readable, assert_within

decimal = st.decimals(-10, 10, places=3).map(float)
numbers = st.lists(decimal, min_size=1, max_size=6)
functions = st.sampled_from(list(FUNCTIONS))
languages = st.sampled_from(LANGUAGES)


def assert_legible(drawing: Drawing) -> None:
    for holds in (assert_within, assert_readable, assert_apart):
        holds(drawing)
    assert_contrast(drawing, "light")
    assert_contrast(drawing, "dark")


def curves(drawing: Drawing, ink: str) -> list[Line]:
    """Lines of that ink in the chart, without the sign of the legend."""
    lines = [mark for mark in drawing.frames[0].marks if isinstance(mark, Line) and mark.stroke == ink]
    return [line for line in lines if abs(line.points[-1][0] - line.points[0][0]) > 40]


@pytest.mark.parametrize("name", FUNCTIONS)
def test_the_curve_runs_through_the_functions_values(name: Activation) -> None:
    drawing = drawn("activation_function", function=name, reach=3.0)
    zero, one = (at(drawing, value) for value in (0, 1))
    (line,) = curves(drawing, "output-strong")
    for x, y in line.points:
        value = (y - zero[1]) / (one[1] - zero[1])
        place = (x - zero[0]) / (one[0] - zero[0])
        assert value == pytest.approx(float(FUNCTIONS[name].value(np.array([place]))[0]), abs=2e-3)


def at(drawing: Drawing, value: int) -> tuple[float, float]:
    """Where a number is on both axes, by the numbers written along them."""
    found = [mark for mark in drawing.frames[0].marks if isinstance(mark, Label) and mark.text == str(value)]
    across = next(mark for mark in found if mark.anchor == "middle")
    up = next(mark for mark in found if mark.anchor == "end")
    return across.x, up.y


@pytest.mark.parametrize("name", FUNCTIONS)
def test_the_derivative_is_dashed_and_broken_where_it_jumps(name: Activation) -> None:
    lines = curves(drawn("activation_function", function=name), "kernel-strong")
    assert len(lines) == (2 if FUNCTIONS[name].jumps else 1)
    assert all(line.dash for line in lines)
    assert all(line.dash is None for line in curves(drawn("activation_function"), "output-strong"))


@given(function=functions, reach=st.floats(1, 20), language=languages)
@settings(max_examples=10)
def test_any_function_can_be_read(function: Activation, reach: float, language: Language) -> None:
    assert_legible(drawn("activation_function", language, function=function, reach=reach))


def test_softmax_draws_probabilities_as_lengths() -> None:
    drawing = drawn("activation_function", "en", function="softmax", numbers="2 1 0.1")
    powers = [exp(2), exp(1), exp(0.1)]
    chances = [power / sum(powers) for power in powers]
    bars = [m for m in drawing.frames[0].marks if isinstance(m, Box) and m.fill == "output-strong"]
    assert [bar.width / bars[0].width for bar in bars] == pytest.approx([c / chances[0] for c in chances])
    assert {"0.659", "0.242", "0.099", "7.389", "2.718", "1.105", "11.213", "Σ = 1"} <= set(words(drawing))


@given(values=numbers.filter(lambda found: len(found) > 1), language=languages)
@settings(max_examples=10)
def test_softmax_of_any_numbers_can_be_read(values: list[float], language: Language) -> None:
    written = " ".join(map(str, values))
    assert_legible(drawn("activation_function", language, function="softmax", numbers=written))


@given(
    values=numbers,
    bias=decimal,
    target=decimal,
    function=functions,
    language=languages,
    layout=st.sampled_from(["row", "stacked"]),
)
@settings(max_examples=20)
def test_any_neuron_can_be_read_and_shows_its_numbers(
    values: list[float], bias: float, target: float, function: Activation, language: Language, layout: str
) -> None:
    weights = values[::-1]
    drawing = drawn(
        "neuron",
        language,
        inputs=" ".join(map(str, values)),
        weights=", ".join(map(str, weights)),
        bias=bias,
        target=target,
        function=function,
        layout=layout,
    )
    assert_legible(drawing)
    n = neuron(values, weights, bias, function, target)
    assert {short(number) for number in (n.total, n.output, n.error)} <= set(words(drawing))
    # Each edge bears its weight above and its gradient below.
    pieces = " ".join(mark.text for mark in drawing.frames[0].marks if isinstance(mark, Label))
    for index, gradient in enumerate(n.by_weights, 1):
        assert f"j{index}  = {short(weights[index - 1])} ∂E/∂w j{index}  {equals(gradient)}" in pieces


@pytest.mark.parametrize(
    ("name", "given", "told"),
    [
        ("neuron", {"inputs": "1 2"}, "weights are 3 and inputs are 2"),
        ("neuron", {"inputs": "1 two 3"}, "inputs is '1 two 3'; it takes 1 to 6 numbers"),
        ("neuron", {"inputs": "1 2 3 4 5 6 7"}, "1 to 6 numbers"),
        ("neuron", {"weights": "1 nan 2"}, "from -10 to 10"),
        ("neuron", {"weights": "1 11 2"}, "from -10 to 10"),
        ("neuron", {"bias": 1e300}, "bias is"),
        ("neuron", {"target": -11}, "target is -11; it must be from -10 to 10"),
        ("activation_function", {"reach": 0.5}, "reach is 0.5; it must be from 1 to 20"),
        ("activation_function", {"function": "softmax", "numbers": "1"}, "2 to 10 numbers"),
        ("activation_function", {"function": "softmax", "numbers": "1 99"}, "from -10 to 10"),
    ],
)
def test_what_cannot_be_drawn_is_refused(name: str, given: dict[str, object], told: str) -> None:
    with pytest.raises(GeneratorError) as refused:
        drawn(name, "en", **given)
    assert told in str(refused.value)

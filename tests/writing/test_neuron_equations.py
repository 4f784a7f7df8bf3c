"""What posts say of neurons in formulas and numbers."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.activations import FUNCTIONS, Activation
from generator.errors import GeneratorError
from generator.parts.numbers import short
from generator.writing import filters
from generator.writing import neuron_equations as equations
from generator.writing.neuron_values import neuron, two_layers
from generator.writing.portable import portable
from generator.writing.tex_sigmoid import sigmoid_derivative

decimal = st.decimals(-5, 5, places=2).map(float)
pairs = st.lists(st.tuples(decimal, decimal), min_size=1, max_size=6)
functions = st.sampled_from(list(FUNCTIONS))


def last_number(tex: str) -> str:
    """What the last line of a formula ends in."""
    return re.findall(r"(?:=|\\approx) (-?[\d.]+)(?: \\end\{aligned\})?$", tex)[0]


def told(value: float) -> str:
    return short(value).replace("\N{MINUS SIGN}", "-")


@given(pairs=pairs, bias=decimal, target=decimal, function=functions)
@settings(max_examples=30)
def test_formulas_of_any_neuron_are_portable_and_end_in_its_numbers(
    pairs: list[tuple[float, float]], bias: float, target: float, function: Activation
) -> None:
    example = {
        "inputs": " ".join(str(y) for y, _ in pairs),
        "weights": " ".join(str(w) for _, w in pairs),
        "bias": bias,
        "target": target,
        "function": function,
    }
    n: Any = neuron(**example)
    forward, backward = equations.neuron_forward(**example), equations.neuron_backward(**example)
    for tex in (*forward, *backward, equations.neuron_step(rate=0.5, **example)):
        assert portable(tex, display=True) == tex
    ends = [last_number(tex) for tex in (*forward, *backward[:4], backward.by_inputs)]
    values = (n.total, n.output, n.error, n.by_output, n.slope, n.by_total, n.by_total, n.by_inputs[-1])
    assert ends == [told(value) for value in values]


def test_the_sum_is_written_out_and_comes_to_what_it_says() -> None:
    tex = equations.neuron_forward().total
    middle = tex.partition(r"b_j \cr")[2].rpartition(r"\cr")[0]
    for sign, python in ((r"\times", "*"), (r"\cr", ""), (r"\quad {}", ""), ("&", ""), ("=", "")):
        middle = middle.replace(sign, python)
    assert eval(middle) == pytest.approx(float(last_number(tex)))


def test_rounded_numbers_stand_after_about_and_exact_ones_after_equals() -> None:
    forward = equations.neuron_forward(inputs="1", weights="0", bias=0, target=1)
    assert forward.output.endswith(r"&= 0.5 \end{aligned}")
    assert r"\approx" not in "".join(forward)
    assert r"&\approx \frac{1}{2} (1 - 0.646)^2" in equations.neuron_forward().error


def test_another_function_is_named_by_its_letter() -> None:
    backward = equations.neuron_backward(function="tanh")
    assert backward.slope == r"\varphi^{\prime}(x_j) = \varphi^{\prime}(0.6) \approx 0.712"


def test_the_filter_short_writes_numbers_as_figures_do() -> None:
    assert [filters.short(value) for value in (0.64565, -0.08112, 2)] == ["0.646", "−0.0811", "2"]
    with pytest.raises(GeneratorError, match="found True"):
        filters.short(True)


def test_a_step_goes_against_the_gradient() -> None:
    lines = equations.neuron_step(rate=0.5).split(r" \cr ")
    assert lines[2:4] == [r"w_{j2} &\leftarrow -0.4 - 0.5 \times (-0.0405)", r"&\approx -0.38"]
    n: Any = neuron()
    assert n.step(rate=0.5).weights[1] == pytest.approx(-0.4 - 0.5 * n.by_weights[1])
    assert n.step(rate=0.5, times=3).error == n.step(rate=0.5).step(rate=0.5).step(rate=0.5).error
    assert n.step(rate=0.5, times=0).error == n.error


def test_formulas_of_two_layers_are_portable_and_end_in_their_numbers() -> None:
    net: Any = two_layers()
    formulas = [equations.layers_outputs(), equations.layers_error(), *sigmoid_derivative()]
    units = {unit.number: unit for unit in (*net.hidden, *net.outputs)}
    for number, unit in units.items():
        backward = equations.unit_backward(unit=number)
        formulas += backward
        assert last_number(backward.by_output) == told(unit.by_output)
        assert last_number(backward.by_total) == last_number(backward.by_weights) == told(unit.by_total)
    assert [tex for tex in formulas if portable(tex, display=True) != tex] == []
    assert last_number(equations.layers_error()) == told(net.error)
    for number, unit in units.items():
        assert rf"y_{number} &\approx {told(unit.output)}" in equations.layers_outputs()


def test_a_hidden_unit_hears_from_every_output() -> None:
    net: Any = two_layers()
    terms = " + ".join(
        rf"\frac{{\partial E}}{{\partial x_{later.number}}} w_{{{later.number}3}}" for later in net.outputs
    )
    assert terms in equations.unit_backward(unit=3).by_output


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: neuron(weight="1"), "no parameter 'weight'; did you mean weights"),
        (lambda: neuron(bias="much"), "bias is 'much'; it must be a number"),
        (lambda: equations.neuron_forward(function="sigmod"), "function is 'sigmod'"),
        (lambda: equations.neuron_step(rate=0), "rate is 0; it must be a number above 0"),
        (lambda: neuron().step(rate="fast"), "rate is 'fast'"),
        (lambda: neuron().step(rate=1, times=-1), "times is -1; it must be a whole number from 0"),
        (lambda: equations.unit_backward(unit=2), "unit is 2; hidden and output units are 3 to 6"),
        (lambda: two_layers(hidden="1 2 3 / 4 5 6"), "weights are 3 and inputs are 2"),
        (lambda: two_layers(biases="1"), "biases are 1 and rows of weights are 2"),
        (lambda: two_layers(inputs="1 2 3 4", hidden="1 / 2 / 3 / 4"), "there are 10 inputs and units"),
    ],
)
def test_what_cannot_be_is_refused(call: Any, message: str) -> None:
    with pytest.raises(GeneratorError, match=re.escape(message)):
        call()

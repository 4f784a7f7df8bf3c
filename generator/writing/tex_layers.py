"""Two layers' passes as TeX; units are numbered through, and w_53 leads from unit 3 to unit 5."""

from __future__ import annotations

from typing import NamedTuple

from generator.errors import GeneratorError
from generator.two_layers import TwoLayers, Unit
from generator.writing.tex_neuron import partial, product_lines, steps
from generator.writing.tex_numbers import aligned, bracketed, digits, relation, times


class UnitBackward(NamedTuple):
    """One unit's gradients: at its output, at its sum, and of its weights and its bias."""

    by_output: str
    by_total: str
    by_weights: str


def outputs(net: TwoLayers) -> str:
    """The sum and the output of every unit, a line each."""
    return aligned(*(_output(unit) for unit in (*net.hidden, *net.outputs)))


def error(net: TwoLayers) -> str:
    """The error as the sum over the outputs."""
    terms = [
        rf"\frac{{1}}{{2}} ({digits(target)} - {bracketed(unit.output)})^2"
        for unit, target in zip(net.outputs, net.targets, strict=True)
    ]
    first, *others = terms
    sign = relation(*(unit.output for unit in net.outputs))
    lines = [f"{sign} {first}", *(rf"\quad {{}} + {term}" for term in others)]
    return steps("E", r"\sum_j \frac{1}{2} (t_j - y_j)^2", *lines, value=net.error)


def unit_backward(net: TwoLayers, number: int) -> UnitBackward:
    """The gradients of one unit, with what they are computed from.

    Raises:
        GeneratorError: no hidden or output unit has this number.
    """
    unit = _unit(net, number)
    at = partial(f"x_{number}")
    by_total = steps(
        at,
        rf"{partial(f'y_{number}')} \cdot \varphi'(x_{number})",
        rf"{relation(unit.by_output, unit.slope)} {times(unit.by_output, unit.slope)}",
        value=unit.by_total,
    )
    return UnitBackward(_by_output(net, unit), by_total, _by_weights(net, unit))


def _unit(net: TwoLayers, number: int) -> Unit:
    units = (*net.hidden, *net.outputs)
    for unit in units:
        if unit.number == number:
            return unit
    raise GeneratorError(
        f"unit is {number}; hidden and output units are {units[0].number} to {units[-1].number}"
    )


def _output(unit: Unit) -> str:
    """A unit's sum and output on one line."""
    total = rf"x_{unit.number} &{relation(unit.total)} {digits(unit.total)}"
    return rf"{total} & y_{unit.number} &{relation(unit.output)} {digits(unit.output)}"


def _by_output(net: TwoLayers, unit: Unit) -> str:
    name = partial(f"y_{unit.number}")
    if unit in net.outputs:
        target = net.targets[net.outputs.index(unit)]
        difference = f"{relation(unit.output)} {digits(unit.output)} - {bracketed(target)}"
        return steps(name, f"y_{unit.number} - t_{unit.number}", difference, value=unit.by_output)
    index = net.hidden.index(unit)
    symbols = " + ".join(
        rf"{partial(f'x_{later.number}')} w_{{{later.number}{unit.number}}}" for later in net.outputs
    )
    sign = relation(*(later.by_total for later in net.outputs))
    first, *others = net.outputs
    lines = [
        f"{sign} {times(first.by_total, first.weights[index])}",
        *(
            rf"\quad {{}} + {bracketed(later.by_total)} \times {bracketed(later.weights[index])}"
            for later in others
        ),
    ]
    return steps(name, symbols, *lines, value=unit.by_output)


def _by_weights(net: TwoLayers, unit: Unit) -> str:
    before = range(1, len(net.inputs) + 1) if unit in net.hidden else [u.number for u in net.hidden]
    lines: list[str] = []
    for number, y, value in zip(before, unit.inputs, unit.by_weights, strict=True):
        name = partial(f"w_{{{unit.number}{number}}}")
        lines += product_lines(name, unit.by_total, y, value)
    bias = f"{partial(f'b_{unit.number}')} &{relation(unit.by_total)} {digits(unit.by_total)}"
    return aligned(*lines, bias)

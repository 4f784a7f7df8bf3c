"""One neuron's passes, and a step of gradient descent, as TeX with the decimals of the figure ``neuron``."""

from __future__ import annotations

from itertools import chain
from typing import NamedTuple

from generator.neuron import Neuron, after_step
from generator.writing.portable import portable
from generator.writing.tex_numbers import aligned, bracketed, digits, relation, times

_TERMS_A_LINE = 2


class Forward(NamedTuple):
    """From the inputs to the error, a formula each."""

    total: str
    output: str
    error: str


class Backward(NamedTuple):
    """From the error back to the inputs, a formula each; ``slope`` is the derivative of φ."""

    by_output: str
    slope: str
    by_total: str
    by_weights: str
    by_inputs: str


def forward(n: Neuron) -> Forward:
    """The weighted sum, the output and the error."""
    return Forward(
        steps("x_j", r"\sum_i y_i w_{ji} + b_j", *_sum(n), value=n.total),
        steps("y_j", *_function(n), value=n.output),
        steps("E", r"\frac{1}{2} (t - y_j)^2", *_error(n), value=n.error),
    )


def backward(n: Neuron) -> Backward:
    """The gradient at the output, at the sum, of every weight and of every input."""
    at, by = partial("x_j"), relation(n.by_total)
    weights = [
        line
        for i, (y, value) in enumerate(zip(n.inputs, n.by_weights, strict=True), 1)
        for line in product_lines(partial(f"w_{{j{i}}}"), n.by_total, y, value)
    ]
    bias = rf"{partial('b_j')} &= {at} {by} {digits(n.by_total)}"
    inputs = [
        line
        for i, (w, value) in enumerate(zip(n.weights, n.by_inputs, strict=True), 1)
        for line in product_lines(partial(f"y_{i}"), n.by_total, w, value)
    ]
    difference = f"{relation(n.output)} {digits(n.output)} - {bracketed(n.target)}"
    product = f"{relation(n.by_output, n.slope)} {times(n.by_output, n.slope)}"
    return Backward(
        steps(partial("y_j"), "y_j - t", difference, value=n.by_output),
        steps(r"\varphi'(x_j)", *_slope(n), value=n.slope),
        steps(at, rf"{partial('y_j')} \cdot \varphi'(x_j)", product, value=n.by_total),
        aligned(*weights, bias),
        aligned(*inputs),
    )


def descent(n: Neuron, rate: float) -> str:
    """The new weights and the new bias after one step, two lines each."""
    later = after_step(n, rate)
    names = [*(f"w_{{j{i}}}" for i in range(1, len(n.weights) + 1)), "b_j"]
    numbers = zip(
        names, (*n.weights, n.bias), (*n.by_weights, n.by_total), (*later.weights, later.bias), strict=True
    )
    return aligned(*chain.from_iterable(_step(name, old, rate, by, new) for name, old, by, new in numbers))


def _step(name: str, old: float, rate: float, by: float, new: float) -> tuple[str, str]:
    """One number's step and where it leads, with ``&`` before the arrow."""
    less = rf"{digits(old)} - {bracketed(rate)} \times {bracketed(by)}"
    return rf"{name} &\leftarrow {less}", f"&{relation(old, by, new)} {digits(new)}"


def partial(name: str) -> str:
    """∂E/∂ of a name."""
    return rf"\frac{{\partial E}}{{\partial {name}}}"


def steps(name: str, symbols: str, *between: str, value: float) -> str:
    """A name, what it is in symbols, lines that begin with their own sign, and the value."""
    first, *others = [f"= {symbols}", *between, f"{relation(value)} {digits(value)}"]
    if not between:
        return portable(f"{name} {first} {' '.join(others)}", display=True)
    return aligned(f"{name} &{first}", *(f"&{line}" for line in others))


def weighted_sum(inputs: tuple[float, ...], weights: tuple[float, ...], bias: float) -> list[str]:
    """The products and the bias, some of them a line; the first line begins with its sign."""
    terms = [rf"{bracketed(y)} \times {bracketed(w)}" for y, w in zip(inputs, weights, strict=True)]
    terms.append(bracketed(bias))
    lines = [
        " + ".join(terms[start : start + _TERMS_A_LINE]) for start in range(0, len(terms), _TERMS_A_LINE)
    ]
    sign = relation(*inputs, *weights, bias)
    return [f"{sign} {lines[0]}", *(rf"\quad {{}} + {line}" for line in lines[1:])]


def _sum(n: Neuron) -> list[str]:
    return weighted_sum(n.inputs, n.weights, n.bias)


def _function(n: Neuron) -> list[str]:
    sign = relation(n.total)
    if n.function == "sigmoid":
        return [
            r"\frac{1}{1 + e^{-x_j}}",
            rf"{sign} \frac{{1}}{{1 + e^{{-{bracketed(n.total)}}}}}",
        ]
    return [r"\varphi(x_j)", rf"{sign} \varphi({digits(n.total)})"]


def _error(n: Neuron) -> list[str]:
    return [rf"{relation(n.output)} \frac{{1}}{{2}} ({digits(n.target)} - {bracketed(n.output)})^2"]


def _slope(n: Neuron) -> list[str]:
    """The sigmoid's derivative needs its output alone."""
    if n.function == "sigmoid":
        shown = digits(n.output)
        return [r"y_j (1 - y_j)", rf"{relation(n.output)} {shown} \times (1 - {shown})"]
    return [rf"\varphi'({digits(n.total)})"]


def product_lines(name: str, by: float, other: float, value: float) -> tuple[str, str]:
    """A gradient that is ∂E/∂x times a number, and its value; ``&`` before each sign."""
    return f"{name} &{relation(by, other)} {times(by, other)}", f"&{relation(value)} {digits(value)}"

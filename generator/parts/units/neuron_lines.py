"""The equations of one neuron with its numbers, forward and backward."""

from __future__ import annotations

from generator.layout import TITLE, Block, above, text
from generator.neuron import Neuron
from generator.parts.formulas import formula
from generator.parts.numbers import equals, short
from generator.words import Say

_PARTIAL = "∂E/∂"


def factor(value: float) -> str:
    """A number in a product or a sum, a negative one in brackets."""
    return f"({short(value)})" if short(value).startswith("\N{MINUS SIGN}") else short(value)


def equations(say: Say, n: Neuron, room: float) -> Block:
    """The lines of both passes; the sum is written out if that takes no more than ``room``."""
    forward = [formula(_written_sum(n)), *map(formula, _forward(n)[1:])]
    if forward[0].width > room:
        forward[0] = formula(_forward(n)[0])
    backward = map(formula, _backward(n))
    heads = (say("순전파", "Forward"), say("역전파", "Backward"))
    passes = [
        above(text(head, TITLE, weight="bold"), *lines, gap=4, align=0)
        for head, lines in zip(heads, (forward, backward), strict=True)
    ]
    return above(*passes, gap=14, align=0)


def _forward(n: Neuron) -> list[str]:
    return [
        f"x_j = Σ_i y_i w_{{ji}} + b_j {equals(n.total)}",
        f"y_j = φ(x_j) {equals(n.output)}",
        f"E = ½ (t − y_j)^2 = ½ ({short(n.target)} − {factor(n.output)})^2 {equals(n.error)}",
    ]


def _written_sum(n: Neuron) -> str:
    pairs = zip(n.inputs, n.weights, strict=True)
    terms = " + ".join(f"{factor(y)} × {factor(w)}" for y, w in pairs)
    return f"x_j = Σ_i y_i w_{{ji}} + b_j = {terms} + {factor(n.bias)} {equals(n.total)}"


def _backward(n: Neuron) -> list[str]:
    return [
        f"{_PARTIAL}y_j = y_j − t {equals(n.by_output)}",
        f"{_PARTIAL}x_j = {_PARTIAL}y_j · φ'(x_j) = {factor(n.by_output)} × {factor(n.slope)} "
        f"{equals(n.by_total)}",
        f"{_PARTIAL}w_{{ji}} = {_PARTIAL}x_j · y_i,   {_PARTIAL}b_j = {_PARTIAL}x_j",
    ]

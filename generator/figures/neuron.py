"""One neuron with its numbers: forward to the error, and backward to the gradients."""

from __future__ import annotations

from itertools import pairwise

from generator.activations import Activation
from generator.catalog import figure
from generator.layout import COLUMN, MARGIN, NOTE, TITLE, Block, above, framed
from generator.metrics import text_width
from generator.neuron import Neuron
from generator.parts.formulas import written
from generator.parts.numbers import equals, short
from generator.parts.units.activation_words import name
from generator.parts.units.given_neuron import given_neuron
from generator.parts.units.neuron_lines import equations
from generator.scene import Box, Drawing, Frame, Label, Line, Mark
from generator.words import Say

_WIDTH = COLUMN - 2 * MARGIN
_ROW = 60.0
# Where the nodes stand from left to right, and their radii.
_INPUT, _SUM, _OUTPUT, _ERROR = 56.0, 366.0, 514.0, 620.0
_SMALL, _LARGE = 25.0, 31.0
# Edges are level as far as this, so that words stand along them.
_LEVEL = 246.0
_AIR = 12.0


@figure
def neuron(
    say: Say,
    *,
    inputs: str = "1 0.5 0.2",
    weights: str = "0.6 -0.4 0.5",
    bias: float = 0.1,
    function: Activation = "sigmoid",
    target: float = 1.0,
) -> Drawing:
    """One neuron, forward and backward: its sum, its output, the error, and the gradient of every weight.

    inputs: 1 to 6 numbers
    weights: as many numbers
    target: what the output should be
    """
    n = given_neuron(inputs=inputs, weights=weights, bias=bias, function=function, target=target)
    block = framed(above(_network(say, n), equations(say, n, _WIDTH), gap=22))
    return Drawing(block.width, block.height, (Frame(block.marks),), _alt(say, n), _caption(say, n))


def _network(say: Say, n: Neuron) -> Block:
    """Inputs and the bias on the left, the sum, the output and the error on the right."""
    rows = len(n.inputs) + 1
    middle = max(rows * _ROW / 2, 92.0)
    top = middle - rows * _ROW / 2
    marks: list[Mark] = []
    for index in range(rows):
        marks += _edge(n, index, top + (index + 0.5) * _ROW, middle + (index - (rows - 1) / 2) * 7)
    marks += _chain(n, middle)
    return Block(_WIDTH, 2 * middle, (*marks, *_names(say, n, middle)))


def _edge(n: Neuron, index: int, y: float, end: float) -> list[Mark]:
    """An input, or the bias as the weight of a 1, with its edge: the weight above, its gradient below."""
    real = index < len(n.inputs)
    sign = f"y_{{{index + 1}}}" if real else ""
    weight, value = (f"w_{{j{index + 1}}}", n.weights[index]) if real else ("b_j", n.bias)
    gradient = n.by_weights[index] if real else n.by_total
    begin = _INPUT + _SMALL
    fill, stroke, dash = (
        ("input-tint", "input-strong", None) if real else ("padding-tint", "padding-strong", (4.0, 3.0))
    )
    number = short(n.inputs[index]) if real else "1"
    return [
        Line(((begin, y), (_LEVEL, y), (_SUM - _LARGE - 1, end)), "kernel-strong", 1.5, arrow=True),
        *_node(_INPUT, y, _SMALL, number, fill, stroke, dash),
        *written(sign, 0, y, TITLE, "ink", weight="bold"),
        *written(f"{weight} = {short(value)}", begin + 10, y - 12, TITLE, "kernel-strong", weight="bold"),
        *written(f"∂E/∂{weight} {equals(gradient)}", begin + 10, y + 13, NOTE, "accent-strong"),
    ]


def _node(
    x: float,
    y: float,
    radius: float,
    number: str,
    fill: str,
    stroke: str,
    dash: tuple[float, float] | None = None,
) -> list[Mark]:
    """A circle with a number in it."""
    circle = Box(x - radius, y - radius, 2 * radius, 2 * radius, fill, stroke, 2, dash, radius)
    room = 2 * radius - _AIR
    size = next((size for size in (TITLE, 14, 13, 12) if text_width(number, size) <= room), 11)
    return [circle, Label(x, y, number, size, "ink", "middle", "bold")]


def _chain(n: Neuron, y: float) -> list[Mark]:
    """Sum, output and error with arrows between them."""
    stops = (_SUM, _OUTPUT, _ERROR)
    arrows = [
        Line(((begin + _LARGE, y), (end - _LARGE - 1, y)), "muted", 1.5, arrow=True)
        for begin, end in pairwise(stops)
    ]
    return [
        *arrows,
        *_node(_SUM, y, _LARGE, short(n.total), "kernel-tint", "kernel-strong"),
        *_node(_OUTPUT, y, _LARGE, short(n.output), "output-tint", "output-strong"),
        *_node(_ERROR, y, _LARGE, short(n.error), "accent-tint", "accent-strong"),
    ]


def _names(say: Say, n: Neuron, y: float) -> list[Mark]:
    """Above each node of the chain what it is, below it the gradient there."""
    high, low = y - _LARGE - 14, y + _LARGE + 15
    between = (_SUM + _OUTPUT) / 2
    return [
        *written("x_j", _SUM, high, TITLE, "ink", "middle", "bold"),
        *written("y_j", _OUTPUT, high, TITLE, "ink", "middle", "bold"),
        *written("E", _ERROR, high, TITLE, "ink", "middle", "bold"),
        Label(between, y - 12, name(n.function, say), NOTE, "muted"),
        Label(_OUTPUT, high - 32, say("순전파", "forward") + " →", TITLE, "muted", "middle", "bold"),
        Label(_OUTPUT, low + 30, "← " + say("역전파", "backward"), TITLE, "accent-strong", "middle", "bold"),
        *written(f"φ' {equals(n.slope)}", between, y + 13, NOTE, "accent-strong", "middle"),
        # The lowest edges come in from the left.
        *written(f"∂E/∂x_j {equals(n.by_total)}", _SUM - 33, low, NOTE, "accent-strong"),
        *written(f"∂E/∂y_j {equals(n.by_output)}", _OUTPUT + 4, low, NOTE, "accent-strong", "middle"),
        *written(f"t = {short(n.target)}", _ERROR, low, NOTE, "muted", "middle"),
    ]


def _caption(say: Say, n: Neuron) -> str:
    return say(
        "뉴런은 입력의 가중합에 활성화 함수를 적용한다. 역전파는 같은 경로를 거꾸로 따라가며 "
        "가중치마다 오차가 얼마나 변하는지 구한다.",
        "A neuron applies a function to the weighted sum of its inputs; backpropagation walks the same way "
        "back and finds how the error changes with each weight.",
    )


def _alt(say: Say, n: Neuron) -> str:
    def row(values: tuple[float, ...]) -> str:
        return ", ".join(short(value) for value in values)

    title, count = name(n.function, say), len(n.inputs)
    plural = "s" if count > 1 else ""
    return say(
        f"뉴런 하나와 입력 {count}개. 입력은 {row(n.inputs)}, 가중치는 {row(n.weights)}, 편향은 "
        f"{short(n.bias)}. 가중합은 {short(n.total)}, 활성화 함수({title})를 적용한 출력은 "
        f"{short(n.output)}, 목표는 {short(n.target)}, 오차는 {short(n.error)}. 거꾸로 가며 구한 기울기는 "
        f"출력에서 {short(n.by_output)}, 가중합에서 {short(n.by_total)}, 가중치에서 차례로 "
        f"{row(n.by_weights)}.",
        f"One neuron with {count} input{plural}: {row(n.inputs)}; weight{plural} {row(n.weights)}; bias "
        f"{short(n.bias)}. Their weighted sum is {short(n.total)}, the output after {title} "
        f"{short(n.output)}, the target {short(n.target)}, the error {short(n.error)}. Backward, the "
        f"gradient is {short(n.by_output)} at the output, {short(n.by_total)} at the sum, and for the "
        f"weight{plural} {row(n.by_weights)}.",
    )

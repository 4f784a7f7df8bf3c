"""One neuron with its numbers: forward to the error, and backward to the gradients."""

from __future__ import annotations

from itertools import pairwise

from generator.activations import Activation
from generator.catalog import figure
from generator.layout import COLUMN, MARGIN, NOTE, TITLE, Block, above
from generator.neuron import Neuron
from generator.parts.arrangement import Layout, on_page
from generator.parts.formulas import written
from generator.parts.numbers import equals, short
from generator.parts.units.activation_words import name
from generator.parts.units.given_neuron import given_neuron
from generator.parts.units.neuron_lines import equations
from generator.parts.units.neuron_marks import LARGE, ROW, edge, results
from generator.parts.units.neuron_stacked import stacked_network
from generator.scene import Drawing, Frame, Label, Line, Mark
from generator.words import Say

_WIDTH = COLUMN - 2 * MARGIN
# Where the circles stand from left to right, and how far edges are level.
_INPUT, _SUM, _OUTPUT, _ERROR = 56.0, 366.0, 514.0, 620.0
_LEVEL = 246.0


@figure
def neuron(
    say: Say,
    *,
    inputs: str = "1 0.5 0.2",
    weights: str = "0.6 -0.4 0.5",
    bias: float = 0.1,
    function: Activation = "sigmoid",
    target: float = 1.0,
    layout: Layout = "row",
) -> Drawing:
    """One neuron, forward and backward: its sum, its output, the error, and the gradient of every weight.

    inputs: 1 to 6 numbers
    weights: as many numbers
    target: what the output should be
    layout: "stacked" is for phones: from top to bottom, without the equations
    """
    n = given_neuron(inputs=inputs, weights=weights, bias=bias, function=function, target=target)
    if layout == "row":
        whole = above(_network(say, n), equations(say, n, _WIDTH), gap=22)
    else:
        whole = stacked_network(say, n)
    block = on_page(layout, whole, "inputs")
    return Drawing(block.width, block.height, (Frame(block.marks),), _alt(say, n), _caption(say, n))


def _network(say: Say, n: Neuron) -> Block:
    """Inputs and the bias on the left, the sum, the output and the error on the right."""
    rows = len(n.inputs) + 1
    middle = max(rows * ROW / 2, 92.0)
    top = middle - rows * ROW / 2
    marks: list[Mark] = []
    for index in range(rows):
        end = _SUM - LARGE - 1, middle + (index - (rows - 1) / 2) * 7
        marks += edge(n, index, (_INPUT, top + (index + 0.5) * ROW), _LEVEL, end)
    marks += _chain(n, middle)
    return Block(_WIDTH, 2 * middle, (*marks, *_names(say, n, middle)))


def _chain(n: Neuron, y: float) -> list[Mark]:
    """Sum, output and error with arrows between them."""
    arrows = [
        Line(((begin + LARGE, y), (end - LARGE - 1, y)), "muted", 1.5, arrow=True)
        for begin, end in pairwise((_SUM, _OUTPUT, _ERROR))
    ]
    return [*arrows, *results(n, ((_SUM, y), (_OUTPUT, y), (_ERROR, y)))]


def _names(say: Say, n: Neuron, y: float) -> list[Mark]:
    """Above each node of the chain what it is, below it the gradient there."""
    high, low = y - LARGE - 14, y + LARGE + 15
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

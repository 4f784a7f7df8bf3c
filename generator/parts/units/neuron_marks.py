"""A neuron's circles and the edges that lead into its sum."""

from __future__ import annotations

from generator.layout import NOTE, TITLE
from generator.metrics import text_width
from generator.neuron import Neuron
from generator.parts.formulas import written
from generator.parts.numbers import equals, short
from generator.scene import Box, Label, Line, Mark

Point = tuple[float, float]

# The distance of one input's edge from the next, and the radii of inputs and of what follows them.
ROW, SMALL, LARGE = 60.0, 25.0, 31.0
_AIR = 12.0


def edge(n: Neuron, index: int, start: Point, level: float, end: Point) -> list[Mark]:
    """An input, or the bias as the weight of a 1, with its edge: the weight above, its gradient below.

    The edge is level from the circle at ``start`` as far as ``level``, so that words stand along it.
    """
    real = index < len(n.inputs)
    sign = f"y_{{{index + 1}}}" if real else ""
    weight, value = (f"w_{{j{index + 1}}}", n.weights[index]) if real else ("b_j", n.bias)
    gradient = n.by_weights[index] if real else n.by_total
    x, y = start
    begin = x + SMALL
    fill, stroke, dash = (
        ("input-tint", "input-strong", None) if real else ("padding-tint", "padding-strong", (4.0, 3.0))
    )
    number = short(n.inputs[index]) if real else "1"
    return [
        Line(((begin, y), (level, y), end), "kernel-strong", 1.5, arrow=True),
        *node(x, y, SMALL, number, fill, stroke, dash),
        *written(sign, 0, y, TITLE, "ink", weight="bold"),
        *written(f"{weight} = {short(value)}", begin + 10, y - 12, TITLE, "kernel-strong", weight="bold"),
        *written(f"∂E/∂{weight} {equals(gradient)}", begin + 10, y + 13, NOTE, "accent-strong"),
    ]


def node(
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


def results(n: Neuron, places: tuple[Point, Point, Point]) -> list[Mark]:
    """The circles of the sum, the output and the error."""
    told = ((n.total, "kernel"), (n.output, "output"), (n.error, "accent"))
    return [
        mark
        for (x, y), (value, role) in zip(places, told, strict=True)
        for mark in node(x, y, LARGE, short(value), f"{role}-tint", f"{role}-strong")
    ]

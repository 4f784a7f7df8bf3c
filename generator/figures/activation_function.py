"""What an activation function does to a number, and how steep it is there."""

from __future__ import annotations

from typing import Literal

import numpy as np

from generator.activations import FUNCTIONS, Activation, Function
from generator.arithmetic import Array
from generator.catalog import figure
from generator.errors import GeneratorError
from generator.layout import COLUMN, MARGIN, NOTE, TITLE, Block, above, beside, framed, text
from generator.parts.axes import Axis, across, up
from generator.parts.formulas import formula
from generator.parts.units.activation_words import FORMULAS, lesson, name, note
from generator.parts.units.curves import curve
from generator.parts.units.softmax_bars import softmax_drawing
from generator.scene import Dot, Drawing, Frame, Label, Line, Mark
from generator.words import Say, plain

_LEFT, _HEIGHT = 44.0, 280.0
_REACH = (1.0, 20.0)
_STEPS = 80
_DASH = (6.0, 4.0)
_LINES = (("output-strong", 3.0, None), ("kernel-strong", 2.5, _DASH))


@figure
def activation_function(
    say: Say,
    *,
    function: Literal[Activation, "softmax"] = "tanh",
    reach: float = 4.0,
    numbers: str = "2 1 0.1",
) -> Drawing:
    """An activation function with its derivative (dashed); for softmax, numbers and their probabilities.

    reach: how far the axis goes on both sides of 0, from 1 to 20; not for softmax
    numbers: what softmax is applied to, 2 to 10 numbers
    """
    if function == "softmax":
        return softmax_drawing(say, numbers)
    if not _REACH[0] <= reach <= _REACH[1]:
        raise GeneratorError(f"reach is {plain(reach)}; it must be from {_REACH[0]:.0f} to {_REACH[1]:.0f}")
    head = [text(name(function, say), TITLE, weight="bold"), _legend(function)]
    words = note(function, say)
    notes = [text(words, NOTE, "muted")] if words else []
    block = framed(above(*head, *notes, _chart(FUNCTIONS[function], reach), gap=10))
    alt = _alt(say, function, reach)
    return Drawing(block.width, block.height, (Frame(block.marks),), alt, lesson(function, say))


def _legend(function: Activation) -> Block:
    entries = []
    for left, right, (ink, line, dash) in zip(("f(x)", "f'(x)"), FORMULAS[function], _LINES, strict=True):
        sign = Block(34, 12, (Line(((0, 6), (34, 6)), ink, line, dash),))
        entries.append(beside(sign, formula(f"{left} = {right}", TITLE), gap=8))
    return beside(*entries, gap=36)


def _chart(function: Function, reach: float) -> Block:
    """Both curves in one pair of axes through 0."""
    xs = np.linspace(-reach, reach, 2 * _STEPS + 1)
    values, slopes = function.value(xs), function.derivative(xs)
    low, high = min(values.min(), slopes.min(), 0.0), max(values.max(), slopes.max())
    air = 0.06 * (high - low)
    width = COLUMN - 2 * MARGIN
    x, y = Axis(-reach, reach, _LEFT, width - 12), Axis(low - air, high + air, _HEIGHT, 0)
    zero = Line(((x.at(0), y.begin), (x.at(0), y.end)), "muted", 1)
    marks: list[Mark] = [
        *up(y, x.begin, x.end, 7),
        zero,
        Line(((x.begin, y.at(0)), (x.end, y.at(0))), "muted", 1),
        *across(x, _HEIGHT, 9),
        Line(curve(xs.tolist(), values.tolist(), x, y), _LINES[0][0], _LINES[0][1]),
        *_slopes(function, xs, slopes, x, y),
        Label(x.end, _HEIGHT + 34, "x", NOTE, "muted", "end"),
    ]
    return Block(width, _HEIGHT + 40, tuple(marks))


def _slopes(function: Function, xs: Array, slopes: Array, x: Axis, y: Axis) -> list[Mark]:
    """The derivative: one line, or two with open ends where it jumps."""
    ink, line, dash = _LINES[1]
    if not function.jumps:
        return [Line(curve(xs.tolist(), slopes.tolist(), x, y), ink, line, dash)]
    ends = (slopes[0], slopes[-1])
    lines = [
        Line(((x.at(begin), y.at(end)), (x.at(finish), y.at(end))), ink, line, dash)
        for begin, finish, end in ((xs[0], 0.0, ends[0]), (0.0, xs[-1], ends[1]))
    ]
    return [*lines, *(Dot(x.at(0), y.at(end), 4, "page", ink) for end in ends)]


def _alt(say: Say, function: Activation, reach: float) -> str:
    places = np.unique([-reach, -2.0, -1.0, 0.0, 1.0, 2.0, reach])
    places = places[np.abs(places) <= reach]
    values, slopes = FUNCTIONS[function].value(places), FUNCTIONS[function].derivative(places)
    jumps, none = FUNCTIONS[function].jumps, say("없음", "none")
    points = "; ".join(
        f"x = {plain(x)}: {plain(value, 3)}, {none if jumps and x == 0 else plain(slope, 3)}"
        for x, value, slope in zip(places.tolist(), values.tolist(), slopes.tolist(), strict=True)
    )
    title, end = name(function, say), plain(reach)
    return say(
        f"{title} 함수(실선)와 도함수(점선)의 그래프, x는 −{end}부터 {end}까지. 함숫값, 도함숫값: {points}.",
        f"The function {title} (solid) and its derivative (dashed) over x from −{end} to {end}. "
        f"Value and derivative at {points}.",
    )

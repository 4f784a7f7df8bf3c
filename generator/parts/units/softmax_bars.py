"""Softmax of a few numbers: each number, its power of e, and its share of all powers."""

from __future__ import annotations

import numpy as np

from generator.activations import softmax
from generator.arithmetic import Array
from generator.layout import NOTE, TITLE, Block, above, framed, text
from generator.parts.axes import Axis
from generator.parts.formulas import written
from generator.parts.number_row import row_of_numbers
from generator.parts.numbers import short
from generator.scene import Box, Drawing, Frame, Label, Line, Mark
from generator.words import Say, plain

_ROW, _BAR = 34, 18
_COUNT, _LARGEST = (2, 10), 10
_DIGITS = 3
_HEAD, _FOOT = 32.0, 36.0
_LEAST = 1.5
# Where the columns lie: right edges of numbers, left and right edges of bars.
_NUMBER, _BARS, _POWER, _CHANCES, _WIDTH = 92.0, (106.0, 250.0), 384.0, (436.0, 594.0), 652.0
_ARROWS = (278.0, 412.0)


def softmax_drawing(say: Say, numbers: str) -> Drawing:
    """The figure for numbers as a post writes them.

    Raises:
        GeneratorError: they are no numbers, too few, too many or too large.
    """
    values = np.array(row_of_numbers(numbers, "numbers", _COUNT, _LARGEST))
    chances = softmax(values)
    title = text(say("소프트맥스", "Softmax"), TITLE, weight="bold")
    block = framed(above(title, _table(say, values, chances), gap=16))
    return Drawing(
        block.width, block.height, (Frame(block.marks),), _alt(say, values, chances), _caption(say, values)
    )


def _table(say: Say, values: Array, chances: Array) -> Block:
    """A row for each number: its bar, its power of e, the bar of its probability; below them the sums."""
    powers = np.exp(values)
    bottom = _HEAD + len(values) * _ROW
    middle = _HEAD + len(values) * _ROW / 2
    marks: list[Mark] = [
        *_heads(say),
        *(Label(x, middle, "→", 24, "muted") for x in _ARROWS),
        *_number_bars(values),
        *_chance_bars(chances),
        *_sums(float(powers.sum()), float(chances.sum()), bottom),
    ]
    for index, (value, power) in enumerate(zip(values.tolist(), powers.tolist(), strict=True)):
        y = _HEAD + (index + 0.5) * _ROW
        marks += written(f"x_{{{index + 1}}}", 0, y, TITLE, "muted")
        marks.append(Label(_NUMBER, y, plain(value), TITLE, "ink", "end", "bold"))
        marks.append(Label(_POWER, y, short(power), TITLE, "ink", "end"))
    return Block(_WIDTH, bottom + _FOOT, tuple(marks))


def _heads(say: Say) -> list[Mark]:
    chance = say("확률", "probability")
    return [
        *written(say("수", "number") + " x_i", _NUMBER, 9, NOTE, "muted", "end"),
        *written("e^x", _POWER, 9, NOTE, "muted", "end"),
        *written(f"{chance} = e^x / Σ e^x", _CHANCES[0], 9, NOTE, "muted"),
    ]


def _number_bars(values: Array) -> list[Mark]:
    """Bars to the right of a zero line for positive numbers, to its left for negative ones."""
    low, high = min(float(values.min()), 0.0), max(float(values.max()), 0.0)
    axis = Axis(low, high if high > low else 1.0, *_BARS)
    marks: list[Mark] = []
    for index, value in enumerate(values.tolist()):
        begin, end = sorted((axis.at(0), axis.at(value)))
        y = _HEAD + index * _ROW + (_ROW - _BAR) / 2
        marks.append(Box(begin, y, max(end - begin, _LEAST), _BAR, "input-strong"))
    bottom = _HEAD + len(values) * _ROW
    return [*marks, Line(((axis.at(0), _HEAD), (axis.at(0), bottom)), "grid", 1)]


def _chance_bars(chances: Array) -> list[Mark]:
    axis = Axis(0, 1, *_CHANCES)
    marks: list[Mark] = []
    for index, chance in enumerate(chances.tolist()):
        y, end = _HEAD + (index + 0.5) * _ROW, max(axis.at(chance), axis.at(0) + _LEAST)
        marks.append(Box(axis.at(0), y - _BAR / 2, end - axis.at(0), _BAR, "output-strong"))
        marks.append(Label(end + 8, y, _chance_in_words(chance), TITLE, "ink", "start", "bold"))
    bottom = _HEAD + len(chances) * _ROW
    return [*marks, Line(((axis.at(0), _HEAD), (axis.at(0), bottom)), "grid", 1)]


def _chance_in_words(chance: float) -> str:
    """Three decimals; never 0 or 1 for what is only near it."""
    if chance < 0.0005:
        return "< 0.001"
    return "> 0.999" if chance >= 0.9995 else plain(chance, _DIGITS)


def _sums(powers: float, chances: float, y: float) -> list[Mark]:
    """Under a line what the powers, and what the probabilities, add up to."""
    middle = y + 18
    return [
        Line(((_ARROWS[0] + 22, y + 3), (_POWER, y + 3)), "muted", 1),
        Line(((_CHANCES[0], y + 3), (_CHANCES[1] + 58, y + 3)), "muted", 1),
        Label(_ARROWS[0] + 22, middle, "Σ", TITLE, "muted", "start"),
        Label(_POWER, middle, short(powers), TITLE, "ink", "end", "bold"),
        Label(_CHANCES[0] + 8, middle, f"Σ = {plain(chances, _DIGITS)}", TITLE, "ink", "start", "bold"),
    ]


def _caption(say: Say, values: Array) -> str:
    count = len(values)
    return say(
        f"소프트맥스는 수 {count}개를 합이 1인 확률로 바꾼다. 지수 함수를 거치므로 큰 수와 작은 수의 차이가 "
        "벌어진다.",
        f"Softmax turns {count} numbers into probabilities that sum to 1; the exponential draws large and "
        "small ones apart.",
    )


def _alt(say: Say, values: Array, chances: Array) -> str:
    rows = "; ".join(
        f"{plain(value)}: {short(power)}, {_chance_in_words(chance)}"
        for value, power, chance in zip(
            values.tolist(), np.exp(values).tolist(), chances.tolist(), strict=True
        )
    )
    total = short(float(np.exp(values).sum()))
    return say(
        f"수마다 e의 거듭제곱과 확률을 막대로 나타냈다. {rows}. 거듭제곱의 합은 {total}, 확률의 합은 1.",
        f"For each number its power of e, and a bar for its probability: {rows}. The powers sum to {total}, "
        "the probabilities to 1.",
    )

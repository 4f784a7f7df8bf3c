"""Axes of charts that figures draw themselves: where values lie, and round numbers along them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

from generator.layout import NOTE
from generator.scene import Label, Line, Mark
from generator.words import plain

_NEAR = 1e-9
_DECIMALS = 12


@dataclass(frozen=True)
class Axis:
    """Values from ``low`` to ``high`` along logical pixels from ``begin`` to ``end``."""

    low: float
    high: float
    begin: float
    end: float

    def at(self, value: float) -> float:
        """Where a value lies."""
        return self.begin + (value - self.low) / (self.high - self.low) * (self.end - self.begin)

    def ticks(self, most: int = 8) -> tuple[float, ...]:
        """Round numbers on the axis, as `ticks` of the module chooses them."""
        return ticks(self.low, self.high, most)


def ticks(low: float, high: float, most: int = 8) -> tuple[float, ...]:
    """Round numbers from ``low`` to ``high``, both included if they are round themselves.

    They are at most ``most`` (2 or more), in steps of 1, 2 or 5 times a power of 10.
    """
    step = _step((high - low) / max(most - 1, 1))
    first, last = ceil(low / step - _NEAR), floor(high / step + _NEAR)
    digits = max(0, -floor(log10(step)))
    return tuple(round(index * step, digits) for index in range(first, last + 1))


def _step(least: float) -> float:
    power = float(10.0 ** floor(log10(least)))
    return next((factor * power for factor in (1, 2, 5) if factor * power >= least * (1 - _NEAR)), 10 * power)


def tick_words(values: Sequence[float]) -> list[str]:
    """The round numbers of an axis, with as many decimals as they have."""
    digits = next((digits for digits in range(_DECIMALS) if _written_in(digits, values)), _DECIMALS)
    return [plain(value, digits) for value in values]


def _written_in(digits: int, values: Sequence[float]) -> bool:
    return all(round(value, digits) == value for value in values)


def across(axis: Axis, y: float, most: int = 8) -> list[Mark]:
    """A horizontal axis at height ``y``: its line, short ticks below it and their numbers."""
    values = axis.ticks(most)
    marks: list[Mark] = [Line(((axis.begin, y), (axis.end, y)), "muted", 1)]
    for value, words in zip(values, tick_words(values), strict=True):
        x = axis.at(value)
        marks += [Line(((x, y), (x, y + 5)), "muted", 1), Label(x, y + 15, words, NOTE, "muted")]
    return marks


def up(axis: Axis, left: float, right: float, most: int = 5) -> list[Mark]:
    """A vertical axis: thin lines from ``left`` to ``right`` at round numbers, the numbers before them."""
    values = axis.ticks(most)
    marks: list[Mark] = []
    for value, words in zip(values, tick_words(values), strict=True):
        y = axis.at(value)
        marks += [
            Line(((left, y), (right, y)), "grid", 0.5),
            Label(left - 8, y, words, NOTE, "muted", "end"),
        ]
    return marks

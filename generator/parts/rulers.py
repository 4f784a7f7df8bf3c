"""Rows of units over a network's input: each unit as wide as its jump, in the middle of its field."""

from __future__ import annotations

from dataclasses import dataclass

from generator.parts.fields.cone import Reach
from generator.receptive import Field
from generator.scene import Box, Line, Mark

# Walls between narrower cells would be one grey mass.
_NARROWEST = 3.0


@dataclass(frozen=True)
class Ruler:
    """The axis from ``begin`` to ``end`` in input pixels, drawn from ``x``, each ``pixel`` long."""

    begin: float
    end: float
    x: float
    pixel: float

    @property
    def length(self) -> float:
        """Logical pixels from end to end."""
        return (self.end - self.begin) * self.pixel

    def at(self, position: float) -> float:
        """A position in input pixels as a coordinate of the drawing."""
        return self.x + (position - self.begin) * self.pixel

    def cells(self, field: Field, first: int, last: int) -> tuple[float, float]:
        """Where the cells of these units begin and end."""
        half = field.jump / 2
        return self.at(field.centre(first) - half), self.at(field.centre(last) + half)

    def row(self, field: Field, reach: Reach, y: float, height: float, role: str) -> list[Mark]:
        """All units of a layer, those that the cone touches tinted and framed; zeros of padding dashed."""
        whole = self.cells(field, 0, field.units - 1)
        touched = self.cells(field, reach.real[0], reach.real[-1])
        zeros = [*range(reach.first, 0), *range(field.units, reach.last + 1)]
        units = field.units - 1 if field.jump * self.pixel >= _NARROWEST else 0
        walls = [self.cells(field, unit, unit)[1] for unit in range(units)]
        return [
            *(_zero(self.cells(field, unit, unit), y, height) for unit in zeros),
            _box(whole, y, height, "page", "grid", 1),
            _box(touched, y, height, f"{role}-tint", None, 0),
            *(Line(((x, y), (x, y + height)), "grid", 1) for x in walls),
            _box(touched, y, height, None, f"{role}-strong", 2),
        ]


def _box(
    ends: tuple[float, float],
    y: float,
    height: float,
    fill: str | None,
    stroke: str | None,
    line: float,
    dash: tuple[float, float] | None = None,
) -> Box:
    return Box(ends[0], y, ends[1] - ends[0], height, fill, stroke, line, dash)


def _zero(ends: tuple[float, float], y: float, height: float) -> Box:
    return _box(ends, y, height, "padding-tint", "padding-strong", 1, (4, 3))

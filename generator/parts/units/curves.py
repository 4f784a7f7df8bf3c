"""Curves of functions as lines through as few points as they need."""

from __future__ import annotations

from collections.abc import Sequence

from generator.parts.axes import Axis
from generator.scene import Points

# A point this near to the line through its neighbours cannot be seen, in logical pixels.
_UNSEEN = 0.05


def curve(xs: Sequence[float], ys: Sequence[float], across: Axis, up: Axis) -> Points:
    """The points (x, y) on a drawing; those on a straight line between others are left out."""
    points = [(across.at(x), up.at(y)) for x, y in zip(xs, ys, strict=True)]
    kept = [points[0]]
    for index in range(1, len(points) - 1):
        if _distance(points[index], kept[-1], points[index + 1]) > _UNSEEN:
            kept.append(points[index])
    return (*((round(x, 2), round(y, 2)) for x, y in kept), points[-1])


def _distance(point: tuple[float, float], begin: tuple[float, float], end: tuple[float, float]) -> float:
    """How far a point lies from the line through two others."""
    (x, y), (x0, y0), (x1, y1) = point, begin, end
    length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
    return abs((x1 - x0) * (y - y0) - (y1 - y0) * (x - x0)) / length if length else 0.0

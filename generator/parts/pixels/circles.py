"""Three circles that overlap: their places, the shapes of what they share, and room for a label in each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, hypot, radians, sin, sqrt

from generator.scene import Points

Point = tuple[float, float]

# The overlaps' tips lie at multiples of 30 degrees, so that no corner is lost.
_STEP = 3
_UPWARDS, _THIRD = -90, 120
_SINGLE, _PAIR = 0.5, 0.4


@dataclass(frozen=True)
class Circles:
    """Circles of one radius, their middles ``reach`` away from (0, 0), the first one on top."""

    radius: float
    reach: float

    @property
    def middles(self) -> tuple[Point, Point, Point]:
        """Of the first circle, on top, and then the left and the right one."""
        top, right, left = (_at(self.reach, _UPWARDS + turn * _THIRD) for turn in range(3))
        return top, left, right

    @property
    def extent(self) -> tuple[float, float, float, float]:
        """(left, top, width, height) of all three."""
        apart = self.reach * sqrt(3)
        top = -self.reach - self.radius
        return -apart / 2 - self.radius, top, apart + 2 * self.radius, 1.5 * self.reach + 2 * self.radius

    def shared(self, circles: Iterable[int]) -> Points:
        """The outline of what the circles of these numbers have in common."""
        middles = [self.middles[circle] for circle in circles]
        x, y = (sum(values) / len(middles) for values in zip(*middles, strict=True))
        points = []
        for angle in range(0, 360, _STEP):
            across, down = _at(1.0, angle)
            far = min(_way_out((a - x, b - y), (across, down), self.radius) for a, b in middles)
            points.append((round(x + far * across, 2), round(y + far * down, 2)))
        return tuple(points)

    def room(self, circles: Iterable[int]) -> Point:
        """Where a label has most room in the part that these circles share and no other one covers."""
        numbers = set(circles)
        inside = [self.middles[number] for number in sorted(numbers)]
        outside = [middle for number, middle in enumerate(self.middles) if number not in numbers]
        if not outside:
            return 0.0, 0.0
        x, y = (sum(values) for values in zip(*inside, strict=True))
        away = x / hypot(x, y), y / hypot(x, y)
        begin = max(_way_out(middle, away, self.radius) for middle in outside)
        end = min(_way_out(middle, away, self.radius) for middle in inside)
        # What two circles share gets narrow at its far end.
        distance = begin + (end - begin) * (_PAIR if len(inside) > 1 else _SINGLE)
        return away[0] * distance, away[1] * distance


def _at(distance: float, degrees: float) -> Point:
    return distance * cos(radians(degrees)), distance * sin(radians(degrees))


def _way_out(middle: Point, away: Point, radius: float) -> float:
    """How far it is from (0, 0), inside a circle, to its edge in the direction of a unit vector."""
    along = middle[0] * away[0] + middle[1] * away[1]
    return along + sqrt(along**2 - middle[0] ** 2 - middle[1] ** 2 + radius**2)

"""A fontTools pen that writes short SVG path data: relative, in whole units."""

from __future__ import annotations

from math import hypot
from typing import Any

from fontTools.pens.basePen import BasePen

Point = tuple[float, float]


# Curves flatter than this, in units of the path, become lines, and lines that nearly go on become one.
_FLAT = 0.45


class RelativePen(BasePen):  # type: ignore[misc]  # fontTools' pens are subclasses by design, and untyped
    """Collects ``m l q z`` commands; points are rounded before differences are taken, so contours close."""

    def __init__(self, glyphs: Any, scale: float) -> None:
        super().__init__(glyphs)
        self.parts: list[str] = []
        self._scale = scale
        self._start = self._here = (0, 0)
        self._lines: list[tuple[int, int]] = []

    def _moveTo(self, pt: Point) -> None:  # noqa: N802  # the name that fontTools calls
        self._start = self._snapped(pt)
        self._write("m", self._start)

    def _lineTo(self, pt: Point) -> None:  # noqa: N802
        self._line(self._snapped(pt))

    def _qCurveToOne(self, pt1: Point, pt2: Point) -> None:  # noqa: N802
        control, end = self._snapped(pt1), self._snapped(pt2)
        if _distance(control, self._end(), end) < 2 * _FLAT:
            self._line(end)
        else:
            self._flush()
            self._write("q", control, end)

    def _closePath(self) -> None:  # noqa: N802
        if self._lines and self._lines[-1] == self._start:
            self._lines.pop()
        self._flush()
        self.parts.append("z")
        self._here = self._start

    def _snapped(self, point: Point) -> tuple[int, int]:
        return round(point[0] * self._scale), round(-point[1] * self._scale)

    def _end(self) -> tuple[int, int]:
        return self._lines[-1] if self._lines else self._here

    def _line(self, end: tuple[int, int]) -> None:
        if all(_distance(point, self._here, end) < _FLAT for point in self._lines):
            self._lines.append(end)
        else:
            last = self._lines[-1]
            self._flush()
            self._lines = [end] if end != last else []

    def _flush(self) -> None:
        if self._lines and self._lines[-1] != self._here:
            self._write("l", self._lines[-1])
        self._lines = []

    def _write(self, command: str, *points: tuple[int, int]) -> None:
        numbers = [end - begin for point in points for end, begin in zip(point, self._here, strict=True)]
        if command == "l" and 0 in numbers:
            self.parts.append(f"h{numbers[0]}" if numbers[1] == 0 else f"v{numbers[1]}")
        else:
            self.parts.append(command + joined(numbers))
        self._here = points[-1]


def _distance(point: tuple[int, int], begin: tuple[int, int], end: tuple[int, int]) -> float:
    """How far a point lies from the line between two others (from the begin, where they are one)."""
    dx, dy = end[0] - begin[0], end[1] - begin[1]
    px, py = point[0] - begin[0], point[1] - begin[1]
    length = hypot(dx, dy)
    outside = length and (px * dx + py * dy) / length**2
    if not length or not -0.05 <= outside <= 1.05:
        return min(hypot(px, py), hypot(px - dx, py - dy)) if length else hypot(px, py)
    return abs(px * dy - py * dx) / length


def joined(numbers: list[int]) -> str:
    """Numbers as path data: a space between two of them unless a minus sign parts them."""
    return "".join(str(n) if n < 0 or i == 0 else f" {n}" for i, n in enumerate(numbers))

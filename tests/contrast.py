"""What a text stands on, and how well it can be told from it, computed from a drawing's marks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.painting.themes import THEMES, ThemeName, grey, signed
from generator.scene import Area, Box, Dot, Drawing, Grid, Label, Mark, Picture
from tests.legible import box

RGB = tuple[float, float, float]
Point = tuple[float, float]


# What WCAG 2.2 asks of text, level AA.
LEAST = 4.5


def assert_contrast(drawing: Drawing, theme: ThemeName) -> None:
    """Every label of the last frame can be told from what is under it."""
    marks = drawing.frames[-1].marks
    for index, mark in enumerate(marks):
        if isinstance(mark, Label):
            found = weakest(mark, marks[:index], THEMES[theme])
            assert found >= LEAST, f"{mark.text!r} has {found:.2f} : 1 on a {theme} page"


def luminance(colour: RGB) -> float:
    """Relative luminance after WCAG 2.2, of channels from 0 to 255."""
    parts = [c / 255 for c in colour]
    r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: RGB, other: RGB) -> float:
    """The contrast ratio after WCAG 2.2: 1 (the same) to 21 (black on white)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def rgb(ink: str) -> RGB:
    """#1D5FC2 as channels."""
    r, g, b = bytes.fromhex(ink[1:])
    return (r, g, b)


def weakest(label: Label, behind: Sequence[Mark], theme: Mapping[str, str]) -> float:
    """The smallest contrast of a label with what it stands on, at its middle and near its ends."""
    ink = rgb(theme[label.ink])
    return min(contrast(ink, ground(point, behind, theme)) for point in _points(label))


def ground(point: Point, behind: Sequence[Mark], theme: Mapping[str, str]) -> RGB:
    """The colour at a point, painted by marks from back to front."""
    colour = rgb(theme["page"])
    for mark in behind:
        painted = _painted(mark, point, theme)
        if painted:
            over, opacity = painted
            r, g, b = (o * opacity + c * (1 - opacity) for o, c in zip(over, colour, strict=True))
            colour = (r, g, b)
    return colour


def _points(label: Label) -> Iterator[Point]:
    left, top, right, bottom = box(label)
    for share in (0.1, 0.5, 0.9):
        yield left + (right - left) * share, (top + bottom) / 2
    if label.turned:
        for share in (0.1, 0.9):
            yield (left + right) / 2, top + (bottom - top) * share


def _painted(mark: Mark, point: Point, theme: Mapping[str, str]) -> tuple[RGB, float] | None:
    x, y = point
    if isinstance(mark, Picture):
        row, column = int((y - mark.y) // mark.cell), int((x - mark.x) // mark.cell)
        if 0 <= row < len(mark.levels) and 0 <= column < len(mark.levels[0]):
            level = mark.levels[row][column]
            return (grey if mark.scale == "grey" else signed)(level), 1.0
        return None
    fill = getattr(mark, "fill", None)
    if fill is None or not _covers(mark, x, y):
        return None
    return rgb(theme[fill]), getattr(mark, "opacity", 1.0)


def _covers(mark: Mark, x: float, y: float) -> bool:
    if isinstance(mark, Box):
        return mark.x <= x <= mark.x + mark.width and mark.y <= y <= mark.y + mark.height
    if isinstance(mark, Grid):
        return (
            mark.x <= x <= mark.x + mark.columns * mark.cell and mark.y <= y <= mark.y + mark.rows * mark.cell
        )
    if isinstance(mark, Dot):
        return (x - mark.x) ** 2 + (y - mark.y) ** 2 <= mark.radius**2
    return isinstance(mark, Area) and _inside(mark.points, x, y)


def _inside(points: Sequence[Point], x: float, y: float) -> bool:
    """Whether a ray to the right crosses the polygon's edge an odd number of times."""
    crossings = 0
    for (x1, y1), (x2, y2) in zip(points, (*points[1:], points[0]), strict=True):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
            crossings += 1
    return crossings % 2 == 1

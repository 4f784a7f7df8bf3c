"""What a figure returns: marks on frames, without a colour, a pixel or a file.

A mark is a frozen dataclass with a position in logical pixels (700 of them are a page's column) and
colours as roles: ``"input-tint"`` is the fill that a theme gives to the role *input*, ``"input-strong"`` its
outline, ``"ink"``, ``"muted"``, ``"grid"`` and ``"page"`` stand alone. Marks are equal when they look equal,
so what changes between two frames is the difference of two tuples.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Literal

Points = tuple[tuple[float, float], ...]
Anchor = Literal["start", "middle", "end"]
Weight = Literal["regular", "bold"]
Scale = Literal["grey", "signed"]


@dataclass(frozen=True)
class Box:
    """A rectangle: a cell, a window's outline, a layer. ``dash`` is (drawn, left out)."""

    x: float
    y: float
    width: float
    height: float
    fill: str | None = None
    stroke: str | None = None
    line: float = 1.0
    dash: tuple[float, float] | None = None
    radius: float = 0.0


@dataclass(frozen=True)
class Grid:
    """A table of equal cells: one fill, thin lines between the cells, and a frame."""

    x: float
    y: float
    rows: int
    columns: int
    cell: float
    fill: str | None
    line: str = "grid"
    frame: str | None = None
    dash: tuple[float, float] | None = None


@dataclass(frozen=True)
class Label:
    """A line of text; ``y`` is the middle of its digits and capitals.

    ``turned`` writes it upwards, from bottom to top.
    """

    x: float
    y: float
    text: str
    size: float
    ink: str = "ink"
    anchor: Anchor = "middle"
    weight: Weight = "regular"
    turned: bool = False


@dataclass(frozen=True)
class Line:
    """A line through points; ``arrow`` puts a head at its end."""

    points: Points
    stroke: str = "muted"
    line: float = 1.5
    dash: tuple[float, float] | None = None
    arrow: bool = False


@dataclass(frozen=True)
class Area:
    """A filled polygon, ``opacity`` from 0 to 1."""

    points: Points
    fill: str
    stroke: str | None = None
    line: float = 1.0
    opacity: float = 1.0


@dataclass(frozen=True)
class Dot:
    """A filled circle."""

    x: float
    y: float
    radius: float
    fill: str
    stroke: str | None = None


@dataclass(frozen=True)
class Picture:
    """Levels from 0 to 255 as crisp pixels of ``cell`` logical pixels each.

    ``scale`` "grey" runs from black to white; "signed" from the negative colour over near white at 128 to the
    positive one. Both look the same in every theme: they are data, not decoration.
    """

    x: float
    y: float
    cell: float
    levels: tuple[bytes, ...]
    scale: Scale = "grey"


@dataclass(frozen=True)
class Curve:
    """One line of a chart, in the chart's own units."""

    name: str
    values: tuple[float, ...]
    role: str
    dash: tuple[float, float] | None = None


@dataclass(frozen=True)
class Chart:
    """Curves over 1, 2, 3 … with axes and ticks; ``marked`` is the step to mark, ``note`` what it says."""

    x: float
    y: float
    width: float
    height: float
    curves: tuple[Curve, ...]
    across: str
    up: str
    marked: int | None = None
    note: str = ""


Mark = Box | Grid | Label | Line | Area | Dot | Picture | Chart


@dataclass(frozen=True)
class Frame:
    """All marks of one moment, from back to front, and how long it stays, in milliseconds."""

    marks: tuple[Mark, ...]
    duration: int = 0


@dataclass(frozen=True)
class Drawing:
    """A figure as data: its size in logical pixels, its frames, and its words."""

    width: float
    height: float
    frames: tuple[Frame, ...]
    alt: str
    caption: str

    @property
    def moving(self) -> bool:
        """Whether there is more than one frame."""
        return len(self.frames) > 1


def moved(mark: Mark, dx: float, dy: float) -> Mark:
    """The same mark, ``dx`` to the right and ``dy`` down."""
    if isinstance(mark, Line | Area):
        return replace(mark, points=tuple((x + dx, y + dy) for x, y in mark.points))
    # What `dataclasses.replace` does, in half its time: layout moves every mark several times.
    fields: dict[str, Any] = {**vars(mark), "x": mark.x + dx, "y": mark.y + dy}
    return type(mark)(**fields)


def colours(drawing: Drawing) -> frozenset[str]:
    """Every colour role that the drawing uses."""
    found: set[str] = {"page"}
    for frame in drawing.frames:
        for mark in frame.marks:
            found.update(_colours(mark))
    return frozenset(found)


def _colours(mark: Mark) -> Iterable[str]:
    names = ("fill", "stroke", "ink", "line", "frame")
    values = (getattr(mark, name, None) for name in names)
    chart = (
        [f"{curve.role}-strong" for curve in mark.curves] + ["ink", "muted", "grid"]
        if isinstance(mark, Chart)
        else []
    )
    return [value for value in values if isinstance(value, str)] + chart


def digest(drawing: Drawing) -> str:
    """SHA-256 of what is painted: size, marks and timings, without the words beside the picture."""
    text = json.dumps(
        [
            [drawing.width, drawing.height],
            [
                [frame.duration, [[type(mark).__name__, vars(mark)] for mark in frame.marks]]
                for frame in drawing.frames
            ],
        ],
        sort_keys=True,
        default=lambda value: value.hex() if isinstance(value, bytes) else vars(value),
    )
    return hashlib.sha256(text.encode()).hexdigest()

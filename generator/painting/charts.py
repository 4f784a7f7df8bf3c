"""Charts: Matplotlib lays out axes, ticks and curves, and the painter paints the marks that come of it.

Matplotlib draws on a renderer of our own, which writes down lines and words instead of painting them. So
charts have the font, the inks and the dark side of every other figure, and no date, id or setting of
Matplotlib gets in.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.backend_bases import GraphicsContextBase, RendererBase
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.ticker import MaxNLocator
from matplotlib.transforms import Transform

from generator.layout import NOTE
from generator.metrics import text_width
from generator.parts.spread import spread
from generator.scene import Chart, Dot, Label, Line, Mark, moved
from generator.words import plain

if TYPE_CHECKING:
    from generator.painting.svg import Painter

_POINTS_AN_INCH = 72  # with as many dots an inch, a point is a logical pixel
_HALF_CAPITAL, _CAPITAL = 0.35, 0.7
_LEFT, _TOP, _BOTTOM, _BESIDE = 58, 30, 46, 10
_LINE_HEIGHT = 18
_FROM_ZERO = 0.3


def paint(chart: Chart, painter: Painter) -> str:
    """The chart's elements."""
    return painter.paint_all([moved(mark, chart.x, chart.y) for mark in marks(chart)])


def marks(chart: Chart) -> list[Mark]:
    """What a chart consists of, its corner at (0, 0)."""
    inks = _Inks(["muted", "grid", *(f"{curve.role}-strong" for curve in chart.curves)])
    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update({"lines.scale_dashes": False, "font.size": NOTE, "axes.unicode_minus": True})
        figure = Figure((chart.width / _POINTS_AN_INCH, chart.height / _POINTS_AN_INCH), _POINTS_AN_INCH)
        axes = _axes(figure, chart, inks)
        renderer = _Scribe(chart.width, chart.height, inks)
        figure.draw(renderer)
    return [*renderer.marks, *_marked(chart, axes), *_names(chart, axes)]


def value_in_words(value: float) -> str:
    """A value at a curve's end: three decimals below 1."""
    return plain(value, 3 if abs(value) < 1 else 2)


def _axes(figure: Figure, chart: Chart, inks: _Inks) -> Axes:
    """Axes with horizontal lines at the ticks, and the curves."""
    words = [f"{curve.name} {value_in_words(curve.values[-1])}" for curve in chart.curves]
    right = max(text_width(word, NOTE) for word in words) + _BESIDE + 4
    width, height = chart.width - _LEFT - right, chart.height - _TOP - _BOTTOM
    share = (_LEFT / chart.width, _BOTTOM / chart.height, width / chart.width, height / chart.height)
    axes = figure.add_axes(share)
    figure.patch.set_visible(False)
    axes.patch.set_visible(False)
    for side in ("left", "top", "right"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set(color=inks.of("muted"), linewidth=1)
    axes.tick_params(length=0, pad=8, labelcolor=inks.of("muted"), labelsize=NOTE)
    axes.grid(axis="y", color=inks.of("grid"), linewidth=0.5)
    axes.set_axisbelow(True)
    axes.set_xlabel(chart.across, color=inks.of("muted"), size=NOTE, labelpad=8)
    axes.set_ylabel(chart.up, color=inks.of("muted"), size=NOTE, labelpad=10)
    axes.xaxis.set_major_locator(MaxNLocator(10, integer=True))
    axes.yaxis.set_major_locator(MaxNLocator(5, steps=[1, 2, 5, 10]))
    for curve in chart.curves:
        style: Any = (0, curve.dash) if curve.dash else "-"
        steps = range(1, len(curve.values) + 1)
        axes.plot(steps, curve.values, color=inks.of(f"{curve.role}-strong"), linewidth=2, linestyle=style)
    values = [value for curve in chart.curves for value in curve.values]
    low, high = min(values), max(values)
    margin = (high - low or 1) * 0.05
    axes.set_ylim(0 if 0 <= low < _FROM_ZERO * high else low - margin, high + margin)
    longest = max(len(curve.values) for curve in chart.curves)
    axes.set_xlim(1, max(longest, 2))
    return axes


def _place(axes: Axes, chart: Chart, step: float, value: float) -> tuple[float, float]:
    x, y = axes.transData.transform((step, value))
    return float(x), chart.height - float(y)


def _marked(chart: Chart, axes: Axes) -> list[Mark]:
    """A dashed line at the marked step, its note above, and a dot on every curve."""
    if chart.marked is None:
        return []
    x = round(_place(axes, chart, chart.marked, 0)[0])
    foot = chart.height - _BOTTOM
    half = text_width(chart.note, NOTE) / 2
    middle = min(max(x, half), chart.width - half)
    dots = [
        Dot(
            *_place(axes, chart, chart.marked, curve.values[chart.marked - 1]),
            4,
            f"{curve.role}-strong",
            "page",
        )
        for curve in chart.curves
    ]
    return [
        Line(((x, _TOP - 6), (x, foot)), "muted", 1, (4, 3)),
        Label(middle, _TOP - 18, chart.note, NOTE, "ink"),
        *dots,
    ]


def _names(chart: Chart, axes: Axes) -> list[Label]:
    """Each curve's name and last value beside its end, in its ink."""
    ends = [(_place(axes, chart, len(curve.values), curve.values[-1]), curve) for curve in chart.curves]
    ends.sort(key=lambda end: end[0][1])
    heights = [_LINE_HEIGHT] * len(ends)
    middles = spread(
        [place[1] for place, _ in ends], heights, 0, 0, chart.height - _BOTTOM + _LINE_HEIGHT / 2
    )
    return [
        Label(
            place[0] + _BESIDE,
            round(y),
            f"{curve.name} {value_in_words(curve.values[-1])}",
            NOTE,
            f"{curve.role}-strong",
            "start",
            "bold",
        )
        for (place, curve), y in zip(ends, middles, strict=True)
    ]


class _Inks:
    """Colours that stand for roles on their way through Matplotlib."""

    def __init__(self, roles: Sequence[str]) -> None:
        self._roles = {f"#{index + 1:06x}": role for index, role in enumerate(dict.fromkeys(roles))}

    def of(self, role: str) -> str:
        """The colour that stands for a role."""
        return next(colour for colour, known in self._roles.items() if known == role)

    def role(self, colour: Any) -> str:
        """The role that a colour stands for."""
        return self._roles[to_hex(colour[:3])]


class _Scribe(RendererBase):
    """A renderer that writes marks down."""

    def __init__(self, width: float, height: float, inks: _Inks) -> None:
        super().__init__()
        self.marks: list[Mark] = []
        self._size = (width, height)
        self._inks = inks

    def draw_path(
        self,
        gc: GraphicsContextBase,
        path: Path,
        transform: Transform,
        rgbFace: Any = None,  # noqa: N803
    ) -> None:
        """Write a line down; straight ones across or down lie on whole pixels, where they are sharp."""
        points = tuple(
            (x, self._size[1] - y) for x, y in np.asarray(transform.transform(path.vertices)).tolist()
        )
        if len({x for x, _ in points}) == 1 or len({y for _, y in points}) == 1:
            points = tuple((round(x), round(y)) for x, y in points)
        dashes: Any = gc.get_dashes()[1]
        dash = (float(dashes[0]), float(dashes[1])) if dashes else None
        self.marks.append(Line(points, self._inks.role(gc.get_rgb()), gc.get_linewidth(), dash))

    def draw_text(
        self,
        gc: GraphicsContextBase,
        x: float,
        y: float,
        s: str,
        prop: FontProperties,
        angle: float,
        ismath: Any = False,
        mtext: Any = None,
    ) -> None:
        """Write a label down, across or upwards."""
        size = prop.get_size_in_points()
        drop = _HALF_CAPITAL * size
        ink = self._inks.role(gc.get_rgb())
        x, y = (x - drop, y) if angle else (x, y - drop)
        self.marks.append(Label(float(x), float(y), s, size, ink, "start", turned=bool(angle)))

    def get_text_width_height_descent(
        self, s: str, prop: FontProperties, ismath: Any
    ) -> tuple[float, float, float]:
        """The size of a text: as high as its digits and capitals, which is what looks centred."""
        size = prop.get_size_in_points()
        return text_width(s, size), _CAPITAL * size, 0.0

    def get_canvas_width_height(self) -> tuple[float, float]:
        """The size of the chart."""
        return self._size

"""One painter function a kind of mark: marks in, SVG elements out.

Colours become classes (``a`` fills, ``A`` strokes), so that one document can carry an ink for light and one
for dark pages; text becomes outlines, each glyph and size defined once and used by number.
"""

from __future__ import annotations

import base64
from collections.abc import Sequence
from functools import singledispatchmethod
from itertools import groupby
from math import hypot
from string import ascii_lowercase

from generator.metrics import drawn, text_width
from generator.painting.fonts import GRID, outline
from generator.painting.themes import grey, signed
from generator.scene import Area, Box, Chart, Dot, Grid, Label, Line, Mark, Picture

# Raise when the same marks come out as another picture: every stamp contains it.
PAINTER_VERSION = 1

# Text in the middle of a cell: half the height of NanumGothic's digits and capitals.
_HALF_CAPITAL = 0.35
Bounds = tuple[float, float, float, float]

_SHARE = {"start": 0.0, "middle": 0.5, "end": 1.0}
# NanumGothic's regular outlines with this stroke, in GRID units, look semibold.
SEMIBOLD = 4.5
_ARROW = 5.0
# Pixels smaller than this are painted as one image: nobody sees their edges, and paths would be long.
_SMALLEST_PATH_CELL = 3.0


def number(value: float, decimals: int = 2) -> str:
    """A coordinate with at most so many decimals, as short as SVG allows."""
    text = f"{value:.{decimals}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    if text.startswith(("0.", "-0.")):
        text = text.replace("0.", ".", 1)
    return "0" if text == "-0" else text


def joined(*values: float) -> str:
    """Coordinates as path data: a space between two of them unless a minus sign parts them."""
    texts = [number(value) for value in values]
    return "".join(text if i == 0 or text.startswith("-") else f" {text}" for i, text in enumerate(texts))


def _name(index: int) -> str:
    first, rest = divmod(index, len(ascii_lowercase))
    return (ascii_lowercase[first - 1] if first else "") + ascii_lowercase[rest]


class Painter:
    """Paints marks and remembers which colours and glyphs a document must define for them."""

    def __init__(self, *, short: bool = True) -> None:
        """``short`` trades a twentieth of a pixel in the place of text for a smaller document."""
        self.short = short
        self.colours: dict[str, str] = {}
        self.fills: set[str] = set()
        self.strokes: set[str] = set()
        self.bolds: set[str] = set()
        self.definitions: list[str] = []
        self.lines: set[float] = set()
        self._glyphs: dict[str, str] = {}

    def paint_all(self, marks: Sequence[Mark]) -> str:
        """The elements of all marks; neighbouring labels of one ink and size share a group."""
        parts: list[str] = []
        for style, same in groupby(marks, key=_label_style):
            group = list(same)
            labels = [mark for mark in group if isinstance(mark, Label)]
            parts.append(self._text(labels) if style else "".join(self.paint(mark) for mark in group))
        return "".join(parts)

    @singledispatchmethod
    def paint(self, mark: Mark) -> str:
        """The elements of one mark; a label's go into the group that `paint_all` opens."""
        raise TypeError(f"no painter for {type(mark).__name__}")

    @paint.register
    def _(self, mark: Box) -> str:
        look = self._look(mark.fill, mark.stroke, mark.line, mark.dash)
        if mark.radius:
            return (
                f'<rect{_place(mark.x, mark.y, mark.width, mark.height)} rx="{number(mark.radius)}"{look}/>'
            )
        return f'<path d="{_rectangle(mark.x, mark.y, mark.width, mark.height)}"{look}/>'

    @paint.register
    def _(self, mark: Grid) -> str:
        width, height = mark.columns * mark.cell, mark.rows * mark.cell
        across = "".join(
            f"M{joined(mark.x, mark.y + row * mark.cell)}h{number(width)}" for row in range(1, mark.rows)
        )
        down = "".join(
            f"M{joined(mark.x + c * mark.cell, mark.y)}v{number(height)}" for c in range(1, mark.columns)
        )
        around = _rectangle(mark.x, mark.y, width, height)
        ground = f'<path d="{around}"{self._look(mark.fill, None, 0, None)}/>' if mark.fill else ""
        lines = (
            f'<path d="{across}{down}"{self._look(None, mark.line, 1, mark.dash)}/>' if across or down else ""
        )
        look = self._look(None, mark.frame or mark.line, 1.5 if mark.frame else 1, mark.dash)
        return f'{ground}{lines}<path d="{around}"{look}/>'

    @paint.register
    def _(self, mark: Label) -> str:
        return self._text([mark])

    def _text(self, labels: list[Label]) -> str:
        """Glyphs of labels of one ink and size, placed in units of the glyphs inside one scaled group.

        On a common line the group is moved to its first glyph, which leaves short numbers to the others.
        """
        first = labels[0]
        scale = first.size / GRID
        glyphs = [(glyph, x, y) for label in labels for glyph, x, y in self._glyphs_of(label, scale)]
        if not glyphs:
            return ""
        on_one_line = self.short and len({y for _, _, y in glyphs}) == 1
        x0, y0 = (glyphs[0][1], glyphs[0][2]) if on_one_line else (0, 0)
        uses = "".join(f'<use href="#{glyph}"{_at(x - x0, y - y0)}/>' for glyph, x, y in glyphs)
        # A turned label is alone in its group: it turns about its own place.
        turn = f"rotate(-90 {joined(first.x, first.y)})" if first.turned else ""
        move = f"translate({joined(round(x0 * scale, 1), round(y0 * scale, 1))})" if x0 or y0 else ""
        ink = self.bold(first.ink) if first.weight == "bold" else self.fill(first.ink)
        return f'<g class="{ink}" transform="{turn}{move}scale({number(scale, 4)})">{uses}</g>'

    def _glyphs_of(self, label: Label, scale: float) -> list[tuple[str, int, int]]:
        """(id, x, y) of each glyph of a label that leaves ink, in units of the glyphs."""
        text = drawn(label.text)
        x = label.x / scale - _SHARE[label.anchor] * text_width(text, GRID)
        y = round(label.y / scale + _HALF_CAPITAL * GRID)
        placed: list[tuple[str, int, int]] = []
        for character in text:
            if glyph := self._glyph(character):
                placed.append((glyph, round(x), y))
            x += text_width(character, GRID)
        return placed

    @paint.register
    def _(self, mark: Line) -> str:
        look = self._look(None, mark.stroke, mark.line, mark.dash)
        points = mark.points
        head = ""
        if mark.arrow:
            tip, points = points[-1], (*points[:-1], _shortened(points[-2], points[-1], _ARROW))
            head = f'<path d="{_arrow_head(points[-1], tip)}"{self._look(mark.stroke, None, 0, None)}/>'
        return f'<path d="{_polyline(points)}"{look}/>{head}'

    @paint.register
    def _(self, mark: Area) -> str:
        opacity = f' opacity="{number(mark.opacity)}"' if mark.opacity < 1 else ""
        look = self._look(mark.fill, mark.stroke, mark.line, None)
        return f'<path d="{_polyline(mark.points)}z"{look}{opacity}/>'

    @paint.register
    def _(self, mark: Dot) -> str:
        look = self._look(mark.fill, mark.stroke, 1, None)
        return f'<circle cx="{number(mark.x)}" cy="{number(mark.y)}" r="{number(mark.radius)}"{look}/>'

    @paint.register
    def _(self, mark: Picture) -> str:
        return _pixel_paths(mark) if mark.cell >= _SMALLEST_PATH_CELL else _image(mark)

    @paint.register
    def _(self, mark: Chart) -> str:
        from generator.painting.charts import paint

        return paint(mark, self)

    def fill(self, role: str) -> str:
        """The class that fills with a role's ink."""
        self.fills.add(role)
        return self.colours.setdefault(role, _name(len(self.colours)))

    def stroke(self, role: str) -> str:
        """The class that strokes with a role's ink."""
        self.strokes.add(role)
        return self.colours.setdefault(role, _name(len(self.colours))).upper()

    def bold(self, role: str) -> str:
        """The class of semibold text in a role's ink."""
        self.bolds.add(role)
        return f"{self.colours.setdefault(role, _name(len(self.colours)))}b"

    def _look(
        self, fill: str | None, stroke: str | None, line: float, dash: tuple[float, float] | None
    ) -> str:
        names = ([self.fill(fill)] if fill else []) + ([self.stroke(stroke)] if stroke else [])
        if stroke and line != 1:
            self.lines.add(line)
            names.append(line_class(line))
        dashes = f' stroke-dasharray="{number(dash[0])} {number(dash[1])}"' if stroke and dash else ""
        return f' class="{" ".join(names)}"{dashes}'

    def _glyph(self, character: str) -> str:
        """The id of a glyph, defined at its first use; empty for a space."""
        if character not in self._glyphs:
            path = outline(character)
            self._glyphs[character] = _name(len(self.definitions)) if path else ""
            if path:
                self.definitions.append(f'<path id="{self._glyphs[character]}" d="{path}"/>')
        return self._glyphs[character]


def _label_style(mark: Mark) -> tuple[object, ...]:
    """What labels of one group share; a turned label is like no other. Empty for other marks."""
    if not isinstance(mark, Label):
        return ()
    return (mark.ink, mark.weight, mark.size, (mark.x, mark.y) if mark.turned else None)


def _at(x: int, y: int) -> str:
    return (f' x="{x}"' if x else "") + (f' y="{y}"' if y else "")


def line_class(line: float) -> str:
    """The class that sets a stroke's width: ``w1_5`` is 1.5 pixels, ``w15`` is 15."""
    return f"w{number(line).replace('.', '_')}"


def _rectangle(x: float, y: float, width: float, height: float) -> str:
    return f"M{joined(x, y)}h{number(width)}v{number(height)}H{number(x)}z"


def _place(x: float, y: float, width: float, height: float) -> str:
    return f' x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}"'


def _polyline(points: tuple[tuple[float, float], ...]) -> str:
    return "M" + "L".join(joined(x, y) for x, y in points)


def _shortened(begin: tuple[float, float], end: tuple[float, float], by: float) -> tuple[float, float]:
    length = hypot(end[0] - begin[0], end[1] - begin[1]) or 1.0
    return end[0] - (end[0] - begin[0]) / length * by, end[1] - (end[1] - begin[1]) / length * by


def _arrow_head(foot: tuple[float, float], tip: tuple[float, float]) -> str:
    dx, dy = (tip[0] - foot[0]) * 0.7, (tip[1] - foot[1]) * 0.7
    return _polyline((tip, (foot[0] - dy, foot[1] + dx), (foot[0] + dy, foot[1] - dx))) + "z"


def _hex(mark: Picture, level: int) -> str:
    red, green, blue = grey(level) if mark.scale == "grey" else signed(level)
    return f"#{red:02x}{green:02x}{blue:02x}"


def _pixel_paths(mark: Picture) -> str:
    """The most frequent level as the ground, every other as one path of horizontal runs."""
    counts: dict[int, int] = {}
    for row in mark.levels:
        for level in row:
            counts[level] = counts.get(level, 0) + 1
    ground = max(counts, key=lambda level: (counts[level], -level))
    runs: dict[int, list[str]] = {level: [] for level in sorted(counts) if level != ground}
    for y, row in enumerate(mark.levels):
        for x, length, level in _runs(row):
            if level != ground:
                runs[level].append(f"M{x} {y}h{length}v1h-{length}z")
    paths = "".join(f'<path fill="{_hex(mark, level)}" d="{"".join(data)}"/>' for level, data in runs.items())
    size = f'width="{len(mark.levels[0])}" height="{len(mark.levels)}"'
    place = f"translate({joined(mark.x, mark.y)})scale({number(mark.cell)})"
    under = f'<rect {size} fill="{_hex(mark, ground)}"/>'
    return f'<g transform="{place}" shape-rendering="crispEdges">{under}{paths}</g>'


def _runs(row: bytes) -> list[tuple[int, int, int]]:
    """(start, length, level) of each run of equal levels."""
    starts = [x for x in range(len(row)) if x == 0 or row[x] != row[x - 1]]
    return [(x, end - x, row[x]) for x, end in zip(starts, [*starts[1:], len(row)], strict=True)]


def _image(mark: Picture) -> str:
    import numpy as np

    from generator.painting.export import png

    levels = np.array([list(row) for row in mark.levels], dtype=np.uint8)
    pixels = (
        levels
        if mark.scale == "grey"
        else np.array([signed(level) for level in range(256)], np.uint8)[levels]
    )
    data = base64.b64encode(png(pixels)).decode()
    place = _place(mark.x, mark.y, levels.shape[1] * mark.cell, levels.shape[0] * mark.cell)
    # librsvg and resvg read the attribute, browsers the style; pixels that shrink are better smoothed.
    crisp = ' image-rendering="optimizeSpeed" style="image-rendering:pixelated"' if mark.cell >= 1 else ""
    return f'<image{place}{crisp} href="data:image/png;base64,{data}"/>'


def bounds(mark: Mark) -> Bounds:
    """(left, top, right, bottom) of what a mark paints, outlines included."""
    if isinstance(mark, Line | Area):
        xs, ys = [x for x, _ in mark.points], [y for _, y in mark.points]
        margin = max(mark.line, _ARROW if isinstance(mark, Line) and mark.arrow else 0)
        return min(xs) - margin, min(ys) - margin, max(xs) + margin, max(ys) + margin
    if isinstance(mark, Label):
        return _label_bounds(mark)
    if isinstance(mark, Dot):
        reach = mark.radius + 1
        return mark.x - reach, mark.y - reach, mark.x + reach, mark.y + reach
    if isinstance(mark, Picture):
        return mark.x, mark.y, mark.x + len(mark.levels[0]) * mark.cell, mark.y + len(mark.levels) * mark.cell
    if isinstance(mark, Grid):
        return (
            mark.x - 1,
            mark.y - 1,
            mark.x + mark.columns * mark.cell + 1,
            mark.y + mark.rows * mark.cell + 1,
        )
    margin = mark.line / 2 if isinstance(mark, Box) and mark.stroke else 0
    return mark.x - margin, mark.y - margin, mark.x + mark.width + margin, mark.y + mark.height + margin


def overlap(a: Bounds, b: Bounds) -> bool:
    """Whether two boxes share more than an edge."""
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _label_bounds(mark: Label) -> Bounds:
    width = text_width(mark.text, mark.size)
    left = mark.x - _SHARE[mark.anchor] * width
    above, below = 0.5 * mark.size, 0.65 * mark.size
    if not mark.turned:
        return left, mark.y - above, left + width, mark.y + below
    along = left - mark.x
    return mark.x - above, mark.y - along - width, mark.x + below, mark.y - along

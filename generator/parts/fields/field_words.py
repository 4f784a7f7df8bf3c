"""A layer's receptive fields in sentences: what one unit sees, and how far its neighbour looks."""

from __future__ import annotations

from generator.graph_fields import Fields
from generator.parts.fields.model_view import ModelView, Span
from generator.words import Say, by, plain

Unit = tuple[int, int]
"""A unit's (row, column) in its layer, from 0."""


def field_caption(say: Say, fields: Fields, layer: str, shown: str) -> str:
    """What one unit of ``layer`` sees of the picture that is ``shown``."""
    down, across = fields
    area = by(down.size, across.size)
    if down.units == across.units == 1:
        return say(
            f"{shown}: {layer}의 유닛 하나가 {area} 픽셀을 본다.",
            f"{shown}: the one unit of {layer} sees {area} pixels.",
        )
    return say(
        f"{shown}: {layer}의 유닛 하나가 {area} 픽셀을 보고, 이웃한 유닛은 {_apart(say, fields)} 옆을 본다.",
        f"{shown}: one unit of {layer} sees {area} pixels, "
        f"and its neighbour looks {_apart(say, fields)} further on.",
    )


def _apart(say: Say, fields: Fields) -> str:
    """The jump in words: one number, or one for each axis."""
    down, across = fields[0].jump, fields[1].jump
    if down == across:
        return say(f"{down}픽셀", _pixels(down))
    return say(f"세로 {down}픽셀, 가로 {across}픽셀", f"{_pixels(down)} down or {_pixels(across)} across")


def _apart_in_english(fields: Fields) -> str:
    down, across = fields[0].jump, fields[1].jump
    if down == across:
        return f"Neighbouring units' centres are {_pixels(down)} apart"
    return f"The centres of neighbouring units are {_pixels(down)} apart down, and {across} across"


def _pixels(count: int) -> str:
    return f"{count} pixel" + ("" if count == 1 else "s")


def field_alt(say: Say, view: ModelView, fields: Fields, unit: Unit, shown: str) -> str:
    """The same with every number that the picture shows."""
    down, across = fields
    (top, bottom), (left, right) = down.interval(unit[0]), across.interval(unit[1])
    place = f"({unit[0]}, {unit[1]})"
    centre = f"({plain(down.centre(unit[0]))}, {plain(across.centre(unit[1]))})"
    size, grid, area = by(*view.size), by(down.units, across.units), by(down.size, across.size)
    edges = [plain(edge) for edge in (top, bottom, left, right)]
    padding, beyond = _on_padding(view, fields, unit)
    outside = ""
    if beyond:
        outside = say(f" 그중 {beyond}픽셀은 입력 밖에 있다.", f" {beyond} of them lie beyond the input.")
    return say(
        f"왼쪽은 {size} 입력, {shown}. 오른쪽은 {down.name}의 {grid} 유닛이고 {place} 유닛이 칠해져 있다. "
        f"그 유닛의 수용 영역은 {area} 픽셀, 세로 {edges[0]}에서 {edges[1]}까지, "
        f"가로 {edges[2]}에서 {edges[3]}까지이며 중심은 {centre}에 있다. "
        f"패딩에 놓인 것은 {padding}픽셀이다.{outside} "
        f"이웃한 유닛의 중심은 {_apart(say, fields)} 떨어져 있다.",
        f"Left, the {size} input, {shown}; right, the {grid} units of {down.name}, "
        f"with unit {place} filled. Its receptive field is {area} pixels, from {edges[0]} to {edges[1]} down "
        f"and from {edges[2]} to {edges[3]} across, its centre at {centre}. "
        f"{padding} of its pixels lie on padding.{outside} "
        f"{_apart_in_english(fields)}.",
    )


def _on_padding(view: ModelView, fields: Fields, unit: Unit) -> tuple[int, int]:
    """Pixels of the field outside the sample itself, and outside the input."""
    spans = [field.interval(place) for field, place in zip(fields, unit, strict=True)]

    def within(*edges: Span) -> int:
        down, across = (
            max(min(span[1], edge[1]) - max(span[0], edge[0]), 0)
            for span, edge in zip(spans, edges, strict=True)
        )
        return round(down * across)

    area = fields[0].size * fields[1].size
    rows, columns = view.size
    return area - within(*view.edges), area - within((0, rows), (0, columns))

"""How the receptive field grows from layer to layer, along one axis."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from generator.arithmetic import pair
from generator.catalog import figure
from generator.errors import GeneratorError
from generator.graph import Graph
from generator.graph_fields import last_placed, layer_fields
from generator.layout import COLUMN, MARGIN, NOTE, TITLE, Block, framed
from generator.metrics import text_width
from generator.parts.dimensions import HEIGHT, dimension
from generator.parts.fields.cone import Reach
from generator.parts.fields.graph_cone import graph_cone, widest_path
from generator.parts.rulers import Ruler
from generator.parts.shortening import shortened
from generator.receptive import Field, Step
from generator.scene import Area, Drawing, Frame, Label, Line, Mark
from generator.sources import Graphs
from generator.words import Say, plain

_LEFT, _WIDEST_LEFT = 112.0, 190.0
_RIGHT = 112.0
_ROW = 24.0
_STEP = 62.0
_MOST_ROWS = 24

Axis = Literal["vertical", "horizontal"]


@figure
def receptive_field_growth(
    say: Say,
    graphs: Graphs,
    *,
    model: str = "paper",
    layer: str | None = None,
    unit: int | None = None,
    axis: Axis = "vertical",
) -> Drawing:
    """The cone through the layers from one unit back to the input, along one axis, with R and J at each.

    model: a built-in network or a model of yours; where branches join, the one that sees most is drawn, and
    layers that change neither R nor J are left out
    layer: where the cone begins; the last layer with positions if not given
    unit: counted from 0; the one in the middle if not given
    """
    graph, along = graphs[model], ("vertical", "horizontal").index(axis)
    name = last_placed(graph) if layer is None else layer
    top = layer_fields(graph, name)[along]
    fields = _rows(graph, name, along)
    reaches = graph_cone(graph, name, top.units // 2 if unit is None else unit, along)
    rows = tuple(reaches[field.name] for field in fields)
    block = framed(_block(say, fields, rows))
    caption = _caption(say, top, f"{graph.title} {top.name}") + _about_branches(say, graph, reaches)
    return Drawing(block.width, block.height, (Frame(block.marks),), _alt(say, fields, rows), caption)


def _rows(graph: Graph, layer: str, axis: int) -> tuple[Field, ...]:
    fields = tuple(widest_path(graph, layer, axis))
    if len(fields) > _MOST_ROWS:
        raise GeneratorError(
            f"layer is {layer!r}: the field changes in {len(fields) - 1} layers below it, and a figure shows "
            f"{_MOST_ROWS - 1}; choose an earlier layer, up to {fields[_MOST_ROWS - 1].name!r}"
        )
    return fields


def _about_branches(say: Say, graph: Graph, reaches: Mapping[str, Reach]) -> str:
    if all(len(node.inputs) == 1 for node in graph.nodes if node.name in reaches):
        return ""
    return say(
        " 갈래가 만나는 곳에서는 가장 넓게 보는 갈래를 그렸다.",
        " Where branches join, the one that sees most is drawn.",
    )


def _block(say: Say, fields: tuple[Field, ...], reaches: tuple[Reach, ...]) -> Block:
    """The layers from the last at the top to the input at the bottom, R and J at the right."""
    widest = max(text_width(field.name, TITLE) for field in fields)
    rules = max((text_width(_rule(field.step), NOTE) + 5 for field in fields[1:]), default=0)
    ruler = _ruler(fields, reaches, min(max(_LEFT, rules, widest * 1.08 + 12), _WIDEST_LEFT))
    right = ruler.x + ruler.length
    heights = {field.name: (len(fields) - 1 - index) * _STEP for index, field in enumerate(fields)}
    cones: list[Mark] = []
    rows: list[Mark] = []
    for index, (field, reach) in enumerate(zip(fields, reaches, strict=True)):
        y = heights[field.name]
        if index:
            cones += _between(ruler, (fields[index - 1], field), (reaches[index - 1], reach), y)
            rows += _words(field, y, ruler.x, right)
        else:
            rows.append(Label(0, y + _ROW / 2, say("입력", "Input"), TITLE, "ink", "start", "bold"))
        rows += ruler.row(field, reach, y, _ROW, _role(index, len(fields)))
    whole = [ruler.at(edge) for edge in fields[-1].interval(reaches[-1].first)]
    foot = heights["input"] + _ROW + 8
    label = f"R = {fields[-1].size}"
    rows += dimension((whole[0], whole[1]), foot, label, "kernel-strong", (whole[0] - 20, whole[1] + 20))
    return Block(COLUMN - 2 * MARGIN, foot + HEIGHT, (*cones, *rows))


def _role(index: int, count: int) -> str:
    return "input" if index == 0 else "output" if index == count - 1 else "kernel"


def _ruler(fields: tuple[Field, ...], reaches: tuple[Reach, ...], left: float) -> Ruler:
    """The input's axis, long enough for every unit and every zero that the cone touches."""
    edges = [0.0, float(fields[0].units), *fields[-1].interval(reaches[-1].first)]
    for field, reach in zip(fields, reaches, strict=True):
        edges += [field.centre(0) - field.jump / 2, field.centre(field.units - 1) + field.jump / 2]
        edges += [field.centre(reach.first) - field.jump / 2, field.centre(reach.last) + field.jump / 2]
    begin, end = min(edges), max(edges)
    room = COLUMN - 2 * MARGIN - left - _RIGHT
    # Whole pixels where there is room for them, so that walls are sharp.
    pixel = room / (end - begin)
    return Ruler(begin, end, left, float(int(pixel)) if pixel >= 2 else int(pixel * 2) / 2 or pixel)


def _between(ruler: Ruler, fields: tuple[Field, Field], reaches: tuple[Reach, Reach], y: float) -> list[Mark]:
    """The cone from a layer (second) down to the one below it, and the window of the cone's first unit."""
    (below, field), (wide, narrow) = fields, reaches
    head, foot = y + _ROW, y + _STEP
    left, right = ruler.cells(field, narrow.real[0], narrow.real[-1])
    low_left, low_right = ruler.cells(below, wide.first, wide.last)
    first = narrow.real[0] * field.step.stride - pair(field.step.padding)[0]
    reach = (field.step.kernel - 1) * field.step.dilation
    window = ruler.cells(below, first, first + reach)
    one = ruler.cells(field, narrow.real[0], narrow.real[0])
    sides = sorted({*zip(one, window, strict=True), (right, low_right)})
    return [
        Area(((left, head), (right, head), (low_right, foot), (low_left, foot)), "kernel-tint"),
        *(Line(((a, head), (b, foot)), "kernel-strong", 1.5) for a, b in sides),
    ]


def _rule(step: Step) -> str:
    before, after = pair(step.padding)
    padding = f", p = {plain(before)}" + ("" if before == after else f"/{plain(after)}")
    dilation = f", d = {step.dilation}" if step.dilation > 1 else ""
    return f"k = {step.kernel}, s = {step.stride}" + (padding if before or after else "") + dilation


def _words(field: Field, y: float, left: float, right: float) -> list[Mark]:
    """Name and rule at the left of the ruler, R and J at its right."""
    middle, rule, size = y + _ROW / 2, _rule(field.step), f"R = {field.size}"
    jump = right + max(74, 24 + text_width(size, TITLE))
    return [
        Label(0, middle, shortened(field.name, left / 1.08 - 10, TITLE), TITLE, "ink", "start", "bold"),
        Label(0, y + (_ROW + _STEP) / 2 - 1, rule, NOTE, "muted", "start"),
        Label(right + 16, middle, size, TITLE, "kernel-strong", "start", "bold"),
        Label(jump, middle, f"J = {field.jump}", TITLE, "output-strong", "start", "bold"),
    ]


def _caption(say: Say, top: Field, shown: str) -> str:
    return say(
        f"{shown}의 유닛 하나에서 거슬러 올라가면 원뿔이 층마다 넓어져 입력에서는 {top.size}픽셀이 된다.",
        f"Back from one unit of {shown} the cone widens layer by layer, to {top.size} pixels of the input.",
    )


def _alt(say: Say, fields: tuple[Field, ...], reaches: tuple[Reach, ...]) -> str:
    parts = [_row_in_words(say, field, reach) for field, reach in zip(fields[1:], reaches[1:], strict=True)]
    top, pixels = fields[-1], reaches[0]
    begin, end = (plain(edge) for edge in top.interval(reaches[-1].first))
    padding = pixels.before + pixels.after
    zeros = say(f", 그중 {padding}개는 패딩", f", {padding} of them padding") if padding else ""
    return say(
        f"한 축을 따라 그린 층들, 아래는 입력 {fields[0].units}픽셀. {' '.join(reversed(parts))} "
        f"{top.name}의 유닛 {reaches[-1].first}의 수용 영역은 입력의 {begin}부터 {end}까지{zeros}.",
        f"The layers along one axis, at the bottom the input of {fields[0].units} pixels. "
        f"{' '.join(reversed(parts))} "
        f"Unit {reaches[-1].first} of {top.name} sees the input from {begin} to {end}{zeros}.",
    )


def _row_in_words(say: Say, field: Field, reach: Reach) -> str:
    used, step = len(reach.real), field.step
    window = say(
        f"커널 {step.kernel}, 스트라이드 {step.stride}", f"kernel {step.kernel}, stride {step.stride}"
    )
    if step.dilation > 1:
        window += say(f", 팽창 {step.dilation}", f", dilation {step.dilation}")
    numbers = f"{window}, R = {field.size}, J = {field.jump}"
    return say(
        f"{field.name}: 유닛 {field.units}개 중 {used}개, {numbers}.",
        f"{field.name}: {used} of {field.units} units, {numbers}.",
    )

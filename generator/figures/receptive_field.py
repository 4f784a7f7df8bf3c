"""What one unit of a layer sees of the network's input."""

from __future__ import annotations

from generator.catalog import figure
from generator.data_names import class_name, data_title
from generator.errors import GeneratorError
from generator.layout import COLUMN, GAP, MARGIN, NOTE, TITLE, Block, above, framed, text
from generator.learning.trained import Samples
from generator.metrics import text_width
from generator.parts.dimensions import HEIGHT, dimension
from generator.parts.input_view import InputView, Span, input_view, overhang
from generator.receptive import Field, layer_field
from generator.scene import Box, Drawing, Frame, Grid, Label, Line, Mark
from generator.words import Say, by, plain
from generator.writing.named import network_named

_LARGEST_CELL = 10
_HEAD = 28.0
_FOOT = 8.0


@figure
def receptive_field(
    say: Say,
    data: Samples,
    *,
    model: str = "paper",
    layer: str = "C3",
    unit: tuple[int, int] = (0, 0),
    digit: int = 5,
    sample: int = 0,
) -> Drawing:
    """What one unit of a layer sees, drawn on a real padded digit.

    unit: (row, column) in the layer's grid, from 0
    """
    network = network_named(model)
    field = layer_field(network, layer)
    _check_unit(field, unit, model)
    cell = _cell(field, network.input_shape[0])
    view = input_view(data, network, field, digit, sample, cell)
    shown = f"{data_title(data.data, say)} {class_name(data.data, digit, say)}"
    alt = _alt(say, view, field, unit, shown)
    block = framed(above(_panels(say, view, field, unit), *_notes(say, view), gap=8))
    caption = _caption(say, field, f"{network.title} {layer}", shown)
    return Drawing(block.width, block.height, (Frame(block.marks),), alt, caption)


def _check_unit(field: Field, unit: tuple[int, int], model: str) -> None:
    last = field.units - 1
    if not all(0 <= place <= last for place in unit):
        grid = by(field.units, field.units)
        raise GeneratorError(
            f"unit is {unit}; {field.name} of {model!r} has {grid} units, from (0, 0) to ({last}, {last})"
        )


def _cell(field: Field, size: int) -> int:
    """The largest whole pixel at which picture and grid stand side by side; a unit is a jump wide."""
    across = size + sum(overhang(field, size)) + field.units * field.jump
    return min(_LARGEST_CELL, (COLUMN - 2 * MARGIN - GAP) // across)


def _panels(say: Say, view: InputView, field: Field, unit: tuple[int, int]) -> Block:
    """The input, and the layer's grid at the height and size of what its units stand for."""
    left = view.extent + GAP
    side = field.jump * view.cell
    # Half a jump above the centre of the first unit's field.
    top = view.at(field.start) - side / 2
    right = left + field.units * side
    rows, columns = field.interval(unit[0]), field.interval(unit[1])
    x, y = left + unit[1] * side, top + unit[0] * side
    title = say("입력", "Input") + f" {by(view.size, view.size)}"
    foot = top + field.units * side + _FOOT
    marks: list[Mark] = [
        Label(view.extent / 2, -_HEAD / 2 - 2, title, TITLE, weight="bold"),
        _grid_title(field, left, right, top),
        *view.marks(),
        Grid(left, top, field.units, field.units, side, "output-tint", "grid", "output-strong"),
        Box(x, y, side, side, "output-strong", "output-strong", 3),
        *view.outlined(rows, columns, "kernel-strong"),
        *_projection(view, rows, columns, x, y, side),
        *_measure(view, columns, f"R = {field.size}"),
        *dimension((x, x + side), foot, f"J = {field.jump}", "output-strong", (left - 8, right + 8)),
    ]
    block = Block(right, view.extent + _HEAD + _FOOT + HEIGHT + 4)
    return Block(block.width, block.height, Block(0, 0, tuple(marks)).at(0, _HEAD))


def _measure(view: InputView, columns: Span, words: str) -> list[Mark]:
    ends = view.at(columns[0]), view.at(columns[1])
    return dimension(ends, view.extent + _FOOT, words, "kernel-strong", (0, view.extent))


def _grid_title(field: Field, left: float, right: float, top: float) -> Label:
    """In the middle of the grid; over a narrow one to the right of the lines that come from the field."""
    words = f"{field.name} {by(field.units, field.units)}"
    y = top - _HEAD / 2 - 2
    if text_width(words, TITLE) > right - left:
        return Label(left + 4, y, words, TITLE, anchor="start", weight="bold")
    return Label((left + right) / 2, y, words, TITLE, weight="bold")


def _projection(view: InputView, rows: Span, columns: Span, x: float, y: float, side: float) -> list[Mark]:
    """From the right corners of the field to the unit."""
    right = view.at(columns[1])
    return [
        Line(((right, view.at(rows[0])), (x, y)), "kernel-strong", 1.5),
        Line(((right, view.at(rows[1])), (x, y + side)), "kernel-strong", 1.5),
    ]


def _notes(say: Say, view: InputView) -> list[Block]:
    notes = []
    if view.own < view.size:
        own = by(view.own, view.own)
        notes.append(
            say(
                f"점선 안은 {own} 그림, 밖은 0으로 채운 패딩",
                f"inside the dashes the {own} picture, outside zeros of padding",
            )
        )
    if view.before or view.after:
        notes.append(say("입력 밖은 padding=same이 더한 0", "beyond the input: zeros that padding=same adds"))
    return [text(note, NOTE, "muted") for note in notes]


def _caption(say: Say, field: Field, layer: str, shown: str) -> str:
    area = by(field.size, field.size)
    if field.units == 1:
        return say(
            f"{shown}: {layer}의 유닛 하나가 {area} 픽셀을 본다.",
            f"{shown}: the one unit of {layer} sees {area} pixels.",
        )
    return say(
        f"{shown}: {layer}의 유닛 하나가 {area} 픽셀을 보고, 이웃한 유닛은 {field.jump}픽셀 옆을 본다.",
        f"{shown}: one unit of {layer} sees {area} pixels, "
        f"and its neighbour looks {_pixels(field.jump)} further on.",
    )


def _pixels(count: int) -> str:
    return f"{count} pixel" + ("" if count == 1 else "s")


def _alt(say: Say, view: InputView, field: Field, unit: tuple[int, int], shown: str) -> str:
    (top, bottom), (left, right) = field.interval(unit[0]), field.interval(unit[1])
    place = f"({unit[0]}, {unit[1]})"
    centre = f"({plain(field.centre(unit[0]))}, {plain(field.centre(unit[1]))})"
    size, grid, area = by(view.size, view.size), by(field.units, field.units), by(field.size, field.size)
    edges = [plain(edge) for edge in (top, bottom, left, right)]
    padding, beyond = _on_padding(view, field, unit)
    outside = ""
    if beyond:
        outside = say(f" 그중 {beyond}픽셀은 입력 밖에 있다.", f" {beyond} of them lie beyond the input.")
    return say(
        f"왼쪽은 {size} 입력, {shown}. 오른쪽은 {field.name}의 {grid} 유닛이고 {place} 유닛이 칠해져 있다. "
        f"그 유닛의 수용 영역은 {area} 픽셀, 세로 {edges[0]}에서 {edges[1]}까지, "
        f"가로 {edges[2]}에서 {edges[3]}까지이며 중심은 {centre}에 있다. "
        f"패딩에 놓인 것은 {padding}픽셀이다.{outside} "
        f"이웃한 유닛의 중심은 {field.jump}픽셀 떨어져 있다.",
        f"Left, the {size} input, {shown}; right, the {grid} units of {field.name}, "
        f"with unit {place} filled. Its receptive field is {area} pixels, from {edges[0]} to {edges[1]} down "
        f"and from {edges[2]} to {edges[3]} across, its centre at {centre}. "
        f"{padding} of its pixels lie on padding.{outside} "
        f"Neighbouring units' centres are {_pixels(field.jump)} apart.",
    )


def _on_padding(view: InputView, field: Field, unit: tuple[int, int]) -> tuple[int, int]:
    """Pixels of the field outside the sample itself, and outside the input."""
    rows, columns = (field.interval(place) for place in unit)

    def within(begin: float, end: float) -> int:
        down, across = (max(min(edge[1], end) - max(edge[0], begin), 0) for edge in (rows, columns))
        return round(down * across)

    return field.size**2 - within(*view.edge), field.size**2 - within(0, view.size)

"""What one unit of a layer sees of the network's input."""

from __future__ import annotations

from generator.catalog import figure
from generator.data_names import class_name, data_title
from generator.errors import GeneratorError
from generator.graph import Graph
from generator.graph_fields import Fields, layer_fields
from generator.layout import COLUMN, GAP, MARGIN, NOTE, TITLE, Block, above, framed, text
from generator.learning.trained import Samples
from generator.metrics import text_width
from generator.parts.dimensions import HEIGHT, dimension
from generator.parts.fields.field_words import Unit, field_alt, field_caption
from generator.parts.fields.model_view import ModelView, Span, fitting_cell, model_view, overhang
from generator.parts.shortening import shortened
from generator.scene import Box, Drawing, Frame, Grid, Label, Line, Mark
from generator.sources import Graphs
from generator.words import Say, by

_LARGEST_CELL = 10
_HEAD = 28.0
_FOOT = 8.0
_TALLEST = 1200.0
_FINEST_GRID = 4.0


@figure
def receptive_field(
    say: Say,
    data: Samples,
    graphs: Graphs,
    *,
    model: str = "paper",
    layer: str = "C3",
    unit: tuple[int, int] = (0, 0),
    digit: int = 5,
    sample: int = 0,
) -> Drawing:
    """What one unit of a layer sees, drawn on a real padded digit.

    model: a built-in network or a model of yours; a layer after branches sees what all of them see
    unit: (row, column) in the layer's grid, from 0
    """
    graph = graphs[model]
    fields = layer_fields(graph, layer)
    _check_unit(fields, unit, model)
    view = model_view(data, graph, fields, digit, sample, _cell(fields, graph.input_shape))
    shown = f"{data_title(data.data, say)} {class_name(data.data, digit, say)}"
    alt = field_alt(say, view, fields, unit, shown)
    block = framed(above(_panels(say, view, fields, unit), *_notes(say, view, graph), gap=8))
    caption = field_caption(say, fields, f"{graph.title} {layer}", shown)
    return Drawing(block.width, block.height, (Frame(block.marks),), alt, caption)


def _check_unit(fields: Fields, unit: Unit, model: str) -> None:
    rows, columns = (field.units for field in fields)
    if not all(0 <= place < field.units for place, field in zip(unit, fields, strict=True)):
        raise GeneratorError(
            f"unit is {unit}; {fields[0].name} of {model!r} has {by(rows, columns)} units, "
            f"from (0, 0) to ({rows - 1}, {columns - 1})"
        )


def _cell(fields: Fields, shape: tuple[int, ...]) -> float:
    """The largest sharp pixel at which picture and grid stand side by side; a unit is a jump wide."""
    down, across = (size + sum(overhang(field, size)) for field, size in zip(fields, shape[:2], strict=True))
    across += fields[1].units * fields[1].jump
    room = COLUMN - 2 * MARGIN - GAP, _TALLEST
    return fitting_cell((down, across), (room[1], room[0]), _LARGEST_CELL, fields[0].name)


def _panels(say: Say, view: ModelView, fields: Fields, unit: Unit) -> Block:
    """The input, and the layer's grid at the height and size of what its units stand for."""
    down, across = fields
    left = view.width + GAP
    height, width = down.jump * view.cell, across.jump * view.cell
    # Half a jump above the centre of the first unit's field.
    top = view.y(down.start) - height / 2
    right, bottom = left + across.units * width, top + down.units * height
    rows, columns = down.interval(unit[0]), across.interval(unit[1])
    x, y = left + unit[1] * width, top + unit[0] * height
    title = say("입력", "Input") + f" {by(*view.size)}"
    jump = f"J = {_size(down.jump, across.jump)}"
    marks: list[Mark] = [
        Label(view.width / 2, -_HEAD / 2 - 2, title, TITLE, weight="bold"),
        _grid_title(fields, left, right, top),
        *view.marks(),
        *_units(fields, left, top, (height, width)),
        Box(x, y, width, height, "output-strong", "output-strong", 3),
        *view.outlined(rows, columns, "kernel-strong"),
        *_projection(view, rows, columns, x, y, height),
        *_measure(view, columns, f"R = {_size(down.size, across.size)}"),
        *dimension((x, x + width), bottom + _FOOT, jump, "output-strong", (left - 8, right + 8)),
    ]
    block = Block(_width(fields, left, right), _below(view, bottom) + _HEAD + 4)
    return Block(block.width, block.height, Block(0, 0, tuple(marks)).at(0, _HEAD))


def _width(fields: Fields, left: float, right: float) -> float:
    """To the right of the grid; a title that hangs over counts only where the margin has no room for it."""
    over = left + 4 + text_width(_grid_words(fields, left), TITLE) - right
    return right if over <= (COLUMN - right) / 2 - 8 else right + over


def _below(view: ModelView, bottom: float) -> float:
    """The foot of the lower dimension line; a grid of units may reach below the picture."""
    return max(view.height, bottom) + _FOOT + HEIGHT


def _size(rows: int, columns: int) -> str:
    """One number where both axes have the same."""
    return str(rows) if rows == columns else by(rows, columns)


def _units(fields: Fields, left: float, top: float, cell: tuple[float, float]) -> list[Mark]:
    """The layer's units as a grid, without walls where they would lie too close."""
    down, across = fields
    height, width = cell
    if height == width and height >= _FINEST_GRID:
        return [Grid(left, top, down.units, across.units, width, "output-tint", "grid", "output-strong")]
    right, bottom = left + across.units * width, top + down.units * height
    ground = Box(left, top, right - left, bottom - top, "output-tint")
    walls: list[Mark] = []
    if min(height, width) >= _FINEST_GRID:
        lines = [left + unit * width for unit in range(1, across.units)]
        walls += [Line(((x, top), (x, bottom)), "grid", 1) for x in lines]
        lines = [top + unit * height for unit in range(1, down.units)]
        walls += [Line(((left, y), (right, y)), "grid", 1) for y in lines]
    return [ground, *walls, Box(left, top, right - left, bottom - top, None, "output-strong", 1.5)]


def _measure(view: ModelView, columns: Span, words: str) -> list[Mark]:
    ends = view.x(columns[0]), view.x(columns[1])
    return dimension(ends, view.height + _FOOT, words, "kernel-strong", (0, view.width))


def _grid_words(fields: Fields, left: float) -> str:
    """The layer's name, as far as the page has room to the right of ``left``, and its units."""
    units = by(fields[0].units, fields[1].units)
    # Bold letters are a little wider than those that are measured.
    room = (COLUMN - 2 * MARGIN - left - 8) / 1.08 - text_width(f" {units}", TITLE)
    return f"{shortened(fields[0].name, room, TITLE)} {units}"


def _title_fits(fields: Fields, left: float, right: float) -> bool:
    return text_width(_grid_words(fields, left), TITLE) <= right - left


def _grid_title(fields: Fields, left: float, right: float, top: float) -> Label:
    """In the middle of the grid; over a narrow one to the right of the lines that come from the field."""
    words = _grid_words(fields, left)
    y = top - _HEAD / 2 - 2
    if not _title_fits(fields, left, right):
        return Label(left + 4, y, words, TITLE, anchor="start", weight="bold")
    return Label((left + right) / 2, y, words, TITLE, weight="bold")


def _projection(view: ModelView, rows: Span, columns: Span, x: float, y: float, height: float) -> list[Mark]:
    """From the right corners of the field to the unit."""
    right = view.x(columns[1])
    return [
        Line(((right, view.y(rows[0])), (x, y)), "kernel-strong", 1.5),
        Line(((right, view.y(rows[1])), (x, y + height)), "kernel-strong", 1.5),
    ]


def _notes(say: Say, view: ModelView, graph: Graph) -> list[Block]:
    notes = []
    if view.own != view.size:
        own = by(*view.own)
        notes.append(
            say(
                f"점선 안은 {own} 그림, 밖은 0으로 채운 패딩",
                f"inside the dashes the {own} picture, outside zeros of padding",
            )
        )
    if any(view.before + view.after):
        framing = any(node.class_name == "ZeroPadding2D" for node in graph.nodes)
        adds = say("패딩이", "padding") if framing else say("padding=same이", "padding=same")
        notes.append(say(f"입력 밖은 {adds} 더한 0", f"beyond the input: zeros that {adds} adds"))
    return [text(note, NOTE, "muted") for note in notes]

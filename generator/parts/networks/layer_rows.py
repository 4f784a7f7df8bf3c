"""A chain of layers as boxes: in rows from left to right, or one under another."""

from __future__ import annotations

from dataclasses import dataclass

from generator.graph import Graph
from generator.layout import NOTE, TITLE, Block
from generator.metrics import text_width
from generator.networks import Shape
from generator.parts.shortening import shortened
from generator.scene import Box, Label, Line, Mark
from generator.words import Say

_WIDTH, _A_ROW, _GAP = 676, 4, 20
_HEAD, _SHAPES, _PAD = 50, 54, 7
_BETWEEN_ROWS, _DOWN_GAP = 40, 22
# What a layer does shows in the tint of its head, and stands there in words.
_ROLES = {"Conv": "kernel", "Pool": "input", "Dense": "output"}


@dataclass(frozen=True)
class LayerBox:
    """A layer as a box shows it."""

    name: str
    class_name: str
    input_shape: Shape
    output_shape: Shape


def layer_table(part: Graph) -> tuple[LayerBox, ...]:
    """The layers of a chain with the shapes that enter and leave each."""
    shapes = (part.input_shape, *(node.output_shape for node in part.nodes))
    rows = zip(part.nodes, shapes, strict=False)
    return tuple(LayerBox(node.name, node.class_name, entering, node.output_shape) for node, entering in rows)


def role_of(class_name: str, inputs: int = 1) -> str:
    """The role whose colour a layer of a class has; one that joins several inputs stands out."""
    if inputs > 1:
        return "accent"
    return next((role for part, role in _ROLES.items() if part in class_name), "padding")


def in_rows(rows: tuple[LayerBox, ...], show_shapes: bool, say: Say) -> Block:
    """Rows of four boxes, or fewer; a line leads from the end of one row to the start of the next."""
    a_row = _a_row(rows, show_shapes, say)
    width = (_WIDTH - _GAP * (a_row - 1)) / a_row
    height = _HEAD + (_SHAPES if show_shapes else 0)
    pitch = height + _BETWEEN_ROWS
    marks: list[Mark] = []
    for index, row in enumerate(rows):
        line, column = divmod(index, a_row)
        x, y = column * (width + _GAP), line * pitch
        middle = y + height / 2
        if column:
            marks.append(Line(((x - _GAP + 2, middle), (x - 2, middle)), "muted", 1.5, arrow=True))
        elif line:
            marks.append(_to_next_row(y, width, _BETWEEN_ROWS))
        marks += _box(row, width, show_shapes, say).at(x, y)
    lines = -(-len(rows) // a_row)
    return Block(_WIDTH, lines * pitch - _BETWEEN_ROWS, tuple(marks))


def _a_row(rows: tuple[LayerBox, ...], show_shapes: bool, say: Say) -> int:
    """How many boxes stand in a row: four, fewer where words would not fit."""
    lines: list[tuple[str, ...]] = [(row.class_name,) for row in rows]
    if show_shapes:
        lines += [shape for row in rows for shape in _shapes(row, say)]
    widest = max(sum(text_width(word, NOTE) for word in line) + 3 * (len(line) - 1) for line in lines)
    fitting = (count for count in range(_A_ROW, 1, -1) if (_WIDTH + _GAP) / count - _GAP >= widest + 2 * _PAD)
    return next(fitting, 2)


def _to_next_row(y: float, width: float, gap: float) -> Line:
    right, left, half = _WIDTH - width / 2, width / 2, y - gap / 2
    return Line(((right, y - gap + 2), (right, half), (left, half), (left, y - 2)), "muted", 1.5, arrow=True)


def _box(row: LayerBox, width: float, show_shapes: bool, say: Say) -> Block:
    role = role_of(row.class_name)
    height = _HEAD + (_SHAPES if show_shapes else 0)
    marks: list[Mark] = [
        Box(0, 0, width, _HEAD, f"{role}-tint"),
        Label(width / 2, 17, shortened(row.name, (width - 8) / 1.08, TITLE), TITLE, weight="bold"),
        Label(width / 2, 36, row.class_name, NOTE),
    ]
    if show_shapes:
        marks.append(Line(((0, _HEAD), (width, _HEAD)), f"{role}-strong", 1))
        for index, (word, shape) in enumerate(_shapes(row, say)):
            y = _HEAD + _SHAPES / 2 + (index - 0.5) * 22
            marks.append(Label(_PAD, y, word, NOTE, "muted", "start"))
            marks.append(Label(width - _PAD, y, shape, NOTE, "ink", "end"))
    return Block(width, height, (*marks, Box(0, 0, width, height, None, f"{role}-strong", 1.5)))


def in_column(rows: tuple[LayerBox, ...], show_shapes: bool, say: Say) -> Block:
    """One wide box a layer: name and class at the left, the shapes at the right."""
    names = max(map(_named, rows))
    lists = [[f"{word}  {shape}" for word, shape in _shapes(row, say)] for row in rows] if show_shapes else []
    shapes = [
        max(text_width(line, NOTE) for line in column) + 2 * _PAD for column in zip(*lists, strict=True)
    ]
    names = min(names, _WIDTH - sum(shapes))
    width, height = names + sum(shapes), 36
    marks: list[Mark] = []
    for index, row in enumerate(rows):
        y = index * (height + _DOWN_GAP)
        role = role_of(row.class_name)
        if index:
            marks.append(Line(((width / 2, y - _DOWN_GAP + 2), (width / 2, y - 2)), "muted", 1.5, arrow=True))
        middle = y + height / 2
        marks += [
            Box(0, y, names, height, f"{role}-tint"),
            Label(_PAD, middle, _short(row, names), TITLE, "ink", "start", "bold"),
            Label(names - _PAD, middle, row.class_name, NOTE, "ink", "end"),
        ]
        x = names
        for (word, shape), room in zip(_shapes(row, say), shapes, strict=False):
            marks += [
                Line(((x, y), (x, y + height)), f"{role}-strong", 1),
                Label(x + _PAD, middle, word, NOTE, "muted", "start"),
                Label(x + room - _PAD, middle, shape, NOTE, "ink", "end"),
            ]
            x += room
        marks.append(Box(0, y, width, height, None, f"{role}-strong", 1.5))
    return Block(width, len(rows) * (height + _DOWN_GAP) - _DOWN_GAP, tuple(marks))


def _named(row: LayerBox) -> float:
    """How wide a box must be for the layer's name and class."""
    least = text_width(row.name, TITLE) * 1.08 + text_width(row.class_name, NOTE) + 8
    return max(text_width(f"{row.name}  {row.class_name}", TITLE), least + 1) + 2 * _PAD


def _short(row: LayerBox, room: float) -> str:
    """The layer's name as far as it fits beside its class."""
    return shortened(row.name, (room - 2 * _PAD - text_width(row.class_name, NOTE) - 8) / 1.08, TITLE)


def _shapes(row: LayerBox, say: Say) -> list[tuple[str, str]]:
    return [
        (say("입력", "in"), keras_shape(row.input_shape)),
        (say("출력", "out"), keras_shape(row.output_shape)),
    ]


def keras_shape(shape: tuple[int, ...]) -> str:
    """A shape as Keras writes it, the count of pictures open: (None, 28, 28, 6)."""
    return f"({', '.join(['None', *map(str, shape)])})"

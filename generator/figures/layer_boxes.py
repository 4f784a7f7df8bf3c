"""A network's layers as boxes with their shapes."""

from __future__ import annotations

from typing import Literal

from generator.catalog import figure
from generator.layout import NOTE, TITLE, Block, framed
from generator.learning.trained import LayerRow, Trained
from generator.metrics import text_width
from generator.networks import NETWORKS
from generator.parts.chosen import Model
from generator.scene import Box, Drawing, Frame, Label, Line, Mark
from generator.sources import Models
from generator.words import Say

_WIDTH, _MARGIN, _A_ROW, _GAP = 676, 12, 4, 20
_HEAD, _SHAPES, _PAD = 50, 54, 7
_BETWEEN_ROWS, _DOWN_GAP = 40, 22
# What a layer does shows in the tint of its head, and stands there in words.
_ROLES = {"Conv2D": "kernel", "AveragePooling2D": "input", "MaxPooling2D": "input", "Dense": "output"}

Direction = Literal["right", "down"]


@figure
def layer_boxes(
    say: Say,
    trained: Models,
    *,
    model: Model = "paper",
    show_shapes: bool = True,
    direction: Direction = "right",
) -> Drawing:
    """The layers as boxes with name, class and shapes, as Keras' plot_model draws them but without Graphviz.

    show_shapes: whether the shapes that enter and leave each layer are written; None stands for any count
    direction: "right" in rows from left to right, "down" from top to bottom
    """
    network = trained[model]
    draw = _rows if direction == "right" else _column
    block = framed(draw(network, show_shapes, say), margin=_MARGIN)
    alt, caption = _alt(network, show_shapes, say), _caption(network, say)
    return Drawing(block.width, block.height, (Frame(block.marks),), alt, caption)


def _rows(network: Trained, show_shapes: bool, say: Say) -> Block:
    """Rows of four boxes; a line leads from the end of one row to the start of the next."""
    width = (_WIDTH - _GAP * (_A_ROW - 1)) / _A_ROW
    height = _HEAD + (_SHAPES if show_shapes else 0)
    pitch = height + _BETWEEN_ROWS
    marks: list[Mark] = []
    for index, row in enumerate(network.layers):
        line, column = divmod(index, _A_ROW)
        x, y = column * (width + _GAP), line * pitch
        middle = y + height / 2
        if column:
            marks.append(Line(((x - _GAP + 2, middle), (x - 2, middle)), "muted", 1.5, arrow=True))
        elif line:
            marks.append(_to_next_row(y, width, _BETWEEN_ROWS))
        marks += _box(row, width, show_shapes, say).at(x, y)
    lines = -(-len(network.layers) // _A_ROW)
    return Block(_WIDTH, lines * pitch - _BETWEEN_ROWS, tuple(marks))


def _to_next_row(y: float, width: float, gap: float) -> Line:
    right, left, half = _WIDTH - width / 2, width / 2, y - gap / 2
    return Line(((right, y - gap + 2), (right, half), (left, half), (left, y - 2)), "muted", 1.5, arrow=True)


def _box(row: LayerRow, width: float, show_shapes: bool, say: Say) -> Block:
    role = _ROLES.get(row.class_name, "padding")
    height = _HEAD + (_SHAPES if show_shapes else 0)
    marks: list[Mark] = [
        Box(0, 0, width, _HEAD, f"{role}-tint"),
        Label(width / 2, 17, row.name, TITLE, weight="bold"),
        Label(width / 2, 36, row.class_name, NOTE),
    ]
    if show_shapes:
        marks.append(Line(((0, _HEAD), (width, _HEAD)), f"{role}-strong", 1))
        for index, (word, shape) in enumerate(_shapes(row, say)):
            y = _HEAD + _SHAPES / 2 + (index - 0.5) * 22
            marks.append(Label(_PAD, y, word, NOTE, "muted", "start"))
            marks.append(Label(width - _PAD, y, shape, NOTE, "ink", "end"))
    return Block(width, height, (*marks, Box(0, 0, width, height, None, f"{role}-strong", 1.5)))


def _column(network: Trained, show_shapes: bool, say: Say) -> Block:
    """One wide box a layer: name and class at the left, the shapes at the right."""
    names = max(text_width(f"{row.name}  {row.class_name}", TITLE) for row in network.layers) + 2 * _PAD
    lists = (
        [[f"{word}  {shape}" for word, shape in _shapes(row, say)] for row in network.layers]
        if show_shapes
        else []
    )
    shapes = [
        max(text_width(line, NOTE) for line in column) + 2 * _PAD for column in zip(*lists, strict=True)
    ]
    width, height = names + sum(shapes), 36
    marks: list[Mark] = []
    for index, row in enumerate(network.layers):
        y = index * (height + _DOWN_GAP)
        role = _ROLES.get(row.class_name, "padding")
        if index:
            marks.append(Line(((width / 2, y - _DOWN_GAP + 2), (width / 2, y - 2)), "muted", 1.5, arrow=True))
        middle = y + height / 2
        marks += [
            Box(0, y, names, height, f"{role}-tint"),
            Label(_PAD, middle, row.name, TITLE, "ink", "start", "bold"),
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
    return Block(width, len(network.layers) * (height + _DOWN_GAP) - _DOWN_GAP, tuple(marks))


def _shapes(row: LayerRow, say: Say) -> list[tuple[str, str]]:
    return [
        (say("입력", "in"), keras_shape(row.input_shape)),
        (say("출력", "out"), keras_shape(row.output_shape)),
    ]


def keras_shape(shape: tuple[int, ...]) -> str:
    """A shape as Keras writes it, the count of pictures open: (None, 28, 28, 6)."""
    return f"({', '.join(['None', *map(str, shape)])})"


def _caption(network: Trained, say: Say) -> str:
    title, total = NETWORKS[network.network].title, sum(row.parameters for row in network.layers)
    first, last = keras_shape(network.layers[0].input_shape), keras_shape(network.layers[-1].output_shape)
    return say(
        f"{title}의 층 {len(network.layers)}개: {first} 모양의 그림이 {last} 모양의 확률이 되기까지. "
        f"매개변수는 모두 {total:,}개다.",
        f"The {len(network.layers)} layers that turn pictures of shape {first} into probabilities of shape "
        f"{last}: "
        f"{title} has {total:,} parameters.",
    )


def _alt(network: Trained, show_shapes: bool, say: Say) -> str:
    title = NETWORKS[network.network].title
    chain = " → ".join(
        f"{row.name} ({row.class_name}) {keras_shape(row.output_shape)}"
        if show_shapes
        else f"{row.name} ({row.class_name})"
        for row in network.layers
    )
    start = keras_shape(network.layers[0].input_shape)
    return say(
        f"{title}의 층을 상자로 그려 화살표로 이었다. 입력 {start} → {chain}.",
        f"The layers of {title} as boxes joined by arrows. Input {start} → {chain}.",
    )

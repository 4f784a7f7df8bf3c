"""Where the units of a layer look: the centres of their receptive fields."""

from __future__ import annotations

from generator.catalog import figure
from generator.data_names import class_name, data_title
from generator.errors import GeneratorError
from generator.graph_fields import Fields, layer_fields
from generator.layout import COLUMN, MARGIN, TITLE, Block, beside, framed
from generator.learning.trained import Samples
from generator.metrics import text_width
from generator.parts.dimensions import HEIGHT, dimension
from generator.parts.fields.centre_words import (
    Square,
    alike,
    centres_alt,
    centres_caption,
    centres_of,
    count_of,
    cover,
    span_in_words,
)
from generator.parts.fields.model_view import ModelView, fitting_cell, model_view, overhang
from generator.parts.legend import Entry, legend
from generator.parts.shortening import shortened
from generator.receptive import Field
from generator.scene import Box, Dot, Drawing, Frame, Label, Mark
from generator.sources import Graphs
from generator.words import Say, by, plain

_WIDEST = 396
_HEAD = 28.0
_AXIS = 20.0
_SMALL = 12.0
_GAP, _LEGEND = 32, 14.0
_DASH = (6.0, 3.0)
_TALLEST = 1200.0
_MOST_DOTS = 10_000


@figure
def receptive_field_centres(
    say: Say,
    data: Samples,
    graphs: Graphs,
    *,
    model: str = "paper",
    layer: str = "C3",
    digit: int = 5,
    sample: int = 0,
    focus: int = 20,
) -> Drawing:
    """The centres of all units of a layer on the padded digit, and the square that the digit fills.

    model: a built-in network or a model of yours
    focus: the side of the square in the middle, in pixels; MNIST's digits are 20 high or wide
    """
    graph = graphs[model]
    fields = layer_fields(graph, layer)
    rows, columns, *_ = graph.input_shape
    size = min(rows, columns)
    if not 1 <= focus <= size:
        raise GeneratorError(
            f"focus is {focus}; the input of {model!r} has {size} pixels a side, so focus is 1 to {size}"
        )
    view = model_view(data, graph, fields, digit, sample, _cell(fields, (rows, columns)))
    square = ((rows - focus) / 2, (rows + focus) / 2), ((columns - focus) / 2, (columns + focus) / 2)
    block = framed(
        beside(_picture(say, view, fields, square), _legend(say, fields, square, _beside(view)), gap=_GAP)
    )
    shown = f"{data_title(data.data, say)} {class_name(data.data, digit, say)}"
    alt = centres_alt(say, view, fields, square, shown)
    caption = centres_caption(say, fields, square, f"{graph.title} {layer}", shown)
    return Drawing(block.width, block.height, (Frame(block.marks),), alt, caption)


def _cell(fields: Fields, shape: tuple[int, int]) -> float:
    down, across = (size + sum(overhang(field, size)) for field, size in zip(fields, shape, strict=True))
    return fitting_cell((down, across), (_TALLEST, _WIDEST), _WIDEST, fields[0].name)


def _picture(say: Say, view: ModelView, fields: Fields, square: Square) -> Block:
    down, across = fields
    radius = min(4.5, max(2.5, min(down.jump, across.jump) * view.cell * 0.17))
    dots = _dots(view, fields, radius)
    ends = view.x(across.interval(0)[0]), view.x(across.interval(across.units - 1)[1])
    foot = view.height + _AXIS
    title = say("입력", "Input") + f" {by(*view.size)}"
    marks: list[Mark] = [
        Label(view.width / 2, -_HEAD / 2 - 2, title, TITLE, weight="bold"),
        *view.marks(),
        *_seen(view, fields, (0, 0)),
        *(_seen(view, fields, (down.units - 1, across.units - 1)) if count_of(fields) > 1 else ()),
        view.square(*square, "frame-red", 3),
        *dots,
        *_centre_labels(view, across),
        *dimension(ends, foot, cover(across), "kernel-strong", (0, view.width)),
    ]
    return Block(view.width, view.height + _HEAD + _AXIS + HEIGHT, Block(0, 0, tuple(marks)).at(0, _HEAD))


def _dots(view: ModelView, fields: Fields, radius: float) -> list[Mark]:
    """A dot for each unit.

    Raises:
        GeneratorError: there are too many to be drawn, or they would hide each other.
    """
    down, across = fields
    if count_of(fields) > _MOST_DOTS or min(down.jump, across.jump) * view.cell < radius:
        raise GeneratorError(
            f"layer is {down.name!r}, whose {by(down.units, across.units)} units would lie over each other "
            "as dots; choose a later layer"
        )
    places = [(view.x(x), view.y(y)) for y in down.centres for x in across.centres]
    return [Dot(x, y, radius, "output-strong", "page") for x, y in places]


def _seen(view: ModelView, fields: Fields, unit: tuple[int, int]) -> list[Mark]:
    rows, columns = fields[0].interval(unit[0]), fields[1].interval(unit[1])
    return [
        view.square(rows, columns, "page", 4),
        view.square(rows, columns, "kernel-strong", 2, _DASH),
    ]


def _centre_labels(view: ModelView, field: Field) -> list[Mark]:
    """The centres under the picture: all where they fit, else every second, third …"""
    widest = max(text_width(plain(centre), _SMALL) for centre in field.centres)
    every = 1
    while every * field.jump * view.cell < widest + 6:
        every += 1
    return [
        Label(view.x(centre), view.height + 11, plain(centre), _SMALL, "output-strong")
        for centre in field.centres[::every]
    ]


def _beside(view: ModelView) -> float:
    """The room that the picture leaves for the words of the legend."""
    return COLUMN - 2 * MARGIN - view.width - _GAP - 32


def _legend(say: Say, fields: Fields, square: Square, room: float) -> Block:
    side = round(square[0][1] - square[0][0])
    grid = by(fields[0].units, fields[1].units)
    # Bold letters are a little wider than those that are measured.
    around = text_width(say(" 유닛의 중심", "centres of 's units"), _LEGEND)
    name = shortened(fields[0].name, room / 1.08 - around, _LEGEND)
    down, across = (centres_of(field) for field in fields)
    rows = (across,) if alike(fields) else (say("세로 ", "down ") + down, say("가로 ", "across ") + across)
    centres = (say(f"{name} 유닛의 중심", f"centres of {name}'s units"), grid, *rows)
    edges = {span_in_words(*span): None for span in square}
    middle = (say(f"가운데 {by(side, side)}", f"the middle {by(side, side)}"), *edges)
    return legend(
        (
            Entry((Dot(11, 11, 4.5, "output-strong", "page"),), centres),
            Entry((Box(2, 2, 18, 18, None, "frame-red", 3),), middle),
            Entry((Box(2, 2, 18, 18, None, "kernel-strong", 2, _DASH),), _fields_in_words(say, fields)),
        )
    )


def _fields_in_words(say: Say, fields: Fields) -> tuple[str, ...]:
    area = by(fields[0].size, fields[1].size)
    covers = dict.fromkeys(cover(field) for field in fields)
    if count_of(fields) == 1:
        return (
            say("유닛의 수용 영역", "field of the unit"),
            say(f"{area} 픽셀", f"{area} pixels"),
            *covers,
        )
    return (
        say("첫 유닛과 마지막 유닛", "first and last unit"),
        say(f"저마다 {area} 픽셀", f"{area} pixels each"),
        *(say("합쳐서 ", "together ") + cover for cover in covers),
    )

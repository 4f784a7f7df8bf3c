"""Where the units of a layer look: the centres of their receptive fields."""

from __future__ import annotations

from generator.catalog import figure
from generator.data_names import class_name, data_title
from generator.errors import GeneratorError
from generator.layout import TITLE, Block, beside, framed
from generator.learning.trained import Samples
from generator.metrics import text_width
from generator.parts.dimensions import HEIGHT, dimension
from generator.parts.input_view import InputView, Span, input_view, overhang
from generator.parts.legend import Entry, legend
from generator.receptive import Field, layer_field
from generator.scene import Box, Dot, Drawing, Frame, Label, Mark
from generator.words import Say, by, plain
from generator.writing.named import network_named

_WIDEST = 396
_HEAD = 28.0
_AXIS = 20.0
_SMALL = 12.0
_DASH = (6.0, 3.0)


@figure
def receptive_field_centres(
    say: Say,
    data: Samples,
    *,
    model: str = "paper",
    layer: str = "C3",
    digit: int = 5,
    sample: int = 0,
    focus: int = 20,
) -> Drawing:
    """The centres of all units of a layer on the padded digit, and the square that the digit fills.

    focus: the side of the square in the middle, in pixels; MNIST's digits are 20 high or wide
    """
    network = network_named(model)
    field = layer_field(network, layer)
    size = network.input_shape[0]
    if not 1 <= focus <= size:
        raise GeneratorError(
            f"focus is {focus}; the input of {model!r} has {size} pixels a side, so focus is 1 to {size}"
        )
    view = input_view(data, network, field, digit, sample, _WIDEST // (size + sum(overhang(field, size))))
    square = ((size - focus) / 2, (size + focus) / 2)
    block = framed(beside(_picture(say, view, field, square), _legend(say, field, square), gap=32))
    shown = f"{data_title(data.data, say)} {class_name(data.data, digit, say)}"
    alt = _alt(say, view, field, square, shown)
    caption = _caption(say, field, square, f"{network.title} {layer}", shown)
    return Drawing(block.width, block.height, (Frame(block.marks),), alt, caption)


def _picture(say: Say, view: InputView, field: Field, square: Span) -> Block:
    first, last = field.interval(0), field.interval(field.units - 1)
    radius = min(4.5, max(2.5, field.jump * view.cell * 0.17))
    places = [view.at(centre) for centre in field.centres]
    dots = [Dot(x, y, radius, "output-strong", "page") for y in places for x in places]
    ends = view.at(first[0]), view.at(last[1])
    foot = view.extent + _AXIS
    title = say("입력", "Input") + f" {by(view.size, view.size)}"
    marks: list[Mark] = [
        Label(view.extent / 2, -_HEAD / 2 - 2, title, TITLE, weight="bold"),
        *view.marks(),
        *_seen(view, first),
        *(_seen(view, last) if field.units > 1 else ()),
        view.square(square, square, "frame-red", 3),
        *dots,
        *_centre_labels(view, field),
        *dimension(ends, foot, _cover(field), "kernel-strong", (0, view.extent)),
    ]
    return Block(view.extent, view.extent + _HEAD + _AXIS + HEIGHT, Block(0, 0, tuple(marks)).at(0, _HEAD))


def _seen(view: InputView, interval: Span) -> list[Mark]:
    return [
        view.square(interval, interval, "page", 4),
        view.square(interval, interval, "kernel-strong", 2, _DASH),
    ]


def _centre_labels(view: InputView, field: Field) -> list[Mark]:
    """The centres under the picture: all where they fit, else every second, third …"""
    widest = max(text_width(plain(centre), _SMALL) for centre in field.centres)
    every = 1
    while every * field.jump * view.cell < widest + 6:
        every += 1
    return [
        Label(view.at(centre), view.extent + 11, plain(centre), _SMALL, "output-strong")
        for centre in field.centres[::every]
    ]


def _legend(say: Say, field: Field, square: Span) -> Block:
    side = round(square[1] - square[0])
    centres = (
        say(f"{field.name} 유닛의 중심", f"centres of {field.name}'s units"),
        by(field.units, field.units),
        _row(field),
    )
    middle = (say(f"가운데 {by(side, side)}", f"the middle {by(side, side)}"), _range(*square))
    return legend(
        (
            Entry((Dot(11, 11, 4.5, "output-strong", "page"),), centres),
            Entry((Box(2, 2, 18, 18, None, "frame-red", 3),), middle),
            Entry((Box(2, 2, 18, 18, None, "kernel-strong", 2, _DASH),), _fields_in_words(say, field)),
        )
    )


def _fields_in_words(say: Say, field: Field) -> tuple[str, ...]:
    area = by(field.size, field.size)
    if field.units == 1:
        return (
            say("유닛의 수용 영역", "field of the unit"),
            say(f"{area} 픽셀", f"{area} pixels"),
            _cover(field),
        )
    return (
        say("첫 유닛과 마지막 유닛", "first and last unit"),
        say(f"저마다 {area} 픽셀", f"{area} pixels each"),
        say("합쳐서 ", "together ") + _cover(field),
    )


def _row(field: Field) -> str:
    """The centres along one axis: 7, 9, …, 25."""
    texts = [plain(centre) for centre in field.centres]
    return ", ".join(texts if len(texts) <= 4 else [*texts[:2], "…", texts[-1]])


def _cover(field: Field) -> str:
    return _range(field.interval(0)[0], field.interval(field.units - 1)[1])


def _range(begin: float, end: float) -> str:
    return f"{plain(begin)} … {plain(end)}"


def _inside(field: Field, square: Span) -> int:
    """How many centres lie in the square, its edge included."""
    return sum(square[0] <= centre <= square[1] for centre in field.centres) ** 2


def _caption(say: Say, field: Field, square: Span, layer: str, shown: str) -> str:
    inside, count = _inside(field, square), field.units**2
    middle = by(*[round(square[1] - square[0])] * 2)
    begin, end = plain(field.interval(0)[0]), plain(field.interval(field.units - 1)[1])
    centres = say(f"중심 {count}개 중 {inside}개가", f"{inside} of the {count} centres of {layer} lie")
    if inside == count:
        centres = say(f"중심 {count}개가 모두", f"all {count} centres of {layer} lie")
    if count == 1:
        centres = say("하나뿐인 중심이", f"the one centre of {layer} lies") if inside else centres
    return say(
        f"{shown}: {layer}의 {centres} 가운데 {middle} 안에 있고, 수용 영역은 {begin}부터 {end}까지 덮는다.",
        f"{shown}: {centres} in the middle {middle}; the fields cover {begin} to {end}.",
    )


def _alt(say: Say, view: InputView, field: Field, square: Span, shown: str) -> str:
    size, grid, area = by(view.size, view.size), by(field.units, field.units), by(field.size, field.size)
    middle = by(*[round(square[1] - square[0])] * 2)
    edges = [plain(edge) for edge in (*square, *field.interval(0), *field.interval(field.units - 1))]
    return say(
        f"{size} 입력, {shown}. {field.name}의 {grid} 유닛마다 수용 영역의 중심이 점으로 찍혀 있다. "
        f"가로와 세로 좌표는 똑같이 {_row(field)}. "
        f"가운데 {middle} 정사각형은 {edges[0]}에서 {edges[1]}까지. "
        f"첫 유닛은 {edges[2]}에서 {edges[3]}까지, 마지막 유닛은 {edges[4]}에서 {edges[5]}까지 "
        f"{area} 픽셀을 보아, 합쳐서 {edges[2]}부터 {edges[5]}까지 덮는다.",
        f"The {size} input, {shown}. A dot marks the centre of the receptive field of each of the {grid} "
        f"units of {field.name}; both coordinates are {_row(field)}. "
        f"A square of {middle} in the middle reaches from {edges[0]} to {edges[1]}. "
        f"The first unit sees {edges[2]} to {edges[3]}, the last {edges[4]} to {edges[5]}, "
        f"{area} pixels each; together they cover {edges[2]} to {edges[5]}.",
    )

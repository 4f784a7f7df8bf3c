"""Which pixels really move a unit, over the square of those that it can see at all."""

from __future__ import annotations

from math import ceil

import numpy as np

from generator.catalog import figure
from generator.data_names import data_title
from generator.errors import GeneratorError
from generator.layout import NOTE, TITLE, Block, above, beside, framed, text
from generator.learning.effective import effective_field
from generator.networks import NETWORKS
from generator.parts.fields.model_view import ModelView
from generator.parts.fields.moved import Moved
from generator.parts.legend import Entry, legend
from generator.parts.models.chosen import Model
from generator.parts.models.maps import legend as scale_legend
from generator.parts.numbers import decimals, short
from generator.parts.panels import picture, signed_levels
from generator.receptive import Field, layer_field
from generator.scene import Box, Drawing, Frame, Mark
from generator.sources import Models
from generator.words import Say, by, plain

_EXTENT = 360
_DASH = (4.0, 3.0)
# A ratio nearer to 1 is no difference that a sentence should make much of.
_ALIKE = 1.2


@figure
def effective_receptive_field(
    say: Say,
    trained: Models,
    *,
    model: Model = "paper",
    layer: str = "C3",
    unit: tuple[int, int] | None = None,
) -> Drawing:
    """Which pixels really move a unit of a trained layer, over the square of its receptive field.

    layer: a convolution or pooling layer
    unit: (row, column) in the layer's grid, from 0; the one in the middle if not given
    """
    field = layer_field(NETWORKS[model], layer)
    place = (field.units // 2, field.units // 2) if unit is None else unit
    _check_unit(field, place, model)
    moved = Moved(effective_field(trained[model], layer, place), field, place)
    title, data = f"{NETWORKS[model].title} {layer}", data_title(trained[model].data, say)
    block = framed(beside(_map(say, moved, title), _legend(say, moved), gap=40))
    alt, caption = _alt(say, moved, title, data), _caption(say, moved, title, data)
    return Drawing(block.width, block.height, (Frame(block.marks),), alt, caption)


def _check_unit(field: Field, unit: tuple[int, int], model: str) -> None:
    last = field.units - 1
    if not all(0 <= place <= last for place in unit):
        raise GeneratorError(
            f"unit is {unit}; {field.name} of {model!r} has {by(field.units, field.units)} units, "
            f"from (0, 0) to ({last}, {last})"
        )


def _map(say: Say, moved: Moved, title: str) -> Block:
    """The gradient of every pixel as a colour, the field's square over it, below it the scale."""
    view = _view(moved)
    head = text(say("입력", "Input") + f" {by(*moved.gradients.shape)}", TITLE, weight="bold")
    marks: list[Mark] = []
    if any(view.before + view.after):
        marks.append(Box(0, 0, view.width, view.height, "padding-tint", "padding-strong", 1, _DASH))
    levels = picture(signed_levels(moved.gradients, moved.largest), view.cell, "signed")
    marks += levels.at(view.x(0), view.y(0))
    marks.append(view.whole)
    marks += view.outlined(*moved.square, "kernel-strong")
    if moved.at_the_edge is not None:
        marks.append(view.square(*moved.inner, "page", 3))
        marks.append(view.square(*moved.inner, "accent-strong", 2, _DASH))
    words = text(say("픽셀마다 평균 |∂유닛/∂픽셀|", "mean |∂unit/∂pixel| of each pixel"), NOTE, "muted")
    scale = scale_legend(moved.largest, positive_only=True, digits=decimals(moved.largest))
    return above(head, Block(view.width, view.height, tuple(marks)), scale, words, gap=9)


def _view(moved: Moved) -> ModelView:
    """The input with room for as much of the field as lies on padding."""
    size = len(moved.gradients)
    own = size, size
    ends = [edge for span in moved.square for edge in span]
    before, after = max(ceil(-min(ends)), 0), max(ceil(max(ends) - size), 0)
    cell = _EXTENT // (before + size + after)
    return ModelView(np.zeros(own, np.uint8), own, (before, before), (after, after), cell)


def _legend(say: Say, moved: Moved) -> Block:
    size, inner = by(moved.field.size, moved.field.size), by(moved.inner_side, moved.inner_side)
    square = Box(2, 2, 18, 18, None, "kernel-strong", 3)
    lines = [
        say(f"{moved.field.name} 수용 영역 {size}", f"receptive field of {moved.field.name}, {size}"),
        say("이론으로 볼 수 있는 픽셀", "all pixels that the unit can see"),
    ]
    if moved.field.size < len(moved.gradients):
        lines.append(say("밖의 기울기는 모두 0", "outside it every gradient is 0"))
    entries = [Entry((square,), tuple(lines))]
    if moved.at_the_edge is not None and moved.in_the_middle is not None:
        middle, edge = short(moved.in_the_middle), short(moved.at_the_edge)
        inside = Box(2, 2, 18, 18, None, "accent-strong", 2, _DASH)
        entries.append(
            Entry(
                (inside,),
                (
                    say(f"가운데 {inner}", f"middle {inner}"),
                    say(f"픽셀의 평균 기울기 {middle}", f"mean gradient of a pixel {middle}"),
                    say(f"영역 맨 가장자리는 {edge}", f"at the outer edge {edge}"),
                ),
            )
        )
    return legend(entries)


def _caption(say: Say, moved: Moved, title: str, data: str) -> str:
    size, ratio = by(moved.field.size, moved.field.size), _ratio(moved)
    if ratio is None or ratio < _ALIKE:
        return say(
            f"{data} 데이터로 학습한 {title}의 유닛 하나가 볼 수 있는 {size} 픽셀과, 픽셀마다 실제로 유닛의 "
            "값을 바꾸는 정도.",
            f"The {size} pixels that a unit of {title} can see, and how much each of them moves it after "
            f"learning from {data}.",
        )
    times = plain(ratio, 1)
    return say(
        f"{data} 데이터로 학습한 {title}의 유닛은 {size} 픽셀을 보지만, 가운데 픽셀이 유닛의 값을 바꾸는 "
        f"정도는 평균하면 맨 가장자리 픽셀의 {times}배다.",
        f"A unit of {title} sees {size} pixels, but after learning from {data} a pixel in the middle moves "
        f"it {times} times as much as one at the edge.",
    )


def _ratio(moved: Moved) -> float | None:
    """How many times as much a pixel of the middle counts as one at the edge."""
    middle, edge = moved.in_the_middle, moved.at_the_edge
    return middle / edge if middle and edge else None


def _alt(say: Say, moved: Moved, title: str, data: str) -> str:
    (top, bottom), (left, right) = moved.square
    edges = [plain(edge) for edge in (top, bottom, left, right)]
    size, place = by(moved.field.size, moved.field.size), f"({moved.unit[0]}, {moved.unit[1]})"
    row, column = np.unravel_index(int(moved.gradients.argmax()), moved.gradients.shape)
    ratio, extra = _ratio(moved), ""
    if ratio is not None:
        inner, means = by(moved.inner_side, moved.inner_side), (moved.in_the_middle, moved.at_the_edge)
        middle, edge = (short(mean or 0.0) for mean in means)
        extra = say(
            f" 평균은 가운데 {inner} 픽셀에서 {middle}, 맨 가장자리 픽셀에서 {edge}.",
            f" The mean is {middle} over the middle {inner} pixels and {edge} over the outermost ones.",
        )
    return say(
        f"{by(*moved.gradients.shape)} 입력의 픽셀마다 {title}의 {place} 유닛의 값을 바꾸는 정도를 색으로 "
        f"나타냈다. {data} 그림 10장과 그 층의 모든 특징 맵에 대해 평균한 기울기의 크기이다. 수용 영역은 "
        f"{size} "
        f"픽셀, 세로 {edges[0]}에서 {edges[1]}까지, 가로 {edges[2]}에서 {edges[3]}까지이고 그 밖은 0이다. "
        f"가장 큰 값은 {row}행 {column}열의 {short(moved.largest)}.{extra}",
        f"How much each pixel of the {by(*moved.gradients.shape)} input moves unit {place} of {title}, as "
        f"a colour: the size of the gradient, averaged over 10 pictures from {data} and all feature maps "
        "of the "
        f"layer. The receptive field is {size} pixels, from {edges[0]} to {edges[1]} down and from "
        f"{edges[2]} to {edges[3]} across; outside it all is 0. The largest value, {short(moved.largest)}, "
        f"is in row {row}, column {column}.{extra}",
    )

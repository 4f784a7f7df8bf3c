"""Mixing light and mixing ink: three circles, and a colour wherever they overlap."""

from __future__ import annotations

from typing import Literal

from generator.catalog import figure
from generator.layout import TITLE, Block, above, beside, text, titled
from generator.mixing import COLOURS, Colour, hexadecimal, name_of
from generator.parts.arrangement import Layout, on_page
from generator.parts.pixels.circles import Circles
from generator.parts.pixels.mixtures import (
    MIXINGS,
    OVERLAPS,
    PARTS,
    Mixing,
    Numbers,
    alt,
    caption,
    ink_on,
    named,
    shares,
    sum_of_shares,
)
from generator.scene import Area, Box, Dot, Drawing, Frame, Label, Mark
from generator.words import Say

_CIRCLES: dict[Layout, Circles] = {"row": Circles(112, 66), "stacked": Circles(104, 57)}
_AIR = 14.0  # around the circles
_SWATCH = 24.0
_SMALL = 12.0


@figure
def colour_mixing(
    say: Say,
    *,
    model: Literal["rgb", "cmyk"] = "rgb",
    values: Literal["hex", "shares"] = "hex",
    layout: Layout = "row",
) -> Drawing:
    """Three circles of light on black, or of ink on white, and the colour of every overlap.

    model: "rgb" adds light, "cmyk" lets ink take light away
    values: how the colours' numbers are written, #FF0000 or as shares of full light (1, 0, 0)
    layout: "stacked" sets the sums under the circles, for phones
    """
    mixing = MIXINGS[model]
    title = say("빛은 더해진다 (RGB)", "Light adds up (RGB)")
    if not mixing.adds:
        title = say("잉크는 빛을 거른다 (CMYK)", "Ink takes light away (CMYK)")
    circles, sums = titled(title, _picture(say, mixing, values, _CIRCLES[layout])), _sums(say, mixing)
    whole = beside(circles, sums, gap=36) if layout == "row" else above(circles, sums, gap=20)
    block = on_page(layout, whole, "values")
    words = alt(say, mixing, values), caption(say, mixing)
    return Drawing(block.width, block.height, (Frame(block.marks),), *words)


def _picture(say: Say, model: Mixing, values: str, circles: Circles) -> Block:
    left, top, width, height = circles.extent
    ground = Box(0, 0, width + 2 * _AIR, height + 2 * _AIR, f"pure-{model.ground}", "grid", 1, None, 10)
    marks: list[Mark] = [
        Dot(x, y, circles.radius, f"pure-{name}")
        for (x, y), name in zip(circles.middles, model.primaries, strict=True)
    ]
    marks += [Area(circles.shared(part), f"pure-{name_of(model.mixture(part))}") for part in OVERLAPS]
    for part in PARTS:
        marks += _labels(say, model.mixture(part), circles.room(part), values)
    whole = Block(0, 0, tuple(marks)).at(_AIR - left, _AIR - top)
    return Block(ground.width, ground.height, (ground, *whole))


def _labels(say: Say, colour: Colour, place: tuple[float, float], values: str) -> list[Label]:
    (x, y), ink = place, ink_on(colour)
    numbers = hexadecimal(colour) if values == "hex" else shares(colour)
    return [
        Label(x, y - 8, named(say, colour), TITLE, ink, "middle", "bold"),
        Label(x, y + 9, numbers, _SMALL, ink),
    ]


def _sums(say: Say, model: Mixing) -> Block:
    """Each mixture as swatches, and the same with its numbers as shares of full light."""
    rows = [
        above(_swatches(say, model, part), text(sum_of_shares(model, part), _SMALL, "muted"), gap=4, align=0)
        for part in OVERLAPS
    ]
    return above(*rows, *_about_black(say, model), gap=16, align=0)


def _swatches(say: Say, model: Mixing, part: Numbers) -> Block:
    marks: list[Mark] = []
    x, middle = 0.0, _SWATCH / 2
    for index, number in enumerate(part):
        if index:
            marks.append(Label(x + 10, middle, model.sign, TITLE, "muted"))
            x += 20
        marks.append(_swatch(x, COLOURS[model.primaries[number]]))
        x += _SWATCH
    mixture = model.mixture(part)
    marks += [Label(x + 10, middle, "=", TITLE, "muted"), _swatch(x + 20, mixture)]
    name = text(named(say, mixture), TITLE, "ink", "bold")
    x += 28 + _SWATCH
    return Block(x + name.width, _SWATCH, (*marks, *name.at(x, middle - name.height / 2)))


def _swatch(x: float, colour: Colour) -> Box:
    return Box(x, 0, _SWATCH, _SWATCH, f"pure-{name_of(colour)}", "grid", 1, None, 3)


def _about_black(say: Say, model: Mixing) -> list[Block]:
    if model.adds:
        return []
    lines = (
        say("실제 잉크 셋을 겹치면 완전히 검지 않아", "Three real inks are not quite black,"),
        say("검정(K) 잉크를 따로 쓴다.", "so printers have black (K) as a fourth."),
    )
    return [above(*(text(line, 13, "muted") for line in lines), gap=0, align=0)]

"""What one picture is to a computer: pixels, and a number in each."""

from __future__ import annotations

from typing import Literal

import numpy as np

from generator.catalog import figure
from generator.data_names import class_name, data_title
from generator.layout import COLUMN, MARGIN, Block, beside, framed, titled
from generator.learning.trained import Samples
from generator.parts.pixels.crops import Crop, crop_of
from generator.parts.pixels.intensities import Levels, pixel_grid, pixel_image, pixel_values
from generator.scene import Box, Drawing, Frame
from generator.words import Say, by, plain

Show = Literal["image", "grid", "values"]

_ALONE = 12  # logical pixels a pixel, of a whole picture without numbers
_OVERVIEW = 5  # and beside its crop
_VALUES = 24  # of a whole picture with numbers: one decimal of 11 px, and 28 cells fill a page's column
_CROPS = (
    (10, 44, 16, 2),
    (12, 36, 13, 2),
    (15, 30, 11, 2),
    (18, 25, 11, 1),
)  # side, cell, size of digits, decimals


@figure
def digit_pixels(
    say: Say,
    data: Samples,
    *,
    digit: int = 5,
    sample: int = 0,
    show: Show = "image",
    crop: int | tuple[int, int, int] | None = None,
) -> Drawing:
    """One picture of the data set: as an image, with the grid of its pixels, or with each pixel's value.

    digit: the class, 0 to 9; sample: which of its pictures, from 0
    crop: the side of the square to enlarge from the middle, or (row, column, side) with its top left pixel
    """
    levels = data.picture(digit, sample)
    name = class_name(data.data, digit, say)
    words = _words(say, data.data, name, levels, show)
    if crop is None:
        panel, margin = _whole(levels, show)
        block = framed(titled(f"{name}, {by(*levels.shape)}", panel), margin=margin)
        return Drawing(block.width, block.height, (Frame(block.marks),), *words)
    part = crop_of(crop, levels, _CROPS[-1][0])
    block = framed(beside(_overview(name, levels, part), _enlarged(say, part, show)))
    alt = words[0] + " " + part.in_words(say)
    return Drawing(block.width, block.height, (Frame(block.marks),), alt, words[1])


def _whole(levels: Levels, show: Show) -> tuple[Block, float]:
    """The panel, and the margin around it."""
    if show == "values":
        return pixel_values(levels, _VALUES, 11, 1), (COLUMN - levels.shape[1] * _VALUES) / 2
    return (pixel_image if show == "image" else pixel_grid)(levels, _ALONE), MARGIN


def _overview(name: str, levels: Levels, part: Crop) -> Block:
    side = part.side * _OVERVIEW
    outline = Box(part.left * _OVERVIEW, part.top * _OVERVIEW, side, side, None, "frame-red", 2)
    return titled(f"{name}, {by(*levels.shape)}", pixel_image(levels, _OVERVIEW).with_marks([outline]))


def _enlarged(say: Say, part: Crop, show: Show) -> Block:
    cell, size, decimals = next(row[1:] for row in _CROPS if part.side <= row[0])
    if show == "values":
        panel = pixel_values(part.levels, cell, size, decimals)
    else:
        panel = (pixel_image if show == "image" else pixel_grid)(part.levels, cell)
    outline = Box(0, 0, panel.width, panel.height, None, "frame-red", 2)
    return titled(say("확대", "Enlarged") + f" {by(part.side, part.side)}", panel.with_marks([outline]))


def _words(say: Say, data: str, name: str, levels: Levels, show: Show) -> tuple[str, str]:
    """Alt text and caption of the whole picture."""
    title = data_title(data, say)
    dark, total = int((levels == 0).sum()), levels.size
    rows, columns = np.flatnonzero(levels.any(axis=1)), np.flatnonzero(levels.any(axis=0))
    span = f"{rows[0]}–{rows[-1]}", f"{columns[0]}–{columns[-1]}"
    alt = say(
        f"{title}의 ‘{name}’ 그림. {by(*levels.shape)} 픽셀 가운데 {dark}개는 검은 바탕(값 0)이고, "
        "검지 않은 픽셀은 0부터 셀 때 "
        f"{span[0]}행, {span[1]}열에 있다. 가장 밝은 값은 {plain(int(levels.max()) / 255)}, 전체 평균은 "
        f"{plain(float(levels.mean()) / 255)}.",
        f"The picture of ‘{name}’ in {title}: {by(*levels.shape)} pixels. {dark} of them are black ground "
        "with "
        "the value 0; what is white "
        f"lies in rows {span[0]} and columns {span[1]}, counted from 0. The brightest value is "
        f"{plain(int(levels.max()) / 255)}, "
        f"the mean {plain(float(levels.mean()) / 255)}.",
    )
    drawn = {
        "image": "",
        "grid": say(" 픽셀 사이에 격자 선이 있다.", " Lines part the pixels."),
        "values": say(" 픽셀마다 값이 적혀 있다.", " Every pixel has its value written on it."),
    }
    captions = {
        "image": say(
            f"{title}의 그림 한 장은 픽셀 {total}개로 되어 있다.",
            f"One picture of {title} is made of {total} pixels.",
        ),
        "grid": say(
            f"{title}의 그림은 {by(*levels.shape)} 격자이고, 칸마다 밝기 하나가 있다.",
            f"A picture of {title} is a grid of {by(*levels.shape)} cells with one brightness in each.",
        ),
        "values": say(
            f"컴퓨터에게 {title}의 그림 한 장은 0(검정)부터 1(흰색)까지의 수 {total}개다.",
            f"To a computer, a picture of {title} is {total} numbers from 0 (black) to 1 (white).",
        ),
    }
    return alt + drawn[show], captions[show]

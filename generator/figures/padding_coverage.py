"""Padding lets the middle of the window visit the border."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from generator.arithmetic import Array, output_size
from generator.catalog import figure
from generator.errors import GeneratorError
from generator.layout import Block, above, beside, framed, text, titled
from generator.parts.drawings import rows_of_numbers
from generator.parts.panels import cell_size, outline, padded_ground, padded_labels
from generator.scene import Box, Dot, Drawing, Frame, Mark
from generator.words import Say, by, plain

Region = tuple[int, int, int, int]


@figure
def padding_coverage(say: Say, *, drawing: str = "5", kernel: int = 3, padding: int = 1) -> Drawing:
    """The cells that the centre of a window visits, without padding and with, on a drawing.

    drawing: a named picture or rows of numbers ("3 0 9 / 5 1 2 / …"); what is not 0 counts as drawn
    kernel: the window's side, odd, so that it has a cell in its middle
    """
    image = rows_of_numbers(drawing)
    _check(kernel, padding, image)
    columns = image.shape[1]
    cell = cell_size((columns, columns + 2 * padding), "padding, or draw something smaller")
    without, with_padding = (centres(image.shape, kernel, ring) for ring in (0, padding))
    left = _panel(say, say("패딩 없음", "No padding"), image, kernel, 0, without, cell)
    right = _panel(
        say, say(f"패딩 {padding}", f"Padding {padding}"), image, kernel, padding, with_padding, cell
    )
    block = framed(above(beside(left, right), _legend(say, kernel), gap=18))
    words = _words(say, image, kernel, padding, (without, with_padding))
    return Drawing(block.width, block.height, (Frame(block.marks),), *words)


def centres(shape: tuple[int, ...], kernel: int, padding: int) -> Region:
    """What a window's centre visits with stride 1: (top, left, rows, columns) on the padded input."""
    rows, columns = (output_size(side, kernel, 1, padding) for side in shape)
    return kernel // 2, kernel // 2, rows, columns


def visited(image: Array, region: Region, padding: int) -> tuple[int, int]:
    """How many of the image's own cells, and of its drawn ones, a region of the padded input holds."""
    top, left, rows, columns = region
    inside = np.zeros((image.shape[0] + 2 * padding, image.shape[1] + 2 * padding), bool)
    inside[top : top + rows, left : left + columns] = True
    own = inside[padding : padding + image.shape[0], padding : padding + image.shape[1]]
    return int(own.sum()), int((own & (image != 0)).sum())


def _check(kernel: int, padding: int, image: Array) -> None:
    if kernel % 2 == 0 or kernel < 1:
        raise GeneratorError(
            f"kernel is {kernel}; a window has a cell in its middle if its side is odd: 1, 3, 5 …"
        )
    if padding < 1:
        raise GeneratorError(
            f"padding is {padding}; it must be at least 1, since the figure compares it with none"
        )
    if kernel > min(image.shape):
        raise GeneratorError(
            f"kernel is {kernel}; without padding at most {min(image.shape)} fits the drawing of "
            f"{by(*image.shape)}"
        )


def _panel(
    say: Say, title: str, image: Array, kernel: int, padding: int, region: Region, cell: float
) -> Block:
    height, width = image.shape[0] + 2 * padding, image.shape[1] + 2 * padding
    _, lines = padded_ground(image.shape[0], image.shape[1], (padding, padding), cell)
    ring = [Box(0, 0, width * cell, height * cell, "padding-tint")] if padding else []
    inner = Box(padding * cell, padding * cell, image.shape[1] * cell, image.shape[0] * cell, "page")
    labels = [
        replace(label, ink="muted", weight="regular") if label.text == "0" else label
        for label in padded_labels(image, (padding, padding), cell)
    ]
    marks = (*ring, inner, *_drawn(image, padding, cell), *lines, *_circles(region, cell), *labels)
    panel = Block(width * cell, height * cell, (*marks, outline(0, 0, kernel, kernel, cell)))
    own, drawn = visited(image, region, padding)
    note = say(
        f"{image.size}칸 가운데 {own}칸, 획 {np.count_nonzero(image)}칸 가운데 {drawn}칸",
        f"{own} of {image.size} cells, {drawn} of {np.count_nonzero(image)} drawn ones",
    )
    return above(titled(f"{title}, {by(height, width)}", panel), text(note, 13), gap=10)


def _drawn(image: Array, padding: int, cell: float) -> list[Mark]:
    return [
        Box((x + padding) * cell, (y + padding) * cell, cell, cell, "input-tint")
        for y, x in np.argwhere(image).tolist()
    ]


def _circles(region: Region, cell: float) -> list[Mark]:
    """A circle in every cell that a centre visits; the first one belongs to the window that is drawn."""
    top, left, rows, columns = region
    return [
        _circle((left + x + 0.5) * cell, (top + y + 0.5) * cell, cell, "output" if x or y else "kernel")
        for y in range(rows)
        for x in range(columns)
    ]


def _circle(x: float, y: float, cell: float, role: str) -> Dot:
    return Dot(x, y, round(0.36 * cell, 1), f"{role}-tint", f"{role}-strong")


def _legend(say: Say, kernel: int) -> Block:
    side = 16
    window = Block(side, side, (Box(0, 0, side, side, None, "kernel-strong", 3),))
    centre = Block(side, side, (_circle(side / 2, side / 2, side / 0.75, "output"),))
    words = (
        say(f"{by(kernel, kernel)} 창", f"{by(kernel, kernel)} window"),
        say("창의 중심이 오는 칸", "its centre comes here"),
    )
    items = [beside(sign, text(word, 13), gap=8) for sign, word in zip((window, centre), words, strict=True)]
    return beside(*items, gap=32)


def _words(
    say: Say, image: Array, kernel: int, padding: int, regions: tuple[Region, Region]
) -> tuple[str, str]:
    """Alt text and caption."""
    rows = " / ".join(" ".join(plain(value) for value in row) for row in image.tolist())
    drawn = np.count_nonzero(image)
    (few, few_drawn), (many, many_drawn) = visited(image, regions[0], 0), visited(image, regions[1], padding)
    alt = say(
        f"{by(*image.shape)} 그림 [{rows}] 위를 {by(kernel, kernel)} 창이 움직인다. 패딩이 없으면 창의 "
        "중심은 "
        f"{by(*regions[0][2:])} 자리에만 가서 그림의 {image.size}칸 가운데 {few}칸, 획 {drawn}칸 가운데 "
        f"{few_drawn}칸에 온다. "
        f"0을 {padding}줄 두르면 {by(*regions[1][2:])} 자리로 늘어나 {many}칸, 획 {many_drawn}칸에 온다.",
        f"A {by(kernel, kernel)} window moves over the {by(*image.shape)} drawing [{rows}]. Without padding "
        "its centre has "
        f"{by(*regions[0][2:])} places and visits {few} of the {image.size} cells, {few_drawn} of the "
        f"{drawn} drawn ones. "
        f"With {padding} ring{'s' if padding > 1 else ''} of zeros there are {by(*regions[1][2:])} places: "
        f"{many} cells, {many_drawn} drawn ones.",
    )
    caption = say(
        f"패딩이 없으면 창의 중심은 획 {drawn}칸 가운데 {few_drawn}칸에만 오지만, 패딩이 {padding}이면 "
        f"{many_drawn}칸에 온다.",
        f"Without padding the window's centre visits {few_drawn} of the {drawn} drawn cells; with padding "
        f"{padding}, {many_drawn}.",
    )
    return alt, caption

"""Padding lets the middle of the window visit the border."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from generator.arithmetic import Array, pair
from generator.catalog import figure
from generator.errors import GeneratorError
from generator.layout import Block, above, beside, text, titled
from generator.parts.arrangement import Layout, on_page, panel_cell
from generator.parts.drawings import rows_of_numbers
from generator.parts.limits import low_enough, pair_within
from generator.parts.paddings.coverage import Region, Sides, centres, coverage_words, visited
from generator.parts.panels import outline, padded_ground, padded_labels
from generator.scene import Box, Dot, Drawing, Frame, Mark
from generator.words import Say, by, each_way

_MOST_RINGS = 50  # more fit no page
_LOWER = "padding, or draw something smaller"


@figure
def padding_coverage(
    say: Say,
    *,
    drawing: str = "5",
    kernel: int | tuple[int, int] = 3,
    padding: int | tuple[int, int] = 1,
    layout: Layout = "row",
) -> Drawing:
    """The cells that the centre of a window visits, without padding and with, on a drawing.

    drawing: a named picture ("3", "5", "8", "arrow") or rows of numbers ("3 0 9 / 5 1 2 / …"); 0 is blank
    kernel: the window's sides, odd, so that it has a cell in its middle
    padding: rows of zeros above and below, columns left and right
    layout: "stacked" sets the two panels under one another, for phones
    """
    image = rows_of_numbers(drawing)
    window, rings = pair(kernel), pair_within("padding", padding, 0, _MOST_RINGS)
    _check(window, rings, image)
    columns = image.shape[1]
    cell = panel_cell(layout, (columns, columns + 2 * rings[1]), _LOWER)
    regions = centres(image.shape, window, (0, 0)), centres(image.shape, window, rings)
    title = say(f"패딩 {each_way(rings)}", f"Padding {each_way(rings)}")
    panels = (
        _panel(say, say("패딩 없음", "No padding"), image, window, (0, 0), regions[0], cell),
        _panel(say, title, image, window, rings, regions[1], cell),
    )
    both = beside(*panels) if layout == "row" else above(*panels, gap=18)
    block = low_enough(on_page(layout, above(both, _legend(say, window), gap=18), _LOWER), _LOWER)
    words = coverage_words(say, image, window, rings, regions)
    return Drawing(block.width, block.height, (Frame(block.marks),), *words)


def _check(kernel: Sides, padding: Sides, image: Array) -> None:
    if min(kernel) < 1 or any(side % 2 == 0 for side in kernel):
        raise GeneratorError(
            f"kernel is {each_way(kernel)}; a window has a cell in its middle if its side is odd: 1, 3, 5 …"
        )
    if max(padding) < 1:
        raise GeneratorError(
            f"padding is {each_way(padding)}; it must be at least 1, since the figure compares it with none"
        )
    most = image.shape[0], image.shape[1]
    if kernel[0] > most[0] or kernel[1] > most[1]:
        raise GeneratorError(
            f"kernel is {each_way(kernel)}; without padding at most {each_way(most)} fits the drawing "
            f"of {by(*most)}"
        )


def _panel(
    say: Say, title: str, image: Array, kernel: Sides, padding: Sides, region: Region, cell: float
) -> Block:
    height, width = image.shape[0] + 2 * padding[0], image.shape[1] + 2 * padding[1]
    _, lines = padded_ground(image.shape[0], image.shape[1], padding, cell)
    ring = [Box(0, 0, width * cell, height * cell, "padding-tint")] if any(padding) else []
    inner = Box(padding[1] * cell, padding[0] * cell, image.shape[1] * cell, image.shape[0] * cell, "page")
    labels = [
        replace(label, ink="muted", weight="regular") if label.text == "0" else label
        for label in padded_labels(image, padding, cell)
    ]
    marks = (*ring, inner, *_drawn(image, padding, cell), *lines, *_circles(region, cell), *labels)
    panel = Block(width * cell, height * cell, (*marks, outline(0, 0, *kernel, cell)))
    own, drawn = visited(image, region, padding)
    note = say(
        f"{image.size}칸 가운데 {own}칸, 획 {np.count_nonzero(image)}칸 가운데 {drawn}칸",
        f"{own} of {image.size} cells, {drawn} of {np.count_nonzero(image)} drawn ones",
    )
    return above(titled(f"{title}, {by(height, width)}", panel), text(note, 13), gap=10)


def _drawn(image: Array, padding: Sides, cell: float) -> list[Mark]:
    return [
        Box((x + padding[1]) * cell, (y + padding[0]) * cell, cell, cell, "input-tint")
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


def _legend(say: Say, kernel: Sides) -> Block:
    side = 16
    window = Block(side, side, (Box(0, 0, side, side, None, "kernel-strong", 3),))
    centre = Block(side, side, (_circle(side / 2, side / 2, side / 0.75, "output"),))
    words = (
        say(f"{by(*kernel)} 창", f"{by(*kernel)} window"),
        say("창의 중심이 오는 칸", "its centre comes here"),
    )
    items = [beside(sign, text(word, 13), gap=8) for sign, word in zip((window, centre), words, strict=True)]
    return beside(*items, gap=32)

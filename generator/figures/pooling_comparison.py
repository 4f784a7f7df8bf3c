"""The same input under maximum and average pooling."""

from __future__ import annotations

from typing import Literal

import numpy as np

from generator.arithmetic import Array
from generator.catalog import figure
from generator.layout import Block, above, beside, text, titled
from generator.parts.arrangement import Layout, on_page, panel_cell
from generator.parts.drawings import rows_of_numbers
from generator.parts.fitting import room
from generator.parts.limits import low_enough
from generator.parts.panels import CELLS, cell_size, number_grid
from generator.parts.pixels.intensities import pixel_grid
from generator.parts.poolings.pooled import Pooled, pooled
from generator.scene import Drawing, Frame
from generator.words import Say, by, equals, plain, rows_in_words

Show = Literal["numbers", "grey"]

_GAP, _NARROW_GAP = 44, 24
_LOWER = "the drawing's size, or raise stride"


@figure
def pooling_comparison(
    say: Say,
    *,
    drawing: str = "8",
    size: int | tuple[int, int] = 2,
    stride: int | tuple[int, int] = 2,
    show: Show = "numbers",
    layout: Layout = "row",
) -> Drawing:
    """One input, and what maximum and average pooling leave of it.

    drawing: a named picture ("3", "5", "8", "arrow") or rows of numbers ("3 0 9 / 5 1 2 / …")
    show: the numbers, or the same as grey values from the smallest number (black) to the largest (white)
    layout: "stacked" sets the results under the input, for phones
    """
    image = rows_of_numbers(drawing)
    largest, mean = pooled(image, "max", size, stride), pooled(image, "average", size, stride)
    values = image, largest.output, mean.output
    sizes = CELLS if show == "numbers" else (*CELLS, 20, 16, 12, 8)
    cells = (_cells if layout == "row" else _cells_stacked)(image, mean.output, sizes)
    grids = (_numbers if show == "numbers" else _greys)(*values, *cells)
    names = say("입력", "Input"), say("최대 풀링", "Max pooling"), say("평균 풀링", "Average pooling")
    blocks = [
        _panel(say, name, numbers, panel) for name, numbers, panel in zip(names, values, grids, strict=True)
    ]
    panels = beside(*blocks, gap=_GAP) if layout == "row" else _stacked(*blocks)
    block = low_enough(on_page(layout, panels, _LOWER), _LOWER)
    return Drawing(block.width, block.height, (Frame(block.marks),), *_words(say, largest, mean, layout))


def _panel(say: Say, name: str, values: Array, panel: Block) -> Block:
    mean = say("평균", "mean") + f" {equals(values.mean())} {plain(values.mean())}"
    return above(titled(f"{name} {by(*values.shape)}", panel), text(mean, 13, "muted"))


def _stacked(image: Block, largest: Block, mean: Block) -> Block:
    """The results beside each other under the input, or one under the other where they are too wide."""
    results = beside(largest, mean, gap=_NARROW_GAP)
    if results.width > room("stacked"):
        results = above(largest, mean, gap=18)
    return above(image, results, gap=18)


def _numbers(image: Array, largest: Array, mean: Array, cell: int, pooled_cell: int) -> list[Block]:
    return [
        number_grid(image, "input", cell),
        *(number_grid(values, "output", pooled_cell) for values in (largest, mean)),
    ]


def _greys(image: Array, largest: Array, mean: Array, cell: int, pooled_cell: int) -> list[Block]:
    """All on one scale, from the input's smallest number to its largest."""
    low, span = image.min(), float(np.ptp(image)) or 1.0
    levels = [np.rint((values - low) / span * 255).astype(np.uint8) for values in (image, largest, mean)]
    return [pixel_grid(values, pooled_cell if index else cell) for index, values in enumerate(levels)]


def _cells(image: Array, pooled_image: Array, sizes: tuple[int, ...]) -> tuple[int, int]:
    """The cells of the input and of the outputs, which take the room that is left: means are long numbers."""
    wide, narrow = image.shape[1], pooled_image.shape[1]
    cell = cell_size((wide, narrow, narrow), _LOWER, sizes, gap=_GAP)
    left = room("row") - 2 * _GAP - wide * cell
    return cell, next(size for size in sizes if 2 * narrow * size <= left)


def _cells_stacked(image: Array, pooled_image: Array, sizes: tuple[int, ...]) -> tuple[int, int]:
    """The cells of a phone: those of the outputs at which two of them fit beside each other, or one."""
    narrow = pooled_image.shape[1]
    cell = panel_cell("stacked", (image.shape[1],), _LOWER, cells=sizes)
    half = (room("stacked") - _NARROW_GAP) / 2
    fitting = [size for size in sizes if narrow * size <= half]
    return cell, fitting[0] if fitting else panel_cell("stacked", (narrow,), _LOWER, cells=sizes)


def _words(say: Say, largest: Pooled, mean: Pooled, layout: Layout) -> tuple[str, str]:
    """Alt text and caption."""
    rows = [rows_in_words(values) for values in (largest.image, largest.output, mean.output)]
    means = [plain(values.mean()) for values in (largest.image, largest.output, mean.output)]
    shape, pooled_shape, window = by(*largest.image.shape), by(*largest.output.shape), by(*largest.size)
    order = ("왼쪽", "From left to right") if layout == "row" else ("위", "From top to bottom")
    alt = say(
        f"{order[0]}부터 {shape} 입력 [{rows[0]}], {window} 창의 최댓값 {pooled_shape} [{rows[1]}], 평균 "
        f"{pooled_shape} [{rows[2]}]. "
        f"세 그림의 평균은 차례로 {means[0]}, {means[1]}, {means[2]}.",
        f"{order[1]} the {shape} input [{rows[0]}], the maxima of {window} windows, {pooled_shape} "
        f"[{rows[1]}], and their means, "
        f"{pooled_shape} [{rows[2]}]. The mean of all values is {means[0]}, {means[1]} and {means[2]}.",
    )
    if np.array_equal(largest.output, mean.output):
        caption = say(
            "창 안의 값이 모두 같으면 최대 풀링과 평균 풀링의 결과도 같다.",
            "Where all values of a window are the same, maximum and average are the same, too.",
        )
        return alt, caption
    caption = say(
        "최대 풀링은 창에서 가장 센 값을 그대로 남기고, 평균 풀링은 이웃과 섞어 약하게 만든다.",
        "Max pooling keeps the strongest value of a window; average pooling mixes it with its neighbours and "
        "weakens it.",
    )
    return alt, caption

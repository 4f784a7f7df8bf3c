"""The same input under maximum and average pooling."""

from __future__ import annotations

from typing import Literal

import numpy as np

from generator.arithmetic import Array
from generator.catalog import figure
from generator.layout import COLUMN, MARGIN, Block, above, beside, framed, text, titled
from generator.parts.drawings import rows_of_numbers
from generator.parts.intensities import pixel_grid
from generator.parts.panels import CELLS, cell_size, number_grid
from generator.parts.pooled import Pooled, equals, pooled
from generator.scene import Drawing, Frame
from generator.words import Say, by, plain

Show = Literal["numbers", "grey"]

_GAP = 44


@figure
def pooling_comparison(
    say: Say,
    *,
    drawing: str = "8",
    size: int | tuple[int, int] = 2,
    stride: int | tuple[int, int] = 2,
    show: Show = "numbers",
) -> Drawing:
    """One input, and what maximum and average pooling leave of it.

    drawing: a named picture or rows of numbers ("3 0 9 / 5 1 2 / …")
    show: the numbers, or the same as grey values from the smallest number (black) to the largest (white)
    """
    image = rows_of_numbers(drawing)
    largest, mean = pooled(image, "max", size, stride), pooled(image, "average", size, stride)
    panels = (_numbers if show == "numbers" else _greys)(image, largest.output, mean.output)
    names = say("입력", "Input"), say("최대 풀링", "Max pooling"), say("평균 풀링", "Average pooling")
    blocks = [
        above(
            titled(f"{name} {by(*values.shape)}", panel),
            text(say("평균", "mean") + f" {equals(values.mean())} {plain(values.mean())}", 13, "muted"),
        )
        for name, values, panel in zip(names, (image, largest.output, mean.output), panels, strict=True)
    ]
    block = framed(beside(*blocks, gap=_GAP))
    return Drawing(block.width, block.height, (Frame(block.marks),), *_words(say, largest, mean))


def _numbers(image: Array, largest: Array, mean: Array) -> list[Block]:
    cell, pooled_cell = _cells(image, mean, CELLS)
    return [
        number_grid(image, "input", cell),
        *(number_grid(values, "output", pooled_cell) for values in (largest, mean)),
    ]


def _greys(image: Array, largest: Array, mean: Array) -> list[Block]:
    """All on one scale, from the input's smallest number to its largest."""
    cell, pooled_cell = _cells(image, mean, (*CELLS, 20, 16, 12, 8))
    low, span = image.min(), float(np.ptp(image)) or 1.0
    levels = [np.rint((values - low) / span * 255).astype(np.uint8) for values in (image, largest, mean)]
    return [pixel_grid(values, pooled_cell if index else cell) for index, values in enumerate(levels)]


def _cells(image: Array, pooled_image: Array, sizes: tuple[int, ...]) -> tuple[int, int]:
    """The cells of the input and of the outputs, which take the room that is left: means are long numbers."""
    wide, narrow = image.shape[1], pooled_image.shape[1]
    cell = cell_size((wide, narrow, narrow), "the drawing's columns, or raise stride", sizes, gap=_GAP)
    room = COLUMN - 2 * MARGIN - 2 * _GAP - wide * cell
    return cell, next(size for size in sizes if 2 * narrow * size <= room)


def _words(say: Say, largest: Pooled, mean: Pooled) -> tuple[str, str]:
    """Alt text and caption."""
    rows = [
        " / ".join(" ".join(plain(value) for value in row) for row in values.tolist())
        for values in (largest.image, largest.output, mean.output)
    ]
    means = [plain(values.mean()) for values in (largest.image, largest.output, mean.output)]
    shape, pooled_shape, window = by(*largest.image.shape), by(*largest.output.shape), by(*largest.size)
    alt = say(
        f"왼쪽부터 {shape} 입력 [{rows[0]}], {window} 창의 최댓값 {pooled_shape} [{rows[1]}], 평균 "
        f"{pooled_shape} [{rows[2]}]. "
        f"세 그림의 평균은 차례로 {means[0]}, {means[1]}, {means[2]}.",
        f"From left to right the {shape} input [{rows[0]}], the maxima of {window} windows, {pooled_shape} "
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

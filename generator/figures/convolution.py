"""The convolution as a film: the window moves, the feature map fills up."""

from __future__ import annotations

from generator.catalog import figure
from generator.layout import Block, above, counter, text, titled
from generator.parts.arrangement import Layout, joined, on_page, panel_cell
from generator.parts.convolutions.convolving import Convolution, convolution_of
from generator.parts.convolutions.sums import sum_line
from generator.parts.filling import filling
from generator.parts.fitting import room
from generator.parts.limits import low_enough
from generator.parts.motion import durations, steps_to_show
from generator.parts.panels import number_labels, outline, padded_ground, padded_labels
from generator.scene import Box, Drawing, Frame, Grid
from generator.words import Say, an, by, plain, rows_in_words

_LOWER = "size, kernel or padding"


@figure
def convolution(
    say: Say,
    *,
    size: int | tuple[int, int] = 5,
    kernel: int | tuple[int, int] = 3,
    stride: int | tuple[int, int] = 1,
    padding: int | tuple[int, int] = 0,
    dilation: int | tuple[int, int] = 1,
    bias: float = 0,
    drawing: str | None = None,
    weights: str | None = None,
    seed: int = 0,
    layout: Layout = "row",
) -> Drawing:
    """A window moves over the input; each sum of products fills one cell of the feature map.

    drawing: the input as a named picture ("3", "5", "8", "arrow") or rows of numbers ("3 0 9 / 5 1 2 / …")
    weights: the kernel as rows of numbers
    layout: "stacked" sets input, kernel and output under one another, for phones
    """
    c = convolution_of(size, kernel, stride, padding, dilation, bias, drawing, weights, seed)
    columns = c.padded.shape[1], c.weights.shape[1], c.output.shape[1]
    cell = panel_cell(layout, columns, _LOWER)
    steps = steps_to_show(*c.output.shape)
    block = low_enough(_frame(say, c, cell, steps[-1], layout), _LOWER)
    frames = tuple(
        Frame(_frame(say, c, cell, step, layout).marks, duration)
        for step, duration in zip(steps, durations(len(steps)), strict=True)
    )
    return Drawing(block.width, block.height, frames, _alt(say, c), _caption(say, c))


def _frame(say: Say, c: Convolution, cell: float, step: tuple[int, int], layout: Layout) -> Block:
    row, column = step
    done = row * c.output.shape[1] + column
    factors = joined(layout, _input_panel(say, c, cell, row, column), "*", _kernel_panel(say, c, cell))
    panels = joined(layout, factors, "=", _output_panel(say, c, cell, done))
    line = sum_line(c, row, column, room(layout))
    return on_page(layout, above(panels, line, counter(done + 1, c.output.size), gap=14), _LOWER)


def _input_panel(say: Say, c: Convolution, cell: float, row: int, column: int) -> Block:
    rows, columns = c.image.shape
    top, left = row * c.stride[0], column * c.stride[1]
    height, width = c.padded.shape
    ground, lines = padded_ground(rows, columns, c.padding, cell)
    marks = (*ground, *_window_tint(c, cell, row, column), *lines, *padded_labels(c.image, c.padding, cell))
    window = outline(top, left, *c.span, cell)
    block = Block(width * cell, height * cell, (*marks, window))
    title = say("입력", "Input") + f" {by(rows, columns)}"
    return titled(title, block)


def _window_tint(c: Convolution, cell: float, row: int, column: int) -> list[Box]:
    """The cells that a dilated window uses; an undilated one is clear from its outline, in fewer bytes."""
    if c.dilation == (1, 1):
        return []
    return [Box(x * cell, y * cell, cell, cell, "kernel-tint") for y, x in c.cells_of(row, column)]


def _kernel_panel(say: Say, c: Convolution, cell: float) -> Block:
    rows, columns = c.weights.shape
    ground = Grid(0, 0, rows, columns, cell, "kernel-tint", "grid", "kernel-strong")
    block = Block(columns * cell, rows * cell, (ground, *number_labels(c.weights, cell)))
    panel = titled(say("커널", "Kernel") + f" {by(rows, columns)}", block)
    return above(panel, text(say("편향", "Bias") + f" {plain(c.bias)}", 15, "ink")) if c.bias else panel


def _output_panel(say: Say, c: Convolution, cell: float, done: int) -> Block:
    rows, columns = c.output.shape
    return titled(say("출력", "Output") + f" {by(rows, columns)}", filling(c.output, done, cell))


def _caption(say: Say, c: Convolution) -> str:
    image, kernel, output, how = by(*c.image.shape), by(*c.weights.shape), by(*c.output.shape), c.facts(say)
    return say(
        f"{image} 입력을 {kernel} 커널로 합성곱하면 {output} 특징 맵이 된다({how}).",
        f"{an(kernel, True)} kernel over {an(image)} input, {how}, gives {an(output)} feature map.",
    )


def _alt(say: Say, c: Convolution) -> str:
    image, weights, output = (rows_in_words(values) for values in (c.image, c.weights, c.output))
    image_size, kernel_size, how, first = (
        by(*c.image.shape),
        by(*c.weights.shape),
        c.facts(say),
        c.sum_in_words(0, 0),
    )
    return say(
        f"{image_size} 입력 [{image}] 위를 {kernel_size} 커널이 움직인다({how}). 커널은 [{weights}], "
        f"첫 칸은 {first}, 출력은 [{output}].",
        f"{an(kernel_size, True)} kernel [{weights}] moves over {an(image_size)} input [{image}], {how}. "
        f"The first cell is {first}. The output is [{output}].",
    )

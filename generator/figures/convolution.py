"""The convolution as a film: the window moves, the feature map fills up."""

from __future__ import annotations

from generator.catalog import figure
from generator.convolving import Convolution, convolution_of
from generator.layout import Block, above, framed, text, titled
from generator.motion import durations, steps_to_show
from generator.panels import cell_size, number_labels, outline, padded_ground, padded_labels, with_sign
from generator.scene import Box, Drawing, Frame, Grid, Label, Mark
from generator.sums import sum_line
from generator.words import Say, by, plain


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
) -> Drawing:
    """A window moves over the input; each sum of products fills one cell of the feature map.

    drawing: the input as a named picture or rows of numbers ("3 0 9 / 5 1 2 / …"), instead of seeded ones
    weights: the kernel as rows of numbers
    """
    c = convolution_of(size, kernel, stride, padding, dilation, bias, drawing, weights, seed)
    cell = cell_size((c.padded.shape[1], c.weights.shape[1], c.output.shape[1]), "size, kernel or padding")
    steps = steps_to_show(*c.output.shape)
    frames = tuple(
        Frame(_frame(say, c, cell, step, position).marks, duration)
        for (position, step), duration in zip(enumerate(steps), durations(len(steps)), strict=True)
    )
    block = _frame(say, c, cell, steps[-1], len(steps) - 1)
    return Drawing(block.width, block.height, frames, _alt(say, c), _caption(say, c))


def _frame(say: Say, c: Convolution, cell: float, step: tuple[int, int], position: int) -> Block:
    row, column = step
    done = row * c.output.shape[1] + column
    panels = with_sign(
        with_sign(_input_panel(say, c, cell, row, column), "*", _kernel_panel(say, c, cell)),
        "=",
        _output_panel(say, c, cell, done),
    )
    total = c.output.size
    counter = text(f"{done + 1}/{total}", 13, "muted", width=60)
    return framed(above(panels, sum_line(c, row, column), counter, gap=14))


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
    labels: list[Label] = number_labels(c.output, cell)
    filled: list[Mark] = []
    for index in range(done + 1):
        y, x = divmod(index, columns)
        filled += [Box(x * cell, y * cell, cell, cell, "output-tint"), labels[index]]
    lines = Grid(0, 0, rows, columns, cell, None, "grid", "output-strong")
    current = outline(*divmod(done, columns), 1, 1, cell, "output")
    block = Block(columns * cell, rows * cell, (*filled, lines, current))
    return titled(say("출력", "Output") + f" {by(rows, columns)}", block)


def _caption(say: Say, c: Convolution) -> str:
    rows, columns = c.output.shape
    how = c.settings(say)
    return say(
        f"{by(*c.image.shape)} 입력에 {by(*c.weights.shape)} 커널을 {how} 합성곱하면 {by(rows, columns)} 특징 맵이 된다.",
        f"A {by(*c.weights.shape)} kernel over a {by(*c.image.shape)} input, {how}, gives a {by(rows, columns)} feature map.",
    )


def _alt(say: Say, c: Convolution) -> str:
    first = c.sum_in_words(0, 0)
    return say(
        f"{by(*c.image.shape)} 입력 [{c.rows_in_words(c.image)}] 위를 {by(*c.weights.shape)} 커널 [{c.rows_in_words(c.weights)}]이 "
        f"{c.settings(say)} 움직인다. 첫 칸은 {first}. 출력은 [{c.rows_in_words(c.output)}].",
        f"A {by(*c.weights.shape)} kernel [{c.rows_in_words(c.weights)}] moves over a {by(*c.image.shape)} input "
        f"[{c.rows_in_words(c.image)}], {c.settings(say)}. The first cell is {first}. The output is [{c.rows_in_words(c.output)}].",
    )

"""One step of a convolution enlarged: patch times kernel, and where the sum goes."""

from __future__ import annotations

from generator.catalog import figure
from generator.errors import GeneratorError
from generator.layout import COLUMN, GAP, MARGIN, Block, above, framed, titled
from generator.parts.convolving import Convolution, convolution_of
from generator.parts.enlarged import enlarged
from generator.parts.panels import (
    cell_size,
    number_labels,
    outline,
    padded_ground,
    padded_labels,
)
from generator.parts.products_line import products_line
from generator.scene import Area, Box, Drawing, Frame, Grid, Line
from generator.words import Say, by, plain

_SMALL = (36, 30, 25)  # cells of the input and the output, which only show the place
_BETWEEN = 44  # from them down to the enlarged step


@figure
def convolution_step(
    say: Say,
    *,
    row: int = 0,
    column: int = 0,
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
    """One step of a convolution: the patch under the window, times the kernel, summed into one cell.

    row, column: the cell of the output, from 0; the other parameters as in the figure convolution
    """
    c = convolution_of(size, kernel, stride, padding, dilation, bias, drawing, weights, seed)
    rows, columns = c.output.shape
    if not (0 <= row < rows and 0 <= column < columns):
        raise GeneratorError(
            f"row is {row} and column {column}; the output is {by(rows, columns)}, so rows are 0 to "
            f"{rows - 1} and columns 0 to {columns - 1}"
        )
    block = framed(_block(say, c, row, column))
    return Drawing(
        block.width, block.height, (Frame(block.marks),), _alt(say, c, row, column), _caption(say, c)
    )


def _block(say: Say, c: Convolution, row: int, column: int) -> Block:
    """The input stands over its patch, the output over the sum, as far as the page allows."""
    wide = c.weights.shape[1]
    cell = cell_size((wide, wide, wide, 1), "kernel")
    small = cell_size((c.padded.shape[1], c.output.shape[1]), "size or padding", _SMALL)
    source, target = _input(say, c, small, row, column), _output(say, c, small, row, column)
    step = enlarged(say, c, cell, row, column)
    left = max(0, round((wide * cell - source.width) / 2))
    over_sum = round(step.width - cell / 2 - target.width / 2)
    right = max(left + source.width + GAP, min(over_sum, COLUMN - 2 * MARGIN - target.width))
    top = max(source.height, target.height)
    y = top + _BETWEEN
    # The panels' grids begin below their titles.
    zoom = _zoom(c, small, (row, column), (left, top - c.padded.shape[0] * small), (0, y, wide * cell))
    foot = step.width - cell / 2, y + (c.weights.shape[0] - 1) * cell / 2 - 6
    arrow = Line((foot, (right + (column + 0.5) * small, top + 7)), "output-strong", 1.5, None, True)
    panels = (*source.at(left, top - source.height), *target.at(right, top - target.height), *step.at(0, y))
    block = Block(max(step.width, right + target.width), y + step.height, (zoom, *panels, arrow))
    return above(block, products_line(c, row, column), gap=16)


def _zoom(
    c: Convolution,
    small: float,
    step: tuple[int, int],
    source: tuple[float, float],
    patch: tuple[float, float, float],
) -> Area:
    """From the window's lower corners to the upper ones of the patch, as a magnifying glass widens."""
    x = source[0] + step[1] * c.stride[1] * small
    y = source[1] + (step[0] * c.stride[0] + c.span[0]) * small
    corners = ((x, y), (x + c.span[1] * small, y), (patch[0] + patch[2], patch[1]), (patch[0], patch[1]))
    return Area(corners, "kernel-tint", None, 1, 0.6)


def _input(say: Say, c: Convolution, cell: float, row: int, column: int) -> Block:
    rows, columns = c.image.shape
    height, width = c.padded.shape
    ground, lines = padded_ground(rows, columns, c.padding, cell)
    tints = [Box(x * cell, y * cell, cell, cell, "kernel-tint") for y, x in c.cells_of(row, column)]
    window = outline(row * c.stride[0], column * c.stride[1], *c.span, cell)
    marks = (*ground, *tints, *lines, *padded_labels(c.image, c.padding, cell), window)
    return titled(say("입력", "Input") + f" {by(rows, columns)}", Block(width * cell, height * cell, marks))


def _output(say: Say, c: Convolution, cell: float, row: int, column: int) -> Block:
    """Only the step's own number is written: the others come in steps of their own."""
    rows, columns = c.output.shape
    tint = Box(column * cell, row * cell, cell, cell, "output-tint")
    number = number_labels(c.output, cell)[row * columns + column]
    lines = Grid(0, 0, rows, columns, cell, None, "grid", "output-strong")
    marks = (tint, lines, number, outline(row, column, 1, 1, cell, "output"))
    return titled(say("출력", "Output") + f" {by(rows, columns)}", Block(columns * cell, rows * cell, marks))


def _caption(say: Say, c: Convolution) -> str:
    count = c.weights.size
    bias = say(" 편향도 한 번 더한다.", ", plus the bias") if c.bias else ""
    return say(
        f"출력의 한 칸은 창이 덮은 수와 커널의 수를 자리마다 곱한 {count}개의 곱을 더한 값이다.{bias}",
        f"One cell of the output is the sum of {count} products, one for each cell under the window{bias}.",
    )


def _alt(say: Say, c: Convolution, row: int, column: int) -> str:
    patch = c.patch(row, column)
    words = [c.rows_in_words(values) for values in (c.image, patch, c.weights, patch * c.weights)]
    total = plain(c.output[row, column])
    return say(
        f"{by(*c.image.shape)} 입력 [{words[0]}] 위의 창({c.facts(say)}). 창이 덮은 수 [{words[1]}]에 "
        f"{by(*c.weights.shape)} 커널 "
        f"[{words[2]}]을 자리마다 곱하면 [{words[3]}]. {c.sum_in_words(row, column)}. 그 합이 "
        f"{by(*c.output.shape)} 출력의 {row}행 {column}열(0부터 셈)에 들어간다.",
        f"A window on the {by(*c.image.shape)} input [{words[0]}], {c.facts(say)}. What it covers, "
        f"[{words[1]}], times the "
        f"{by(*c.weights.shape)} kernel [{words[2]}] cell by cell is [{words[3]}]. "
        f"{c.sum_in_words(row, column)}. The sum {total} goes to row "
        f"{row}, column {column} (from 0) of the {by(*c.output.shape)} output.",
    )

"""One step of a convolution enlarged: patch times kernel, and where the sum goes."""

from __future__ import annotations

from generator.catalog import figure
from generator.errors import GeneratorError
from generator.layout import above
from generator.parts.arrangement import Layout, on_page
from generator.parts.convolutions.convolving import Convolution, convolution_of
from generator.parts.convolutions.products_line import products_line
from generator.parts.convolutions.step_panels import step_in_a_row, step_stacked
from generator.parts.fitting import room
from generator.parts.limits import low_enough
from generator.scene import Drawing, Frame
from generator.words import Say, by, counted, plain, rows_in_words


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
    layout: Layout = "row",
) -> Drawing:
    """One step of a convolution: the patch under the window, times the kernel, summed into one cell.

    row, column: the cell of the output, from 0; the other parameters as in the figure convolution
    layout: "stacked" sets the panels under one another, for phones
    """
    c = convolution_of(size, kernel, stride, padding, dilation, bias, drawing, weights, seed)
    rows, columns = c.output.shape
    if not (0 <= row < rows and 0 <= column < columns):
        raise GeneratorError(
            f"row is {row} and column {column}; the output is {by(rows, columns)}, so rows are 0 to "
            f"{rows - 1} and columns 0 to {columns - 1}"
        )
    panels = (step_in_a_row if layout == "row" else step_stacked)(say, c, row, column)
    whole = above(panels, products_line(c, row, column, room(layout)), gap=16)
    block = low_enough(on_page(layout, whole, "kernel"), "size, padding or kernel")
    return Drawing(
        block.width, block.height, (Frame(block.marks),), _alt(say, c, row, column), _caption(say, c)
    )


def _caption(say: Say, c: Convolution) -> str:
    count = c.weights.size
    bias = say(" 편향도 한 번 더한다.", ", plus the bias") if c.bias else ""
    return say(
        f"출력의 한 칸은 창이 덮은 수와 커널의 수를 자리마다 곱해 나온 곱 {count}개를 더한 값이다.{bias}",
        f"One cell of the output is the sum of {counted(count, 'product')}, one for each cell under the "
        f"window{bias}.",
    )


def _alt(say: Say, c: Convolution, row: int, column: int) -> str:
    patch = c.patch(row, column)
    words = [rows_in_words(values) for values in (c.image, patch, c.weights, patch * c.weights)]
    total = plain(c.output[row, column])
    return say(
        f"{by(*c.image.shape)} 입력 [{words[0]}] 위의 창({c.facts(say)}). 창이 덮은 수는 [{words[1]}], "
        f"{by(*c.weights.shape)} 커널은 [{words[2]}], 자리마다 곱하면 [{words[3]}]. "
        f"{c.sum_in_words(row, column)}. 그 "
        "합이 "
        f"{by(*c.output.shape)} 출력의 {row}행 {column}열(0부터 셈)에 들어간다.",
        f"A window on the {by(*c.image.shape)} input [{words[0]}], {c.facts(say)}. What it covers, "
        f"[{words[1]}], times the "
        f"{by(*c.weights.shape)} kernel [{words[2]}] cell by cell is [{words[3]}]. "
        f"{c.sum_in_words(row, column)}. The sum {total} goes to row "
        f"{row}, column {column} (from 0) of the {by(*c.output.shape)} output.",
    )

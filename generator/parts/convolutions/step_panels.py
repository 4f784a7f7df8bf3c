"""The panels of one step of a convolution: the input with its window, the step enlarged, the output."""

from __future__ import annotations

from generator.layout import COLUMN, GAP, MARGIN, TITLE, Block, above, text, titled
from generator.parts.arrangement import panel_cell
from generator.parts.convolutions.convolving import Convolution
from generator.parts.convolutions.enlarged import enlarged, factors, products
from generator.parts.fitting import fitting
from generator.parts.panels import CELLS, cell_size, number_labels, outline, padded_ground, padded_labels
from generator.scene import Area, Box, Grid, Label, Line
from generator.words import Say, by

_SMALL = (36, 30, 25)  # cells of the input and the output, which only show the place
_BETWEEN = 44  # from them down to the enlarged step
_SIGN = 34  # between the halves of the enlarged step, where it is stacked
_UNDER_SUM = 34  # from the sum down to below its title


def step_in_a_row(say: Say, c: Convolution, row: int, column: int) -> Block:
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
    return Block(max(step.width, right + target.width), y + step.height, (zoom, *panels, arrow))


def step_stacked(say: Say, c: Convolution, row: int, column: int) -> Block:
    """From the input down to the output, with the enlarged step in two halves between them."""
    columns = max(c.padded.shape[1], c.output.shape[1])
    small = panel_cell("stacked", (columns,), "size or padding", cells=_SMALL)
    _, cell = fitting([(lambda cell: factors(say, c, cell, row, column), CELLS)], "stacked", "kernel")
    source, target = _input(say, c, small, row, column), _target(say, c, small, row, column)
    upper, lower = factors(say, c, cell, row, column), products(say, c, cell, row, column)
    width = max(block.width for block in (source, upper, lower, target))
    left = [round((width - block.width) / 2) for block in (source, upper, lower, target)]
    second = source.height + _BETWEEN
    third = second + upper.height + _SIGN
    last = third + lower.height + _BETWEEN
    corner = left[0], source.height - c.padded.shape[0] * small
    zoom = _zoom(c, small, (row, column), corner, (left[1], second, c.weights.shape[1] * cell))
    foot = left[2] + lower.width - cell / 2, third + (c.weights.shape[0] + 1) * cell / 2 + _UNDER_SUM
    tip = left[3] + (column + 0.5) * small, last - 7
    # Straight down first, so that the arrow passes the title of the products.
    arrow = Line((foot, (foot[0], third + lower.height), tip), "output-strong", 1.5, None, True)
    equals = Label(round(width / 2), third - _SIGN / 2, "=", 24, "muted")
    panels = (*source.at(left[0], 0), *upper.at(left[1], second), equals, *lower.at(left[2], third))
    return Block(width, last + target.height, (zoom, *panels, *target.at(left[3], last), arrow))


def _target(say: Say, c: Convolution, cell: float, row: int, column: int) -> Block:
    """The output with its title below it, so that an arrow may come from above."""
    rows, columns = c.output.shape
    title = text(say("출력", "Output") + f" {by(rows, columns)}", TITLE, "ink", "bold")
    return above(_output_grid(c, cell, row, column), title, gap=9)


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
    return titled(say("출력", "Output") + f" {by(rows, columns)}", _output_grid(c, cell, row, column))


def _output_grid(c: Convolution, cell: float, row: int, column: int) -> Block:
    rows, columns = c.output.shape
    tint = Box(column * cell, row * cell, cell, cell, "output-tint")
    number = number_labels(c.output, cell)[row * columns + column]
    lines = Grid(0, 0, rows, columns, cell, None, "grid", "output-strong")
    marks = (tint, lines, number, outline(row, column, 1, 1, cell, "output"))
    return Block(columns * cell, rows * cell, marks)

"""im2col as a film: each window becomes a row, and the convolution one product of matrices."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from generator.catalog import figure
from generator.errors import GeneratorError
from generator.layout import Block, above, counter, text
from generator.parts.arrangement import Layout, on_page
from generator.parts.convolutions.convolving import Convolution
from generator.parts.convolutions.sums import sum_line
from generator.parts.convolutions.unrolled_numbers import Step
from generator.parts.convolutions.unrolled_pages import one_column, side_by_side, three_rows, two_rows
from generator.parts.convolutions.unrolled_scale import Scaled, unit_of
from generator.parts.convolutions.unrolled_words import alt, caption, counts
from generator.parts.convolutions.unrolling import Shapes, Unrolled, numbers_of, shapes_of
from generator.parts.fitting import Way, fitting, room
from generator.parts.motion import durations
from generator.parts.panels import CELLS
from generator.scene import Drawing, Frame
from generator.words import Say

Show = Literal["auto", "numbers", "shapes"]

_LOWER = "size, kernel, channels or batch"
# A matrix with more numbers than this has no room anywhere.
_MOST_ROWS, _MOST_COLUMNS = 36, 20
_MOST_HEIGHTS: dict[Layout, float] = {"row": 780, "stacked": 1200}
# Steps of a film; a matrix to scale looks the same from row to row, so a few of them tell it all.
_MOST_SCALED, _ENDS = 16, 6
# Of pictures drawn to scale: their pixels, and how long a side may be.
_PIXELS, _MOST_SIDE = (14, 12, 10, 8, 6, 5, 4, 3, 2), 170


@figure
def im2col(
    say: Say,
    *,
    size: int | tuple[int, int] = 4,
    kernel: int | tuple[int, int] = 2,
    stride: int | tuple[int, int] = 1,
    padding: int | tuple[int, int] = 0,
    channels: int = 1,
    batch: int = 1,
    drawing: str | None = None,
    weights: str | None = None,
    seed: int = 0,
    show: Show = "auto",
    layout: Layout = "row",
) -> Drawing:
    """Each window becomes a row of a matrix; times the kernel as a column that is the convolution.

    show: "numbers" writes every number, which a matrix of up to about 16×9 (9×4 if stacked) has room for;
        "shapes" draws pictures and matrices to scale instead; "auto" writes the numbers where they fit, and
        those of the post always
    drawing: the input as a named picture ("3", "5", "8", "arrow") or rows of numbers ("3 0 9 / 5 1 2 / …")
    weights: the kernel as rows of numbers
    """
    shapes = shapes_of(batch, channels, size, kernel, stride, padding, drawing, weights)
    if (drawing, weights) != (None, None):
        show = "numbers" if show == "auto" else show
    numbers = _numbers(shapes, drawing, weights, seed, show)
    content = _with_numbers(say, numbers, layout, show) if numbers else None
    if content is None:
        numbers, content = None, _to_scale(say, shapes, layout)
    rows = _rows_to_show(shapes.rows, _MOST_ROWS if numbers else _MOST_SCALED)
    pages = [on_page(layout, content(row), _LOWER) for row in rows]
    frames = tuple(Frame(page.marks, time) for page, time in zip(pages, durations(len(rows)), strict=True))
    words = alt(say, shapes, numbers), caption(say, shapes)
    return Drawing(pages[-1].width, pages[-1].height, frames, *words)


def _rows_to_show(count: int, most: int) -> list[int]:
    """Every row, or where there are too many of them the first ones and the last ones."""
    rows = list(range(count))
    return rows if count <= most else rows[:_ENDS] + rows[-_ENDS:]


def _numbers(
    shapes: Shapes, drawing: str | None, weights: str | None, seed: int, show: Show
) -> Unrolled | None:
    """The numbers, if they are wanted and not too many."""
    if show == "shapes":
        return None
    if shapes.rows <= _MOST_ROWS and shapes.columns <= _MOST_COLUMNS:
        return numbers_of(shapes, drawing, weights, seed)
    if show == "auto":
        return None
    raise GeneratorError(
        f"the matrix would be {shapes.rows}×{shapes.columns}, and with numbers there is room for "
        f"{_MOST_ROWS}×{_MOST_COLUMNS} at most; lower {_LOWER}, or use show='shapes'"
    )


def _with_numbers(say: Say, numbers: Unrolled, layout: Layout, show: Show) -> Callable[[int], Block] | None:
    """What is drawn at a row, or None where numbers do not fit and need not."""
    pages = (three_rows, one_column) if layout == "stacked" else (side_by_side, two_rows)
    last = numbers.shapes.rows - 1

    def content(page: Callable[[Step], Block], cell: int, row: int) -> Block:
        panels = page(Step(say, numbers, cell, row))
        return above(panels, _sum(numbers, row, layout), _step(numbers.shapes, row), gap=14)

    def way(page: Callable[[Step], Block], cells: Sequence[int]) -> Way:
        return lambda cell: content(page, cell, last), cells

    tries = [(page, cells) for cells in (CELLS[:4], CELLS[4:]) for page in pages]
    ways, columns = [way(*each) for each in tries], [numbers.shapes.columns] * len(tries)
    parameters = f"{_LOWER}, or use show='shapes'"
    try:
        index, cell = fitting(ways, layout, parameters, _MOST_HEIGHTS[layout], columns)
    except GeneratorError:
        if show == "auto":
            return None
        raise
    return lambda row: content(tries[index][0], cell, row)


def _sum(numbers: Unrolled, row: int, layout: Layout) -> Block:
    """Row times column, written out: a convolution with a kernel as long as the row."""
    product = Convolution(numbers.matrix, numbers.column.T, (1, 1), (0, 0), (1, 1), 0.0, numbers.results)
    return sum_line(product, row, 0, room(layout))


def _to_scale(say: Say, shapes: Shapes, layout: Layout) -> Callable[[int], Block]:
    """What is drawn at a row, to scale."""
    unit_of(shapes)
    pages = (three_rows, one_column) if layout == "stacked" else (two_rows, three_rows)
    side = max(length + 2 * zeros for length, zeros in zip(shapes.size, shapes.padding, strict=True))
    cells = [cell for cell in _PIXELS if cell * side <= _MOST_SIDE] or _PIXELS[-1:]

    def content(page: Callable[[Scaled], Block], cell: int, row: int) -> Block:
        panels = page(Scaled(say, shapes, cell, row))
        return above(panels, _counts(say, shapes), _window(say, shapes, row), _step(shapes, row), gap=14)

    def way(page: Callable[[Scaled], Block], cells: Sequence[int]) -> Way:
        return lambda cell: content(page, cell, shapes.rows - 1), cells

    tries = [(page, few) for few in (cells[:3], cells[3:]) for page in pages]
    index, cell = fitting([way(*each) for each in tries], layout, _LOWER)
    return lambda row: content(tries[index][0], cell, row)


def _counts(say: Say, shapes: Shapes) -> Block:
    """How many rows and columns the matrix has, and why."""
    rows, columns = counts(shapes)
    lines = say(f"행: {rows}", f"rows: {rows}"), say(f"열: {columns}", f"columns: {columns}")
    return above(*(text(line, 14, "muted") for line in lines), gap=2)


def _window(say: Say, shapes: Shapes, row: int) -> Block:
    """Which window becomes which row."""
    _, y, x = shapes.place(row)
    return text(
        say(
            f"창 ({y}, {x})의 수 {shapes.columns}개 → 행렬의 {row}행(0부터)",
            f"window ({y}, {x}), {shapes.columns} numbers → matrix row {row}, from 0",
        ),
        14,
    )


def _step(shapes: Shapes, row: int) -> Block:
    return counter(row + 1, shapes.rows)

"""Panels that several figures share: grids of numbers, windows on them, signs between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from generator.arithmetic import Array
from generator.errors import GeneratorError
from generator.layout import COLUMN, GAP, MARGIN, Block, beside
from generator.metrics import text_width
from generator.scene import Box, Grid, Label, Mark, Picture, Scale
from generator.words import plain

# Cells that can be read, from the size of a 5×5 grid to that of a 28×28 grid with one digit a cell.
CELLS = (44, 40, 36, 30, 25)
DIGIT = {44: 18, 40: 17, 36: 17, 30: 15, 25: 11}
_SMALLEST_TEXT = 11
# How much lower the middle of a titled panel's contents is than that of the whole.
UNDER_TITLE = 15


def cell_size(columns: Sequence[int], parameters: str, cells: Sequence[int] = CELLS, gap: float = GAP) -> int:
    """The largest cell at which panels of so many columns fit side by side into a page's column.

    Raises:
        GeneratorError: they do not fit at the smallest cell; ``parameters`` says what to lower.
    """
    room = COLUMN - 2 * MARGIN - gap * (len(columns) - 1)
    for cell in cells:
        if sum(columns) * cell <= room:
            return cell
    needed = sum(columns) * cells[-1] + COLUMN - room
    raise GeneratorError(
        f"the figure would be {needed:.0f} px wide at its smallest legible size, and a page has {COLUMN}; "
        f"lower {parameters}"
    )


def number_labels(values: Array, cell: float, ink: str = "ink", digits: int = 2) -> list[Label]:
    """Each value in the middle of its cell, all in one size that fits the widest."""
    texts = [[plain(value, digits) for value in row] for row in values.tolist()]
    size = fitting_size([text for row in texts for text in row], cell)
    return [
        Label((column + 0.5) * cell, (row + 0.5) * cell, text, size, ink, "middle", "bold")
        for row, line in enumerate(texts)
        for column, text in enumerate(line)
    ]


def fitting_size(texts: Iterable[str], cell: float) -> float:
    """The size of digits for a cell, smaller where a number is wide.

    Raises:
        GeneratorError: a number does not fit its cell at the smallest size that can be read.
    """
    size = float(DIGIT.get(round(cell), max(_SMALLEST_TEXT, round(cell * 0.42))))
    widest = max(texts, key=lambda text: text_width(text, 1))
    while size > _SMALLEST_TEXT and text_width(widest, size) > cell - max(5, 0.18 * cell):
        size -= 1
    if text_width(widest, size) > cell - 2:
        shown = widest if len(widest) <= 20 else f"{widest[:12]}…"
        raise GeneratorError(
            f"the number {shown} does not fit a cell of {cell} px; use smaller numbers or a smaller grid"
        )
    return size


def number_grid(values: Array, role: str, cell: float, *, digits: int = 2) -> Block:
    """A framed grid on the role's tint with every value written in its cell."""
    rows, columns = values.shape
    ground = Grid(0, 0, rows, columns, cell, f"{role}-tint", "grid", f"{role}-strong")
    return Block(columns * cell, rows * cell, (ground, *number_labels(values, cell, digits=digits)))


def plain_grid(values: Array, cell: float) -> Block:
    """Numbers on the page itself: neither input nor kernel nor output."""
    rows, columns = values.shape
    ground = Grid(0, 0, rows, columns, cell, None, "grid", "muted")
    return Block(columns * cell, rows * cell, (ground, *number_labels(values, cell)))


def padded_ground(
    rows: int, columns: int, padding: tuple[int, int], cell: float, role: str = "input"
) -> tuple[list[Mark], list[Mark]]:
    """The tints of an input inside its frame of padding, and the lines that go over them (padding dashed)."""
    up, left = padding
    height, width = rows + 2 * up, columns + 2 * left
    inner = Box(left * cell, up * cell, columns * cell, rows * cell, f"{role}-tint")
    lines = Grid(left * cell, up * cell, rows, columns, cell, None, "grid", f"{role}-strong")
    if not (up or left):
        return [inner], [lines]
    frame = Box(0, 0, width * cell, height * cell, "padding-tint")
    return [frame, inner], [Grid(0, 0, height, width, cell, None, "padding-strong", None, (4, 3)), lines]


def is_padding(row: int, column: int, rows: int, columns: int, padding: tuple[int, int]) -> bool:
    """Whether a cell of the padded input lies on its frame; ``rows`` and ``columns`` are the input's."""
    return not (padding[0] <= row < padding[0] + rows and padding[1] <= column < padding[1] + columns)


def padded_labels(values: Array, padding: tuple[int, int], cell: float) -> list[Label]:
    """The numbers of a padded input, the zeros of the frame muted."""
    up, left = padding
    rows, columns = values.shape
    padded = np.pad(values, ((up, up), (left, left)))
    labels = number_labels(padded, cell)
    width = columns + 2 * left
    return [
        Label(mark.x, mark.y, mark.text, mark.size, "muted", "middle")
        if is_padding(index // width, index % width, rows, columns, padding)
        else mark
        for index, mark in enumerate(labels)
    ]


def outline(row: float, column: float, rows: float, columns: float, cell: float, role: str = "kernel") -> Box:
    """The outline of a window, 3 px, its corner at a cell."""
    return Box(column * cell, row * cell, columns * cell, rows * cell, None, f"{role}-strong", 3)


def with_sign(
    left: Block, sign: str, right: Block, gap: float = GAP, align: float = 0.5, drop: float = 0
) -> Block:
    """Two panels with a sign in the middle of the gap between them, or ``drop`` lower.

    `UNDER_TITLE` lowers it to the middle of what titled panels contain.
    """
    block = beside(left, right, gap=gap, align=align)
    # The asterisk of the font hangs high; half an em lower it stands in the middle.
    hang = 4 if sign == "*" else 0
    return block.with_marks([Label(left.width + gap / 2, block.height / 2 + drop + hang, sign, 24, "muted")])


def picture(levels: Array, cell: float, scale: Scale = "grey") -> Block:
    """Levels from 0 to 255 (height, width) as pixels."""
    whole = np.clip(np.rint(levels), 0, 255).astype(np.uint8)
    rows, columns = whole.shape
    return Block(
        columns * cell, rows * cell, (Picture(0, 0, cell, tuple(row.tobytes() for row in whole), scale),)
    )


def signed_levels(values: Array, largest: float) -> Array:
    """Values from −largest to largest as levels 1 to 255, zero at 128."""
    return values / (largest or 1.0) * 127 + 128

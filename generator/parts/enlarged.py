"""One step of a convolution, large enough to follow every product."""

from __future__ import annotations

from generator.arithmetic import Array
from generator.layout import GAP, TITLE, Block
from generator.metrics import text_width
from generator.parts.convolving import Convolution
from generator.parts.panels import number_grid, number_labels, outline, with_sign
from generator.scene import Grid, Label
from generator.words import Say

_BELOW = 20  # from a panel's lower edge to the middle of its title
_TITLE_ROOM = 32
_AIR = 14  # between two titles


def enlarged(say: Say, c: Convolution, cell: float, row: int, column: int) -> Block:
    """Patch ⊙ kernel = products → sum; titles stand below, so that lines may come from above."""
    names = (say("창", "Window"), say("커널", "Kernel"), say("곱", "Products"))
    wide = c.weights.shape[1] * cell
    gap = max(GAP, max(text_width(name, TITLE) for name in names) + _AIR - wide)
    grids = _grids(c, cell, row, column, gap)
    labels = [
        Label(index * (wide + gap) + wide / 2, grids.height + _BELOW, name, TITLE, "ink", "middle", "bold")
        for index, name in enumerate(names)
    ]
    # The sum is one cell in the middle of the height.
    low = (grids.height + cell) / 2 + _BELOW
    total = Label(grids.width - cell / 2, low, say("합", "Sum"), TITLE, "ink", "middle", "bold")
    return Block(grids.width, grids.height + _TITLE_ROOM, (*grids.marks, *labels, total))


def _grids(c: Convolution, cell: float, row: int, column: int, gap: float) -> Block:
    patch = c.patch(row, column)
    factors = with_sign(number_grid(patch, "kernel", cell), "⊙", number_grid(c.weights, "kernel", cell), gap)
    products = with_sign(factors, "=", _plain_grid(patch * c.weights, cell), gap)
    result = number_grid(c.output[row : row + 1, column : column + 1], "output", cell)
    return with_sign(products, "→", result.with_marks([outline(0, 0, 1, 1, cell, "output")]), GAP)


def _plain_grid(values: Array, cell: float) -> Block:
    """Numbers on the page itself: neither input nor output."""
    rows, columns = values.shape
    ground = Grid(0, 0, rows, columns, cell, None, "grid", "muted")
    return Block(columns * cell, rows * cell, (ground, *number_labels(values, cell)))

"""One step of a convolution, large enough to follow every product."""

from __future__ import annotations

from collections.abc import Sequence

from generator.layout import GAP, TITLE, Block
from generator.metrics import text_width
from generator.parts.convolutions.convolving import Convolution
from generator.parts.panels import number_grid, outline, plain_grid, with_sign
from generator.scene import Label
from generator.words import Say

_BELOW = 20  # from a panel's lower edge to the middle of its title
_TITLE_ROOM = 32
_AIR = 14  # between two titles


def enlarged(say: Say, c: Convolution, cell: float, row: int, column: int) -> Block:
    """Patch ⊙ kernel = products → sum; titles stand below, so that lines may come from above."""
    names = _names(say)
    gap = _gap(names, c, cell)
    products = with_sign(_factors(c, cell, row, column, gap), "=", _products(c, cell, row, column), gap)
    grids = with_sign(products, "→", _sum(c, cell, row, column), GAP)
    labels = [_title(name, index * (_wide(c, cell) + gap), c, cell) for index, name in enumerate(names)]
    return Block(
        grids.width, grids.height + _TITLE_ROOM, (*grids.marks, *labels, _sum_title(say, grids, cell))
    )


def factors(say: Say, c: Convolution, cell: float, row: int, column: int) -> Block:
    """The first half of `enlarged`, where the whole has no room: patch ⊙ kernel."""
    names = _names(say)[:2]
    gap = _gap(names, c, cell)
    grids = _factors(c, cell, row, column, gap)
    labels = [_title(name, index * (_wide(c, cell) + gap), c, cell) for index, name in enumerate(names)]
    return Block(grids.width, grids.height + _TITLE_ROOM, (*grids.marks, *labels))


def products(say: Say, c: Convolution, cell: float, row: int, column: int) -> Block:
    """The second half of `enlarged`: products → sum."""
    grids = with_sign(_products(c, cell, row, column), "→", _sum(c, cell, row, column), GAP)
    marks = (*grids.marks, _title(_names(say)[2], 0, c, cell), _sum_title(say, grids, cell))
    return Block(grids.width, grids.height + _TITLE_ROOM, marks)


def _names(say: Say) -> tuple[str, str, str]:
    return say("창", "Window"), say("커널", "Kernel"), say("곱", "Products")


def _wide(c: Convolution, cell: float) -> float:
    return float(c.weights.shape[1] * cell)


def _gap(names: Sequence[str], c: Convolution, cell: float) -> float:
    """Between two grids, so that their titles stay apart."""
    return max(GAP, max(text_width(name, TITLE) for name in names) + _AIR - _wide(c, cell))


def _title(name: str, x: float, c: Convolution, cell: float) -> Label:
    """Below the grid that begins at ``x``."""
    low = c.weights.shape[0] * cell + _BELOW
    return Label(x + _wide(c, cell) / 2, low, name, TITLE, "ink", "middle", "bold")


def _sum_title(say: Say, grids: Block, cell: float) -> Label:
    """Below the sum, one cell in the middle of the height."""
    low = (grids.height + cell) / 2 + _BELOW
    return Label(grids.width - cell / 2, low, say("합", "Sum"), TITLE, "ink", "middle", "bold")


def _factors(c: Convolution, cell: float, row: int, column: int, gap: float) -> Block:
    patch = number_grid(c.patch(row, column), "kernel", cell)
    return with_sign(patch, "⊙", number_grid(c.weights, "kernel", cell), gap)


def _products(c: Convolution, cell: float, row: int, column: int) -> Block:
    return plain_grid(c.patch(row, column) * c.weights, cell)


def _sum(c: Convolution, cell: float, row: int, column: int) -> Block:
    result = number_grid(c.output[row : row + 1, column : column + 1], "output", cell)
    return result.with_marks([outline(0, 0, 1, 1, cell, "output")])

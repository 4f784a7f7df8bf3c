"""The grids of one channel in one step of a convolution: input, filter, products and their sum."""

from __future__ import annotations

from generator.layout import Block
from generator.parts.convolutions.layered import Layered
from generator.parts.panels import (
    fitting_size,
    number_grid,
    outline,
    padded_ground,
    padded_labels,
    plain_grid,
)
from generator.scene import Grid, Label
from generator.words import plain


def input_grid(c: Layered, cell: float, channel: int, row: int, column: int) -> Block:
    """A channel of the input in its padding, with the window at one position of the output."""
    rows, columns, _ = c.image.shape
    height, width = c.padded
    ground, lines = padded_ground(rows, columns, c.padding, cell)
    labels = padded_labels(c.image[:, :, channel], c.padding, cell)
    window = outline(row * c.stride[0], column * c.stride[1], *c.kernel, cell)
    return Block(width * cell, height * cell, (*ground, *lines, *labels, window))


def kernel_grid(c: Layered, cell: float, channel: int, index: int = 0) -> Block:
    """A channel of one filter."""
    return number_grid(c.weights[:, :, channel, index], "kernel", cell)


def products_grid(c: Layered, cell: float, channel: int, row: int, column: int) -> Block:
    """Window times filter in one channel, on the page itself: neither input nor output."""
    return plain_grid(c.products(row, column)[:, :, channel], cell)


def sum_cell(c: Layered, cell: float, channel: int, row: int, column: int) -> Block:
    """The sum of a channel's products; sums of all channels and positions have one size."""
    size = fitting_size([plain(value) for value in c.sums.ravel().tolist()], cell)
    number = Label(cell / 2, cell / 2, plain(c.sums[row, column, channel, 0]), size, "ink", "middle", "bold")
    return Block(cell, cell, (Grid(0, 0, 1, 1, cell, None, "grid", "ink"), number))


def bias_cell(c: Layered, cell: float) -> Block:
    """The bias, which belongs to no channel."""
    size = fitting_size([plain(c.bias)], cell)
    number = Label(cell / 2, cell / 2, plain(c.bias), size, "ink", "middle", "bold")
    return Block(cell, cell, (Grid(0, 0, 1, 1, cell, "accent-tint", "grid", "accent-strong"), number))

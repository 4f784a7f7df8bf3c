"""An output that fills up from frame to frame."""

from __future__ import annotations

from generator.arithmetic import Array
from generator.layout import Block
from generator.parts.panels import number_labels, outline
from generator.scene import Box, Grid, Mark


def filling(values: Array, done: int, cell: float) -> Block:
    """The first ``done`` + 1 values in reading order, the last of them outlined."""
    rows, columns = values.shape
    labels = number_labels(values, cell)
    filled: list[Mark] = []
    for index in range(done + 1):
        y, x = divmod(index, columns)
        filled += [Box(x * cell, y * cell, cell, cell, "output-tint"), labels[index]]
    lines = Grid(0, 0, rows, columns, cell, None, "grid", "output-strong")
    current = outline(done // columns, done % columns, 1, 1, cell, "output")
    return Block(columns * cell, rows * cell, (*filled, lines, current))

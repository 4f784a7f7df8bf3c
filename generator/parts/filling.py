"""An output that fills up from frame to frame."""

from __future__ import annotations

from generator.arithmetic import Array
from generator.layout import Block
from generator.parts.panels import number_labels, outline
from generator.scene import Box, Grid, Mark


def filling(values: Array, done: int, cell: float) -> Block:
    """The first ``done`` + 1 values in reading order, the last of them outlined.

    None are shown yet where ``done`` is negative; all are, without an outline, where it goes beyond the last.
    """
    rows, columns = values.shape
    marks: list[Mark] = []
    for index, label in enumerate(number_labels(values, cell)[: max(done + 1, 0)]):
        y, x = divmod(index, columns)
        marks += [Box(x * cell, y * cell, cell, cell, "output-tint"), label]
    marks.append(Grid(0, 0, rows, columns, cell, None, "grid", "output-strong"))
    if 0 <= done < values.size:
        marks.append(outline(done // columns, done % columns, 1, 1, cell, "output"))
    return Block(columns * cell, rows * cell, tuple(marks))

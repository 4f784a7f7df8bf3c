"""Feature maps as planes one behind another, and units as a strip, as architectures of networks are drawn."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

import numpy as np

from generator.arithmetic import Array
from generator.layout import Block
from generator.parts.panels import picture
from generator.scene import Box, Mark, Scale

# More planes could not be told apart.
MOST_PLANES = 16


@dataclass(frozen=True)
class Stack:
    """Planes in a block; the front one has its upper left corner at (0, ``top``) and pixels of ``cell``."""

    block: Block
    top: float
    width: float
    height: float
    cell: float


def stack(levels: Array, cell: float, offset: float, scale: Scale = "signed") -> Stack:
    """Levels (count, height, width) as planes, the first in front, each further one a little up and right.

    Of planes behind another only the edges that can be seen are kept, so that files stay small.
    """
    count, rows, columns = levels[:MOST_PLANES].shape
    width, height, depth = columns * cell, rows * cell, (count - 1) * offset
    seen = min(ceil(offset / cell), rows, columns)
    marks: list[Mark] = []
    for index in reversed(range(count)):
        x, y = index * offset, depth - index * offset
        if index == 0:
            marks += picture(levels[0], cell, scale).at(x, y)
        else:
            marks += picture(levels[index, :seen], cell, scale).at(x, y)
            marks += picture(levels[index, seen:, columns - seen :], cell, scale).at(
                x + width - seen * cell, y + seen * cell
            )
        marks.append(Box(x, y, width, height, None, "grid"))
    return Stack(Block(width + depth, height + depth, tuple(marks)), depth, width, height, cell)


def strip(levels: Array, cell: float, width: int) -> Stack:
    """Levels (units) from top to bottom as one strip ``width`` pixels wide."""
    across = max(1, round(width / cell))
    block = picture(np.repeat(levels.reshape(-1, 1), across, axis=1), cell, "signed")
    framed = block.with_marks([Box(0, 0, block.width, block.height, None, "grid")])
    return Stack(framed, 0, block.width, block.height, cell)

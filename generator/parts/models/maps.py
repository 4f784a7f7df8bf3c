"""Signed maps side by side: feature maps and kernels, all on one scale around zero, with one legend."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Any

import numpy as np
from numpy.typing import NDArray

from generator.arithmetic import Array
from generator.layout import NOTE, Block, space, text
from generator.parts.panels import picture, signed_levels
from generator.scene import Box, Label
from generator.words import plain

# Pixels of whole and half logical size are sharp at the double size of raster files.
_CELLS = (*range(24, 2, -1), 2.5, 2.0, 1.5, 1.0)
_LEGEND_STEPS, _LEGEND_CELL = 60, 3


@dataclass(frozen=True)
class Arrangement:
    """``count`` equal tiles of ``columns`` a row, with pixels of ``cell``."""

    columns: int
    rows: int
    cell: float


def arrange(maps: Array, room: tuple[float, float], gap: float, largest: float = 24) -> Arrangement:
    """Columns and pixel size at which maps (count, height, width) fill a room (width, height) best.

    The largest pixels win, then the fewest empty places, then the fewest rows.
    """

    count, height, width = maps.shape

    def fitting(columns: int) -> Arrangement:
        rows = ceil(count / columns)
        across = (room[0] - gap * (columns - 1)) / (columns * width)
        down = (room[1] - gap * (rows - 1)) / (rows * height)
        cell = next((cell for cell in _CELLS if cell <= min(across, down, largest)), _CELLS[-1])
        return Arrangement(columns, rows, cell)

    choices = map(fitting, range(1, count + 1))
    return max(choices, key=lambda a: (a.cell, -(a.columns * a.rows - count), -a.rows))


def tile(values: Array, scale: float, cell: float) -> Block:
    """One map (height, width) of values from −scale to scale in a thin frame."""
    block = picture(signed_levels(values, scale), cell, "signed")
    return block.with_marks([Box(0, 0, block.width, block.height, None, "grid")])


def tiles(maps: Array, scale: float, arrangement: Arrangement, gap: float) -> Block:
    """Maps (count, height, width) in reading order."""
    _, height, width = maps.shape
    across, down = width * arrangement.cell + gap, height * arrangement.cell + gap
    marks = [
        mark
        for index, values in enumerate(maps)
        for mark in tile(values, scale, arrangement.cell).at(
            index % arrangement.columns * across, index // arrangement.columns * down
        )
    ]
    return Block(arrangement.columns * across - gap, arrangement.rows * down - gap, tuple(marks))


def legend(scale: float, *, positive_only: bool = False, digits: int = 2) -> Block:
    """The colours from −scale to scale, or from 0 where nothing is negative, with numbers at their ends.

    ``digits`` is how many decimals the numbers have at most.
    """
    low = 0.0 if positive_only else -scale
    ramp = np.linspace(low, scale, _LEGEND_STEPS)[np.newaxis].repeat(4, axis=0)
    bar = tile(ramp, scale, _LEGEND_CELL)
    left, right = (text(plain(value, digits), NOTE, "muted") for value in (low, scale))
    # As much room on either side, so that zero stays in the middle of what stands above.
    side = max(left.width, right.width) + 8
    middle = bar.height / 2
    marks = (
        *bar.at(side, 0),
        Label(side - 8, middle, plain(low, digits), NOTE, "muted", "end"),
        Label(side + bar.width + 8, middle, plain(scale, digits), NOTE, "muted", "start"),
    )
    if positive_only:
        return Block(bar.width + 2 * side, bar.height, marks)
    zero = Label(side + bar.width / 2, bar.height + 11, "0", NOTE, "muted")
    return Block(bar.width + 2 * side, bar.height + 16, (*marks, zero))


def levelled(head: Block, core: Block, foot: Block | None = None) -> Block:
    """A block between its title and its legend, with as much room above as below it."""
    below = foot or space(0, 0)
    margin = max(head.height + 9, below.height + 12 if foot else 0)
    width = max(head.width, core.width, below.width)
    marks = (
        *head.at(round((width - head.width) / 2), margin - head.height - 9),
        *core.at(round((width - core.width) / 2), margin),
        *below.at(round((width - below.width) / 2), margin + core.height + 12),
    )
    return Block(width, core.height + 2 * margin, marks)


def reach(*arrays: NDArray[Any]) -> float:
    """The largest magnitude, the end of a scale around zero."""
    return max(float(np.abs(array).max()) for array in arrays)

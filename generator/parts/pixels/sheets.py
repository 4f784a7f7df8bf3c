"""A picture of any size as a small grid, one sheet a channel, with a pixel and the one below it marked."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from generator.arithmetic import Array
from generator.layout import Block
from generator.parts.panels import number_labels
from generator.parts.pixels.flat_row import ROLES
from generator.parts.roomy import roomy_size
from generator.scene import Box, Grid, Mark

Point = tuple[float, float]
Square = tuple[float, float, float, float]
"""Left, top, width, height."""

_LARGEST, _HIGHEST = 36.0, 216.0
# Numbers in smaller cells, and lines between smaller ones, could not be told apart.
_WRITTEN, _RULED = 22.0, 5.0
_OUTLINED = 16.0
_MARK = 7.0  # the least side of a marked pixel
_OFFSET, _MOST_SHEETS = 8.0, 4


@dataclass(frozen=True)
class Sheets:
    """The picture, and where on its grid lines from the two pixels begin: left of one, right of the other."""

    block: Block
    corners: tuple[Point, Point]


def sheets(
    rows: int, columns: int, channels: int, pixel: tuple[int, int], image: Array | None, room: float
) -> Sheets:
    """The picture; ``pixel`` is the (row, column) of the upper pixel, ``image`` the numbers if there are any.

    Raises:
        GeneratorError: a number does not fit its cell.
    """
    behind = min(channels, _MOST_SHEETS) - 1
    widest = room - behind * _OFFSET
    cell = min(_LARGEST, _HIGHEST / rows, widest / columns)
    cell = float(int(cell)) if cell >= _RULED else cell
    # The product of a quotient may be a hair wider than what was divided.
    width, height = min(max(columns * cell, 2 * _MARK), widest), max(rows * cell, 3 * _MARK)
    ruled = cell >= _RULED
    ground = _ruled(rows, columns, cell, image) if ruled else [_plain(width, height)]
    squares = _squares(rows, columns, pixel, width, height)
    marks = [*ground, *(_marked(square, role) for square, role in zip(squares, ROLES, strict=True))]
    shift = behind * _OFFSET
    backs = [
        Box(_OFFSET * step, shift - _OFFSET * step, width, height, "input-tint", "input-strong", 1.5)
        for step in range(behind, 0, -1)
    ]
    whole = (*backs, *Block(width, height, tuple(marks)).at(0, shift))
    (left, top, _, _), (x, y, side, _) = squares
    corners = (left, top + shift), (x + side, y + shift)
    return Sheets(Block(width + shift, height + shift, whole), corners)


def _plain(width: float, height: float) -> Box:
    return Box(0, 0, width, height, "input-tint", "input-strong", 1.5)


def _ruled(rows: int, columns: int, cell: float, image: Array | None) -> list[Mark]:
    """The grid; a drawing's cells are tinted, and its numbers stand in cells that are large enough."""
    if image is None:
        return [Grid(0, 0, rows, columns, cell, "input-tint", "grid", "input-strong")]
    tints = [Box(x * cell, y * cell, cell, cell, "input-tint") for y, x in np.argwhere(image).tolist()]
    ground = Box(0, 0, columns * cell, rows * cell, "page")
    lines = Grid(0, 0, rows, columns, cell, None, "grid", "input-strong")
    labels = number_labels(image, cell) if cell >= _WRITTEN else []
    size = roomy_size({label.text for label in labels}, cell) if labels else 0.0
    sized = [replace(label, size=size) for label in labels]
    faded = [replace(label, ink="muted", weight="regular") if label.text == "0" else label for label in sized]
    return [ground, *tints, lines, *faded]


def _squares(
    rows: int, columns: int, pixel: tuple[int, int], width: float, height: float
) -> tuple[Square, Square]:
    """The pixel and the one below it, larger than they are where they could not be seen."""
    across, down = max(width / columns, _MARK), max(height / rows, _MARK)
    left = min(pixel[1] * width / columns, width - across)
    top = min(pixel[0] * height / rows, height - 2 * down)
    return (left, top, across, down), (left, top + down, across, down)


def _marked(square: Square, role: str) -> Box:
    left, top, width, height = square
    if min(width, height) < _OUTLINED:
        return Box(left, top, width, height, f"{role}-strong")
    inset = 2
    place = left + inset, top + inset, width - 2 * inset, height - 2 * inset
    return Box(*place, None, f"{role}-strong", 3)

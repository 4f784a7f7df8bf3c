"""A drawing made of numbers within rings of zeros, one round of padding after another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from generator.arithmetic import Array
from generator.layout import Block
from generator.parts.panels import is_padding, padded_ground, padded_labels
from generator.parts.roomy import roomy_size
from generator.scene import Box, Label, Line, Mark

Axes = tuple[int, int]

# The edge between two rings, thicker than the lines between their cells.
_EDGE = 2.0
DASH = (4.0, 3.0)


def ringed(image: Array, rounds: Sequence[Axes], cell: float) -> Block:
    """The drawing within zeros: drawn cells tinted, the zeros of the last round bold, others muted.

    ``rounds`` are the (vertical, horizontal) paddings after each round, the first (0, 0): the bare drawing.

    Raises:
        GeneratorError: a number does not fit its cell.
    """
    (up, left), (rows, columns) = rounds[-1], (image.shape[0], image.shape[1])
    height, width = rows + 2 * up, columns + 2 * left
    _, lines = padded_ground(rows, columns, (up, left), cell)
    ground: list[Mark] = [Box(left * cell, up * cell, columns * cell, rows * cell, "page")]
    if up or left:
        ground.insert(0, Box(0, 0, width * cell, height * cell, "padding-tint"))
    tints = [
        Box((x + left) * cell, (y + up) * cell, cell, cell, "input-tint")
        for y, x in np.argwhere(image).tolist()
    ]
    edges = [line for frame in rounds[1:-1] for line in _edge(image, rounds[-1], frame, cell)]
    numbers = _numbers(image, rounds, cell)
    return Block(width * cell, height * cell, (*ground, *tints, *lines, *edges, *numbers))


def _edge(image: Array, whole: Axes, frame: Axes, cell: float) -> list[Line]:
    """The dashed outline of an earlier round within the whole."""
    top, left = (whole[0] - frame[0]) * cell, (whole[1] - frame[1]) * cell
    bottom, right = ((image.shape[axis] + whole[axis] + frame[axis]) * cell for axis in (0, 1))
    # Where the dashes of the lines between the cells begin: others would fill their gaps.
    x, y = (-(-start // sum(DASH)) * sum(DASH) for start in (left, top))
    sides = [((x, edge), (right, edge)) for edge in (top, bottom)]
    sides += [((edge, y), (edge, bottom)) for edge in (left, right)]
    return [Line(side, "padding-strong", _EDGE, DASH) for side in sides]


def _numbers(image: Array, rounds: Sequence[Axes], cell: float) -> list[Label]:
    whole, before = rounds[-1], rounds[max(len(rounds) - 2, 0)]
    rows, columns = image.shape[0] + 2 * before[0], image.shape[1] + 2 * before[1]
    inside = whole[0] - before[0], whole[1] - before[1]
    labels = padded_labels(image, whole, cell)
    size = roomy_size({label.text for label in labels}, cell)
    width = image.shape[1] + 2 * whole[1]
    return [
        replace(label, size=size, ink="ink", weight="bold")
        if label.text != "0" or is_padding(index // width, index % width, rows, columns, inside)
        else replace(label, size=size, ink="muted", weight="regular")
        for index, label in enumerate(labels)
    ]

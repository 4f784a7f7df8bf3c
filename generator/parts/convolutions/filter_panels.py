"""Several filters on one input as panels: the input, the filters with their maps, the maps together."""

from __future__ import annotations

from generator.layout import Block, above, titled
from generator.metrics import text_width
from generator.parts.arrangement import Layout, joined
from generator.parts.convolutions.filter_rows import FilterRows, filter_rows
from generator.parts.panels import UNDER_TITLE, number_grid, padded_ground, padded_labels
from generator.scene import Box, Label, Mark
from generator.words import by

_GAP, _CHANNEL_GAP = 40, 8
# Of a plane from the one before it, of a plane's number from the plane, and how large the number is.
_OFFSET, _AIR, _NUMBER = 16, 5, 12


def filter_panels(rows: FilterRows, layout: Layout) -> Block:
    """Input ∗ filters = feature maps → output."""
    group = joined(layout, _input(rows), "*", filter_rows(rows), _GAP, drop=UNDER_TITLE)
    return joined(layout, group, "→", _output(rows), _GAP, drop=UNDER_TITLE)


def _input_title(rows: FilterRows) -> str:
    c = rows.c
    channels = f"×{c.channels}" if c.channels > 1 else ""
    return rows.say("입력", "Input") + f" {by(*c.image.shape[:2])}{channels}"


def _output_title(rows: FilterRows) -> str:
    height, width, filters = rows.c.output.shape
    return rows.say("출력", "Output") + f" ({height}, {width}, {filters})"


def _input(rows: FilterRows) -> Block:
    """The channels of the input, one under another."""
    c, cell = rows.c, rows.cell
    height, width = c.padded
    ground, lines = padded_ground(c.image.shape[0], c.image.shape[1], c.padding, cell)
    grids = [
        Block(
            width * cell,
            height * cell,
            (*ground, *lines, *padded_labels(c.image[:, :, channel], c.padding, cell)),
        )
        for channel in range(c.channels)
    ]
    return titled(_input_title(rows), above(*grids, gap=_CHANNEL_GAP))


def _output(rows: FilterRows) -> Block:
    """The feature maps as planes, the first in front, each numbered at its upper left corner."""
    c, cell = rows.c, rows.cell
    height, width, filters = c.output.shape
    deep, left = (filters - 1) * _OFFSET, text_width(str(filters), _NUMBER) + _AIR
    marks: list[Mark] = []
    for index in reversed(range(filters)):
        x, y = left + index * _OFFSET, deep - index * _OFFSET
        marks += [
            Box(x, y, width * cell, height * cell, "output-tint", "output-strong", 1.5),
            Label(x - _AIR, y + _OFFSET / 2, str(index + 1), _NUMBER, "muted", "end"),
        ]
    front = number_grid(c.output[:, :, 0], "output", cell).at(left, deep)
    planes = Block(left + width * cell + deep, height * cell + deep, (*marks, *front))
    return titled(_output_title(rows), planes)

"""The two sides of a pooling that stands still: the input with its windows, and what is left of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from generator.layout import Block
from generator.parts.panels import number_labels, outline
from generator.parts.poolings.pooled import Pooled
from generator.scene import Box, Grid, Label, Mark

# How far a winner's outline stands inside its cell.
_INSET = 4


def windows_shown(p: Pooled) -> list[tuple[int, int]]:
    """The positions whose windows are outlined: all of them, or the first alone where windows overlap."""
    overlapping = any(step < side for step, side in zip(p.stride, p.size, strict=True))
    return [(0, 0)] if overlapping else list(np.ndindex(p.output.shape[0], p.output.shape[1]))


def pooled_input(p: Pooled, cell: float, zeros: tuple[int, int] = (0, 0)) -> Block:
    """The input's numbers, its windows outlined, the winner of each window in a square of its own.

    Numbers that no window covers are muted. The columns from ``zeros[0]`` up to ``zeros[1]`` are none of the
    input's own: they look like padding.
    """
    rows, columns = p.image.shape
    steps = windows_shown(p)
    won = list(dict.fromkeys(p.winner(*step) for step in steps)) if p.picks else []
    foreign = zeros[0] * cell, 0, (zeros[1] - zeros[0]) * cell, rows * cell
    some = zeros[1] > zeros[0]
    marks: tuple[Mark, ...] = (
        Box(0, 0, columns * cell, rows * cell, "input-tint"),
        *([Box(*foreign, "padding-tint")] if some else []),
        *(Box(x * cell, y * cell, cell, cell, "accent-tint") for y, x in won),
        Grid(0, 0, rows, columns, cell, None, "grid", "input-strong"),
        *([Box(*foreign, None, "padding-strong", 1, (4, 3))] if some else []),
        *_numbers(p, cell, zeros, won),
        *(outline(y * p.stride[0], x * p.stride[1], *p.size, cell) for y, x in steps),
        *(winner_outline(y, x, cell) for y, x in won),
    )
    return Block(columns * cell, rows * cell, marks)


def pooled_output(p: Pooled, cell: float, differing: Iterable[tuple[int, int]] = ()) -> Block:
    """The numbers that are left; ``differing`` cells stand out in the accent's tint and outline."""
    rows, columns = p.output.shape
    marked = list(differing)
    marks: tuple[Mark, ...] = (
        Box(0, 0, columns * cell, rows * cell, "output-tint"),
        *(Box(x * cell, y * cell, cell, cell, "accent-tint") for y, x in marked),
        Grid(0, 0, rows, columns, cell, None, "grid", "output-strong"),
        *number_labels(p.output, cell),
        *(outline(y, x, 1, 1, cell, "accent") for y, x in marked),
    )
    return Block(columns * cell, rows * cell, marks)


def _numbers(p: Pooled, cell: float, zeros: tuple[int, int], won: list[tuple[int, int]]) -> list[Label]:
    idle = p.unused.astype(bool)
    idle[:, zeros[0] : zeros[1]] = True
    for place in won:
        idle[place] = False
    return [
        replace(label, ink="muted", weight="regular") if quiet else label
        for label, quiet in zip(number_labels(p.image, cell), idle.ravel().tolist(), strict=True)
    ]


def winner_outline(row: int, column: int, cell: float) -> Box:
    """The square of a winner, within its cell so that the window's own outline stays whole."""
    side = cell - 2 * _INSET
    return Box(column * cell + _INSET, row * cell + _INSET, side, side, None, "accent-strong", 2)

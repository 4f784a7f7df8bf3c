"""Pixels as the eye and as the computer have them: grey cells, and the number that each one is."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from generator.layout import Block
from generator.parts.panels import picture
from generator.scene import Box, Grid, Label
from generator.words import plain

Levels = NDArray[np.uint8]

# Above this luminance black text on a grey has more contrast than white text (WCAG 2: √(1.05 × 0.05) − 0.05).
_FLIP = 0.18


def luminance(level: int) -> float:
    """WCAG 2's relative luminance, from 0 to 1, of the grey with an sRGB level from 0 to 255."""
    share = level / 255
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


def ink_on(level: int) -> str:
    """The ink that can be read on a grey: black on light pixels, white on dark ones."""
    return "black" if luminance(level) > _FLIP else "white"


def pixel_image(levels: Levels, cell: float) -> Block:
    """The picture within a thin frame, which parts a black ground from a dark page."""
    block = picture(levels.astype(np.float64), cell)
    return block.with_marks([Box(0, 0, block.width, block.height, None, "grid")])


def pixel_grid(levels: Levels, cell: float) -> Block:
    """The picture with a line between its pixels."""
    rows, columns = levels.shape
    return picture(levels.astype(np.float64), cell).with_marks([Grid(0, 0, rows, columns, cell, None)])


def pixel_values(levels: Levels, cell: float, size: float, decimals: int) -> Block:
    """The picture with its pixels' values from 0 to 1 (levels / 255) written on them."""
    labels = [
        Label((x + 0.5) * cell, (y + 0.5) * cell, plain(level / 255, decimals), size, ink_on(level))
        for y, row in enumerate(levels.tolist())
        for x, level in enumerate(row)
    ]
    # One ink after the other: neighbours of one ink share a group in the file.
    labels.sort(key=lambda label: label.ink)
    return pixel_grid(levels, cell).with_marks(labels)

"""Sizes of digits for small cells that hold short numbers only."""

from __future__ import annotations

from collections.abc import Collection

from generator.metrics import text_width
from generator.parts.panels import fitting_size

_LARGEST, _OF_HEIGHT, _OF_WIDTH = 18, 0.54, 0.72


def roomy_size(texts: Collection[str], cell: float) -> float:
    """The size of digits for a cell: larger than `panels.fitting_size` where all numbers are short.

    Raises:
        GeneratorError: a number does not fit its cell at the smallest size that can be read.
    """
    least = fitting_size(texts, cell)
    size = float(min(_LARGEST, round(cell * _OF_HEIGHT)))
    while size > least and max(text_width(text, size) for text in texts) > cell * _OF_WIDTH:
        size -= 1
    return max(size, least)

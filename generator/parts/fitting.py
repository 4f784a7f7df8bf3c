"""The largest cell at which a picture fits its page, found by building it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.errors import GeneratorError
from generator.layout import COLUMN, MARGIN, Block
from generator.parts.arrangement import PHONE, PHONE_MARGIN, Layout

# Taller pictures do not fit a screen.
MOST_HEIGHT = 1500

Way = tuple[Callable[[int], Block], Sequence[int]]
"""How a picture is built from cells of a size, and the sizes to try, largest first."""


def room(layout: Layout) -> int:
    """The width between the margins of a page's column, or of a phone's."""
    return COLUMN - 2 * MARGIN if layout == "row" else PHONE - 2 * PHONE_MARGIN


def fitting(
    ways: Sequence[Way], layout: Layout, parameters: str, most_height: float = MOST_HEIGHT
) -> tuple[int, int]:
    """Which way of building a picture fits first, and its largest cell.

    Raises:
        GeneratorError: none does; ``parameters`` says what to lower.
    """
    for index, (build, cells) in enumerate(ways):
        for cell in cells:
            block = build(cell)
            if block.width <= room(layout) and block.height <= most_height:
                return index, cell
    raise GeneratorError(
        f"the {'figure' if layout == 'row' else 'stacked figure'} would need {block.width:.0f}×"
        f"{block.height:.0f} px at its smallest legible size, and there is room for {room(layout)}×"
        f"{most_height:.0f}; lower {parameters}" + ("" if layout == "row" else ", or use layout='row'")
    )

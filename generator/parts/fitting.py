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
    ways: Sequence[Way],
    layout: Layout,
    parameters: str,
    most_height: float = MOST_HEIGHT,
    columns: Sequence[int] | None = None,
) -> tuple[int, int]:
    """Which way of building a picture fits first, and its largest cell.

    ``columns`` says of each way how many cells stand side by side in it, so that what is too wide need not be
    built to be known.

    Raises:
        GeneratorError: none does; ``parameters`` says what to lower.
    """
    refusal = ""
    for index, (build, cells) in enumerate(ways):
        for cell in cells:
            least = columns[index] * cell if columns else 0
            block = build(cell) if least <= room(layout) else Block(least, 0)
            refusal = _too_large(block, room(layout), most_height)
            if not refusal:
                return index, cell
    raise GeneratorError(
        f"the {'figure' if layout == 'row' else 'stacked figure'} would need {refusal}; "
        f"lower {parameters}" + ("" if layout == "row" else ", or use layout='row'")
    )


def _too_large(block: Block, width: float, height: float) -> str:
    """What is too large at this cell, and how large it may be; empty if nothing is."""
    for need, most, what in ((block.width, width, "wide"), (block.height, height, "high")):
        if need > most:
            return f"{need:.0f} px at its smallest legible size, and has room to be {most:.0f} px {what}"
    return ""

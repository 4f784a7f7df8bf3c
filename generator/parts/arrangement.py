"""Panels in a row for a page's column, or one under another for a phone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from generator.errors import GeneratorError
from generator.layout import COLUMN, GAP, MARGIN, Block, above, framed
from generator.parts.panels import CELLS, cell_size, with_sign
from generator.scene import Label

Layout = Literal["row", "stacked"]

# The width of a narrow phone's page, and the margin that it leaves.
PHONE, PHONE_MARGIN = 360, 12
_SIGN_GAP = 34
# The same sign, read downwards.
_DOWN = {"→": "↓"}


def panel_cell(
    layout: Layout, columns: Sequence[int], parameters: str, gap: float = GAP, cells: Sequence[int] = CELLS
) -> int:
    """The largest cell at which panels of so many columns fit, in a row or one under another.

    Raises:
        GeneratorError: they do not fit at the smallest cell; ``parameters`` says what to lower.
    """
    if layout == "row":
        return cell_size(columns, parameters, cells, gap)
    room = PHONE - 2 * PHONE_MARGIN
    for cell in cells:
        if max(columns) * cell <= room:
            return cell
    raise GeneratorError(_too_wide(max(columns) * cells[-1] + 2 * PHONE_MARGIN, parameters))


def joined(layout: Layout, left: Block, sign: str, right: Block, gap: float = GAP, drop: float = 0) -> Block:
    """Two panels with a sign between them: beside each other, or one under the other.

    ``drop`` lowers the sign of a row, as `panels.UNDER_TITLE` does for titled panels.
    """
    if layout == "row":
        return with_sign(left, sign, right, gap=gap, drop=drop)
    block = above(left, right, gap=_SIGN_GAP)
    hang = 4 if sign == "*" else 0
    middle = left.height + _SIGN_GAP / 2 + hang
    return block.with_marks([Label(block.width / 2, middle, _DOWN.get(sign, sign), 24, "muted")])


def on_page(layout: Layout, block: Block, parameters: str) -> Block:
    """The block in the middle of a page's column, or of a phone's.

    Raises:
        GeneratorError: a stacked block is wider than a phone; ``parameters`` says what to lower.
    """
    if layout == "row":
        return framed(block, COLUMN, MARGIN)
    if block.width > PHONE - 2 * PHONE_MARGIN:
        raise GeneratorError(_too_wide(block.width + 2 * PHONE_MARGIN, parameters))
    return framed(block, PHONE, PHONE_MARGIN)


def _too_wide(needed: float, parameters: str) -> str:
    return (
        f"the stacked figure would be {needed:.0f} px wide at its smallest legible size, and a phone has "
        f"{PHONE}; lower {parameters}, or use layout='row'"
    )

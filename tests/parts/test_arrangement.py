"""Panels in a row, or stacked for a phone."""

from __future__ import annotations

import pytest

from generator.errors import GeneratorError
from generator.layout import COLUMN, Block, space
from generator.parts.arrangement import PHONE, PHONE_MARGIN, joined, on_page, panel_cell
from generator.scene import Label


def sign(block: Block) -> Label:
    (label,) = (mark for mark in block.marks if isinstance(mark, Label))
    return label


def test_stacked_panels_share_their_width_and_add_their_heights() -> None:
    block = joined("stacked", space(100, 40), "=", space(60, 50))
    assert block.width == 100
    assert block.height > 90
    assert 40 < sign(block).y < block.height - 50
    assert sign(block).x == 50


def test_panels_in_a_row_share_their_height_and_add_their_widths() -> None:
    block = joined("row", space(100, 40), "=", space(60, 50))
    assert block.height == 50
    assert block.width > 160
    assert 100 < sign(block).x < block.width - 60


def test_an_arrow_points_to_the_panel_that_follows() -> None:
    assert sign(joined("row", space(9, 9), "→", space(9, 9))).text == "→"
    assert sign(joined("stacked", space(9, 9), "→", space(9, 9))).text == "↓"


def test_a_stacked_panel_has_the_whole_phone_for_itself() -> None:
    assert panel_cell("stacked", (7, 3, 5), "size") == 44
    assert panel_cell("row", (7, 3, 5), "size") < 44


def test_a_panel_that_no_phone_can_show_is_refused_with_what_to_lower() -> None:
    most = (PHONE - 2 * PHONE_MARGIN) // 25
    assert panel_cell("stacked", (most,), "size") == 25
    with pytest.raises(GeneratorError, match=f"a phone has {PHONE}; lower size or kernel, or use"):
        panel_cell("stacked", (most + 1,), "size or kernel")
    with pytest.raises(GeneratorError, match="lower size"):
        on_page("stacked", space(PHONE, 10), "size")


def test_a_page_is_as_wide_as_a_column_or_a_phone() -> None:
    assert on_page("row", space(100, 100), "size").width == COLUMN
    assert on_page("stacked", space(100, 100), "size").width == PHONE

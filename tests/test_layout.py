"""Blocks beside and above each other: nothing lost, nothing overlapping, all in its place."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.layout import COLUMN, MARGIN, Block, above, beside, framed, space, text, titled
from generator.metrics import text_width
from generator.scene import Box, Label

SIDES = st.integers(1, 200)
BLOCKS = st.lists(
    st.builds(lambda w, h: Block(w, h, (Box(0, 0, w, h, "ink"),)), SIDES, SIDES), min_size=1, max_size=5
)
SHARES = st.sampled_from((0.0, 0.5, 1.0))


def boxes(block: Block) -> list[Box]:
    return [mark for mark in block.marks if isinstance(mark, Box)]


def within(block: Block) -> bool:
    return all(
        box.x >= 0 and box.y >= 0 and box.x + box.width <= block.width and box.y + box.height <= block.height
        for box in boxes(block)
    )


@given(BLOCKS, st.integers(0, 60), SHARES)
def test_blocks_beside_each_other_keep_their_gap_and_their_order(
    blocks: list[Block], gap: int, align: float
) -> None:
    row = beside(*blocks, gap=gap, align=align)
    found = boxes(row)
    assert [(box.width, box.height) for box in found] == [(block.width, block.height) for block in blocks]
    assert all(b.x - (a.x + a.width) == gap for a, b in pairwise(found))
    assert (row.height, within(row)) == (max(block.height for block in blocks), True)


@given(BLOCKS, st.integers(0, 60), SHARES)
def test_blocks_above_each_other_keep_their_gap_and_their_order(
    blocks: list[Block], gap: int, align: float
) -> None:
    column = above(*blocks, gap=gap, align=align)
    found = boxes(column)
    assert [(box.width, box.height) for box in found] == [(block.width, block.height) for block in blocks]
    assert all(b.y - (a.y + a.height) == gap for a, b in pairwise(found))
    assert (column.width, within(column)) == (max(block.width for block in blocks), True)


@given(BLOCKS)
def test_align_sets_tops_or_bottoms_on_one_line(blocks: list[Block]) -> None:
    assert {box.y for box in boxes(beside(*blocks, align=0))} == {0}
    row = beside(*blocks, align=1)
    assert {box.y + box.height for box in boxes(row)} == {row.height}


def test_a_framed_block_lies_in_the_middle_of_a_pages_column() -> None:
    frame = framed(Block(100, 60, (Box(0, 0, 100, 60),)))
    assert (frame.width, frame.height) == (COLUMN, 60 + 2 * MARGIN)
    assert boxes(frame)[0] == Box(300, MARGIN, 100, 60)


def test_a_frame_is_wider_than_the_column_only_for_a_block_that_is() -> None:
    assert framed(space(COLUMN - 2 * MARGIN, 10)).width == COLUMN
    assert framed(space(COLUMN, 10)).width == COLUMN + 2 * MARGIN


@pytest.mark.parametrize("words", ["", "R = 14", "합성곱 5×5"])
def test_text_is_as_wide_as_its_words_and_stands_in_the_middle(words: str) -> None:
    block = text(words, 15)
    (label,) = (mark for mark in block.marks if isinstance(mark, Label))
    assert block.width == text_width(words, 15)
    assert (label.x, label.anchor) == (block.width / 2, "middle")


def test_text_reserves_room_for_longer_lines_to_come() -> None:
    assert text("1/9", 13, width=60).width == 60


def test_a_title_stands_above_in_bold() -> None:
    block = titled("Input", Block(100, 50, (Box(0, 0, 100, 50),)))
    (label,) = (mark for mark in block.marks if isinstance(mark, Label))
    (box,) = boxes(block)
    assert label.weight == "bold"
    assert label.x == pytest.approx(50, abs=0.5)  # blocks lie on whole pixels
    assert label.y < box.y

"""Solids: they fill their block, and their faces meet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.layout import Block
from generator.parts.cuboid import cuboid, receding
from generator.scene import Area, Line

lengths = st.floats(1, 300)


def points(block: Block) -> list[tuple[float, float]]:
    return [point for mark in block.marks if isinstance(mark, Area | Line) for point in mark.points]


@given(width=lengths, height=lengths, depth=lengths)
def test_a_solid_fills_its_block_exactly(width: float, height: float, depth: float) -> None:
    block = cuboid(width, height, depth, "input")
    xs, ys = zip(*points(block), strict=True)
    assert (min(xs), min(ys)) == (0, 0)
    assert (max(xs), max(ys)) == pytest.approx((block.width, block.height))
    right, up = receding(depth)
    assert (block.width, block.height) == pytest.approx((width + right, height + up))


@given(width=lengths, height=lengths, depth=lengths)
def test_the_front_is_to_scale_and_below_the_back(width: float, height: float, depth: float) -> None:
    block = cuboid(width, height, depth, "kernel")
    front = next(
        mark.points
        for mark in block.marks
        if isinstance(mark, Area)
        and len({x for x, _ in mark.points}) == 2 == len({y for _, y in mark.points})
    )
    up = receding(depth)[1]
    assert front == ((0, up), (width, up), (width, up + height), (0, up + height))


def test_faces_are_tints_of_one_role_under_strong_edges() -> None:
    marks = cuboid(40, 30, 20, "output").marks
    assert {mark.fill for mark in marks if isinstance(mark, Area)} == {"output-tint", "output-strong"}
    assert {mark.stroke for mark in marks if isinstance(mark, Line)} == {"output-strong"}
    # The shade of a face is the strong colour through which the tint still shows.
    assert all(
        mark.opacity < 0.5 for mark in marks if isinstance(mark, Area) and mark.fill == "output-strong"
    )

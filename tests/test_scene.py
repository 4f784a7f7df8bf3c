"""Drawings as data: marks that are equal when they look equal, and a digest of what is painted."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace

import pytest

from generator.scene import (
    Area,
    Box,
    Chart,
    Curve,
    Dot,
    Drawing,
    Frame,
    Grid,
    Label,
    Line,
    Mark,
    Picture,
    colours,
    digest,
    moved,
)

MARKS: tuple[Mark, ...] = (
    Box(1, 2, 30, 40, "input-tint", "input-strong", 3, (4, 3), 2),
    Grid(1, 2, 3, 4, 10, "output-tint", "grid", "output-strong"),
    Label(1, 2, "R = 5", 15, "muted"),
    Line(((1, 2), (30, 40)), "kernel-strong", arrow=True),
    Area(((1, 2), (30, 40), (1, 40)), "accent-tint", "accent-strong", opacity=0.5),
    Dot(10, 12, 3, "ink", "page"),
    Picture(1, 2, 4, (b"\x00\xff", b"\x80\x10")),
    Chart(1, 2, 300, 200, (Curve("loss", (2.0, 1.0), "padding"),), "epoch", "loss", 2),
)
DRAWING = Drawing(100, 100, (Frame(MARKS, 900), Frame(MARKS[:3], 2400)), "alt", "caption")


def kind(mark: object) -> str:
    return type(mark).__name__


@pytest.mark.parametrize("mark", MARKS, ids=kind)
def test_marks_are_frozen_hashable_and_equal_by_value(mark: Mark) -> None:
    again = replace(mark)
    assert (again, hash(again)) == (mark, hash(mark))
    with pytest.raises(FrozenInstanceError):
        mark.x = 0  # type: ignore[union-attr,misc]


@pytest.mark.parametrize("mark", MARKS, ids=kind)
def test_moving_there_and_back_changes_nothing(mark: Mark) -> None:
    assert moved(moved(mark, 7, -3), -7, 3) == mark
    assert moved(mark, 7, -3) != mark


def test_moving_a_line_moves_every_point() -> None:
    line = moved(Line(((0, 0), (1, 5))), 10, 20)
    assert isinstance(line, Line)
    assert line.points == ((10, 20), (11, 25))


def test_colours_are_all_roles_of_all_frames() -> None:
    assert colours(DRAWING) == {
        "page",
        "input-tint",
        "input-strong",
        "output-tint",
        "output-strong",
        "grid",
        "muted",
        "kernel-strong",
        "accent-tint",
        "accent-strong",
        "ink",
        "padding-strong",
    }


def test_the_digest_is_that_of_what_is_painted_and_not_of_the_words_beside_it() -> None:
    assert digest(replace(DRAWING, alt="other", caption="other")) == digest(DRAWING)


@pytest.mark.parametrize(
    "other",
    [
        replace(DRAWING, width=101),
        replace(DRAWING, height=101),
        replace(DRAWING, frames=DRAWING.frames[:1]),
        replace(DRAWING, frames=DRAWING.frames[::-1]),
        replace(DRAWING, frames=(replace(DRAWING.frames[0], duration=901), DRAWING.frames[1])),
        replace(DRAWING, frames=(replace(DRAWING.frames[0], marks=MARKS[::-1]), DRAWING.frames[1])),
        replace(DRAWING, frames=(replace(DRAWING.frames[0], marks=MARKS[1:]), DRAWING.frames[1])),
    ],
)
def test_the_digest_changes_with_size_order_timing_and_marks(other: Drawing) -> None:
    assert digest(other) != digest(DRAWING)


def test_marks_with_equal_numbers_but_of_another_kind_have_another_digest() -> None:
    box, dot = Box(1, 1, 2, 2, "ink"), Dot(1, 1, 2, "ink")
    one, two = (Drawing(9, 9, (Frame((mark,)),), "", "") for mark in (box, dot))
    assert digest(one) != digest(two)


def test_a_drawing_moves_when_it_has_more_than_one_frame() -> None:
    assert DRAWING.moving
    assert not replace(DRAWING, frames=DRAWING.frames[:1]).moving

from __future__ import annotations

from dataclasses import replace

from generator.building.stamps import REASONS, differences, digest_of, parts_of, stamp
from generator.scene import Box, Drawing, Frame, Label

DRAWING = Drawing(
    100,
    50,
    (Frame((Box(0, 0, 10, 10, "input-tint"), Label(5, 5, "1", 12)), 900),),
    "A box with a one in it",
    "A box",
)
FILES = ("box.svg", "box.png", "box-dark.png", "box.gif", "box-dark.webp")


def stale(new: Drawing) -> list[str]:
    return [name for name in FILES if differences(name, stamp(DRAWING), stamp(new))]


def test_equal_drawings_have_equal_stamps() -> None:
    assert stamp(replace(DRAWING)) == stamp(DRAWING)
    assert stale(replace(DRAWING)) == []


def test_a_moved_mark_a_timing_and_a_size_make_every_file_stale() -> None:
    frame = DRAWING.frames[0]
    moved = replace(
        DRAWING, frames=(replace(frame, marks=(Box(1, 0, 10, 10, "input-tint"), frame.marks[1])),)
    )
    slower = replace(DRAWING, frames=(replace(frame, duration=1000),))
    wider = replace(DRAWING, width=101)
    for new in (moved, slower, wider):
        assert stale(new) == list(FILES)


def test_the_order_of_marks_counts_for_it_says_what_lies_in_front() -> None:
    frame = DRAWING.frames[0]
    assert stale(replace(DRAWING, frames=(replace(frame, marks=frame.marks[::-1]),))) == list(FILES)


def test_words_make_the_svg_stale_alone() -> None:
    assert stale(replace(DRAWING, caption="Another")) == ["box.svg"]
    assert stale(replace(DRAWING, alt="Another")) == ["box.svg"]


def test_a_colour_makes_the_files_of_its_theme_stale() -> None:
    old = stamp(DRAWING)
    assert [name for name in FILES if differences(name, old, old | {"dark": "other"})] == [
        "box.svg",
        "box-dark.png",
        "box-dark.webp",
    ]
    assert [name for name in FILES if differences(name, old, old | {"light": "other"})] == [
        "box.svg",
        "box.png",
        "box.gif",
    ]


def test_a_part_that_an_older_stamp_lacks_is_a_difference() -> None:
    assert differences("box.png", {}, stamp(DRAWING)) == ["drawing", "light", "painter"]


def test_every_part_of_a_stamp_has_a_reason_in_words_and_some_file_shows_it() -> None:
    assert stamp(DRAWING).keys() == REASONS.keys()
    assert {part for name in FILES for part in parts_of(name)} == REASONS.keys()


def test_a_figure_called_dark_has_light_files_too() -> None:
    assert "light" in parts_of("dark.png")
    assert "dark" in parts_of("dark-dark.png")


def test_the_digest_of_a_file_is_of_its_content() -> None:
    assert digest_of(b"a") == digest_of(b"a") != digest_of(b"b")

"""Moving SVG: at every moment the marks of its frame show, in their order, and at rest those of the last."""

from __future__ import annotations

from itertools import accumulate
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.painting.animation import in_order
from generator.painting.document import page_svg
from generator.parts.motion import FIRST, LAST, MOST_FRAMES, durations, steps_to_show
from generator.scene import Dot, Drawing, Frame
from tests.drawn import drawn
from tests.svg_reader import SVG, read_sheet, visible


def dots(numbers: list[int]) -> tuple[Dot, ...]:
    """Dots in one place, told apart by their radius: their order matters."""
    return tuple(Dot(50, 50, number + 1, "ink") for number in numbers)


def film(frames: list[list[int]]) -> Drawing:
    times = durations(len(frames))
    both = zip(frames, times, strict=True)
    return Drawing(100, 100, tuple(Frame(dots(numbers), time) for numbers, time in both), "alt", "caption")


def radii(svg: str, seconds: float | None) -> list[int]:
    return [round(float(circle.get("r", "0"))) - 1 for circle in visible(svg, "circle", seconds)]


# Frames that agree on the order of what they share, as those of figures do.
SORTED = st.lists(st.lists(st.integers(0, 9), unique=True).map(sorted), min_size=2, max_size=12)
# Marks that change places from frame to frame.
ANY = st.lists(st.lists(st.integers(0, 4), unique=True), min_size=2, max_size=6)


@given(SORTED)
def test_every_frame_shows_its_marks_in_their_order(frames: list[list[int]]) -> None:
    for index, frame in enumerate(film(frames).frames):
        shown = tuple(mark for mark, moments in in_order(film(frames).frames) if index in moments)
        assert shown == frame.marks


@given(ANY)
def test_marks_that_change_places_are_still_painted_in_each_frames_order(frames: list[list[int]]) -> None:
    for index, frame in enumerate(film(frames).frames):
        shown = tuple(mark for mark, moments in in_order(film(frames).frames) if index in moments)
        assert shown == frame.marks


# Reading the documents takes most of the time, and how long that takes is no promise.
@settings(max_examples=30)
@given(SORTED)
def test_a_reader_sees_each_frame_at_its_time_and_the_last_at_rest(frames: list[list[int]]) -> None:
    drawing = film(frames)
    svg = page_svg(drawing, "en")
    assert radii(svg, None) == frames[-1]
    ends = list(accumulate(frame.duration / 1000 for frame in drawing.frames))
    for number, (begin, end) in enumerate(zip([0, *ends], ends, strict=False)):
        for moment in (begin + 0.02, (begin + end) / 2, end - 0.02):
            assert radii(svg, moment) == frames[number]
            assert radii(svg, moment + ends[-1]) == frames[number]  # it loops


@pytest.mark.parametrize("given_parameters", [{}, {"stride": 2}, {"padding": 1, "dilation": 2}], ids=str)
def test_the_film_of_a_convolution_shows_as_many_glyphs_as_its_frames_have(
    given_parameters: dict[str, object],
) -> None:
    drawing = drawn("convolution", **given_parameters)
    svg = page_svg(drawing, "ko")
    begin = 0.0
    for frame in drawing.frames:
        glyphs = sum(len(getattr(mark, "text", "").replace(" ", "")) for mark in frame.marks)
        assert len(visible(svg, "use", begin + 0.1)) == glyphs
        begin += frame.duration / 1000
    last = visible(svg, "use", begin - 0.1)
    assert len(visible(svg, "use", None)) == len(last)


def test_nothing_moves_for_readers_who_want_less_motion_nor_in_print() -> None:
    root = ElementTree.fromstring(page_svg(drawn("convolution"), "en"))
    sheet = read_sheet("".join(style.text or "" for style in root.iter(SVG + "style")))
    assert not any("animation" in name for _, rule in sheet.rules for name in rule)
    moving = [
        query for query, inside in sheet.media.items() if any("animation" in d for _, d in inside.rules)
    ]
    assert len(moving) == 1
    assert "prefers-reduced-motion" in moving[0]
    assert "no-preference" in moving[0]
    assert moving[0].startswith("screen")


def test_a_still_drawing_has_no_animation() -> None:
    assert "animation" not in page_svg(film([[1, 2]]), "en")


def test_the_first_frame_stays_long_and_the_last_longer() -> None:
    assert durations(9) == (FIRST, *[900] * 7, LAST)
    assert set(durations(17)[1:-1]) == {700}
    assert set(durations(37)[1:-1]) == {500}
    assert (durations(1), durations(2)) == ((LAST,), (FIRST, LAST))


@given(st.integers(1, 80), st.integers(1, 80))
def test_a_long_film_shows_the_first_row_and_the_last_in_60_frames_at_most(rows: int, columns: int) -> None:
    steps = steps_to_show(rows, columns)
    assert len(steps) <= MOST_FRAMES
    assert steps == sorted(set(steps))
    assert (steps[0], steps[-1]) == ((0, 0), (rows - 1, columns - 1))
    if rows * columns <= MOST_FRAMES:
        assert len(steps) == rows * columns
    else:
        assert {row for row, _ in steps} == {0, rows - 1}

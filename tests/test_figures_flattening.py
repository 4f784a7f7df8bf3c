"""A picture in one row: the places of its numbers, and what is drawn where there are too many."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import GeneratorError
from generator.layout import COLUMN
from generator.parts.arrangement import PHONE
from generator.parts.drawings import rows_of_numbers
from generator.parts.pixels.flat_row import Flat, shown_places
from generator.scene import Box, Drawing, Label, Line
from tests.figure_drawing import drawn, labels

SIDES = st.integers(2, 40)


@st.composite
def flats(draw: st.DrawFn) -> Flat:
    rows, columns, channels = draw(SIDES), draw(st.integers(1, 40)), draw(st.integers(1, 6))
    return Flat(rows, columns, channels, draw(st.integers(0, rows - 2)), draw(st.integers(0, columns - 1)))


def _boxes(drawing: Drawing, role: str) -> list[Box]:
    marks = drawing.frames[0].marks
    return [m for m in marks if isinstance(m, Box) and f"{role}-strong" in (m.stroke, m.fill)]


@given(flats())
def test_places_are_those_of_numpys_reshape(flat: Flat) -> None:
    numbers = np.arange(flat.count).reshape(flat.rows, flat.columns, flat.channels)
    assert numbers[flat.row, flat.column, 0] == flat.places[0]
    assert numbers[flat.row + 1, flat.column, 0] == flat.places[1]
    assert flat.places[1] - flat.places[0] == flat.distance


@pytest.mark.slow
def test_places_are_those_of_kerass_flatten() -> None:
    import keras

    flat = Flat(4, 5, 3, 1, 2)
    row = np.asarray(keras.layers.Flatten()(np.arange(60.0).reshape(1, 4, 5, 3)))[0]
    picture = np.arange(60.0).reshape(4, 5, 3)
    assert [row[place] for place in flat.places] == [picture[1, 2, 0], picture[2, 2, 0]]


@given(flats(), st.sampled_from([336, 652]))
def test_what_is_drawn_fits_and_holds_both_pixels_and_both_ends(flat: Flat, room: int) -> None:
    places, cell = shown_places(flat, room)
    assert places == sorted(set(places))
    assert {0, flat.count - 1} <= set(places) <= set(range(flat.count))
    for place in flat.places:
        assert set(range(place, place + flat.shown_channels)) <= set(places)
    left_out = sum(b - a > 1 for a, b in pairwise(places))
    assert len(places) * cell + left_out * 24 <= room
    assert all(b - a != 2 for a, b in pairwise(places))


def test_all_numbers_of_a_small_picture_stand_in_the_row_in_reading_order() -> None:
    drawing = drawn("flattening", drawing="1 2 3 / 4 5 6 / 7 8 9")
    top, row = _boxes(drawing, "kernel")
    numbers = [m for m in drawing.frames[0].marks if isinstance(m, Label) and abs(m.y - row.y) < row.height]
    in_row = [m.text for m in sorted(numbers, key=lambda m: m.x) if row.y < m.y < row.y + row.height]
    assert in_row == list("123456789")
    assert top.y < row.y


def test_the_default_is_a_3_whose_stroke_is_torn() -> None:
    drawing = drawn("flattening")
    assert "row 1 and column 4 begins at place 9, the pixel below it at 14, 5 places apart" in drawing.alt
    image = rows_of_numbers("3")
    assert image[1, 4] == image[2, 4] == 1
    assert "5 × 5 = 25 inputs" in labels(drawing.frames[0].marks)


def test_a_colour_picture_of_32_by_32_has_3072_inputs_and_its_neighbours_are_96_apart() -> None:
    drawing = drawn("flattening", rows=32, columns=32, channels=3, row=10, column=20)
    texts = labels(drawing.frames[0].marks)
    assert "32 × 32 × 3 = 3,072 inputs" in texts
    first = (10 * 32 + 20) * 3
    assert f"{first:,}–{first + 2:,}" in texts
    assert f"{first + 96:,}–{first + 98:,}" in texts
    assert "96 places" in texts
    assert {"0", "3,071", "R", "G", "B"} <= set(texts)


@pytest.mark.parametrize(
    "given", [{}, {"rows": 32, "columns": 32, "channels": 3}, {"drawing": "8", "layout": "stacked"}]
)
def test_lines_lead_from_the_marked_pixels_to_their_places(given: dict[str, object]) -> None:
    drawing = drawn("flattening", **given)
    lines = [mark for mark in drawing.frames[0].marks if isinstance(mark, Line) and mark.arrow]
    for line, role in zip(lines, ("kernel", "accent"), strict=True):
        pixel, place = _boxes(drawing, role)
        assert line.stroke == f"{role}-strong"
        assert line.points[-1][0] == pytest.approx(place.x + place.width / 2)
        assert place.y - line.points[-1][1] == pytest.approx(4)
        assert abs(line.points[0][0] - (pixel.x + pixel.width / 2)) <= pixel.width / 2 + 2


@pytest.mark.parametrize("rows", [2, 5, 40, 200, 1024])
@pytest.mark.parametrize("columns", [1, 7, 300, 1024])
@pytest.mark.parametrize("channels", [1, 3, 64])
def test_pictures_of_any_size_have_a_figure(rows: int, columns: int, channels: int) -> None:
    for layout, width in (("row", COLUMN), ("stacked", PHONE)):
        drawing = drawn("flattening", rows=rows, columns=columns, channels=channels, layout=layout)
        assert drawing.width == width
        assert f"{rows * columns * channels:,} inputs" in drawing.caption
        assert f"{columns * channels:,} from the one below" in drawing.caption


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"rows": 1}, "rows is 1; it must be from 2 to 1024"),
        ({"columns": 10**9}, "columns is 1000000000"),
        ({"channels": 0}, "channels is 0"),
        ({"drawing": "8", "rows": 3}, "leave out rows, columns and channels, or the drawing"),
        ({"drawing": "1 2 3"}, "it needs 2 rows at least"),
        ({"drawing": "1234567 1 / 1 1"}, "does not fit a cell"),
        ({"row": 4}, "row is 4; it must be from 0 to 3"),
        ({"column": -1}, "column is -1"),
    ],
)
def test_a_flattening_that_cannot_be_is_refused(given: dict[str, object], message: str) -> None:
    with pytest.raises(GeneratorError, match=message):
        drawn("flattening", **given)

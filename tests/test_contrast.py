"""The measure of contrast finds what a reader could not read."""

from __future__ import annotations

import pytest

from generator.painting.themes import THEMES
from generator.scene import Area, Box, Dot, Drawing, Frame, Grid, Label, Mark, Picture
from tests.contrast import assert_contrast, contrast, ground, rgb
from tests.legible import assert_in_their_cells

WORD = Label(50, 50, "word", 15)
DARK = "accent-strong"


def drawing(*marks: Mark) -> Drawing:
    return Drawing(100, 100, (Frame(marks),), "", "")


def test_black_on_white_has_the_largest_contrast_and_a_colour_on_itself_the_smallest() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((9, 9, 9), (9, 9, 9)) == 1


@pytest.mark.parametrize(
    "mark",
    [
        Box(0, 0, 100, 100, DARK),
        Grid(0, 0, 2, 2, 50, DARK),
        Dot(50, 50, 40, DARK),
        Area(((0, 0), (100, 0), (100, 100), (0, 100)), DARK),
        Picture(0, 0, 100, (b"\x30",)),
    ],
    ids=lambda mark: type(mark).__name__,
)
def test_dark_words_on_a_dark_ground_are_found_whatever_paints_it(mark: Mark) -> None:
    with pytest.raises(AssertionError, match="'word' has"):
        assert_contrast(drawing(mark, WORD), "light")
    assert_contrast(drawing(WORD, mark), "dark")


def test_a_half_transparent_area_lets_what_is_behind_it_through() -> None:
    square = ((0.0, 0.0), (100.0, 0.0), (100.0, 100.0), (0.0, 100.0))
    mixed = ground((50, 50), (Area(square, "black", opacity=0.5),), THEMES["light"])
    assert mixed == pytest.approx((127.5,) * 3)


def test_outside_a_polygon_the_page_is_seen() -> None:
    corner = Area(((0, 0), (40, 0), (0, 40)), "black")
    assert ground((35, 35), (corner,), THEMES["light"]) == rgb(THEMES["light"]["page"])
    assert ground((10, 10), (corner,), THEMES["light"]) == (0, 0, 0)


def test_a_word_that_is_wider_than_its_cell_is_found() -> None:
    with pytest.raises(AssertionError, match="'word' is wider than its cell"):
        assert_in_their_cells(drawing(Grid(40, 40, 1, 1, 20, None), WORD))
    assert_in_their_cells(drawing(Grid(25, 40, 1, 1, 50, None), WORD))

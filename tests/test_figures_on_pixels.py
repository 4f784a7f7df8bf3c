"""The figures that show digits, and how padding frames them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import GeneratorError
from generator.parts.paddings.coverage import centres, visited
from generator.parts.pixels.intensities import ink_on, luminance
from generator.scene import Box, Label, Picture
from tests.figure_drawing import drawn, labels, some_samples


def _pictures(drawing_name: str, **given: object) -> list[Picture]:
    marks = drawn(drawing_name, **given).frames[0].marks
    return [mark for mark in marks if isinstance(mark, Picture)]


def test_every_row_of_samples_holds_the_pictures_of_its_own_class() -> None:
    (mosaic,) = _pictures("digit_samples", columns=16)
    levels = np.array([list(row) for row in mosaic.levels], np.uint8)
    for label in range(10):
        for index in range(16):
            tile = levels[label * 30 : label * 30 + 28, index * 30 : index * 30 + 28]
            assert np.array_equal(tile, some_samples().picture(label, index))


def test_the_rows_of_samples_are_labelled_by_class_from_top_to_bottom() -> None:
    marks = [mark for mark in drawn("digit_samples").frames[0].marks if isinstance(mark, Label)]
    assert [mark.text for mark in sorted(marks, key=lambda mark: mark.y)] == list("0123456789")


@pytest.mark.parametrize("columns", [1, 7, 16, 20])
@pytest.mark.parametrize("data", ["mnist", "fashion"])
def test_any_count_of_samples_fits_a_page(columns: int, data: str) -> None:
    assert drawn("digit_samples", data=data, columns=columns).width == 700


@pytest.mark.parametrize("columns", [0, 21])
def test_more_samples_than_there_are_are_refused_with_the_number_there_is(columns: int) -> None:
    with pytest.raises(GeneratorError, match=f"columns is {columns}; there are 1 to 20"):
        drawn("digit_samples", columns=columns)


def test_the_values_of_a_picture_are_its_levels_by_255_to_one_decimal() -> None:
    marks = drawn("digit_pixels", show="values", digit=3).frames[0].marks
    picture = next(mark for mark in marks if isinstance(mark, Picture))
    values = [mark for mark in marks if isinstance(mark, Label) and mark.y > picture.y]
    assert len(values) == 784
    for mark in values:
        x, y = int((mark.x - picture.x) // picture.cell), int((mark.y - picture.y) // picture.cell)
        level = int(some_samples().picture(3)[y, x])
        assert abs(float(mark.text) - level / 255) <= 0.05
        assert picture.levels[y][x] == level
        assert mark.ink == ink_on(level)


def test_the_ground_of_a_picture_has_the_value_0() -> None:
    assert labels(drawn("digit_pixels", show="values").frames[0].marks).count("0") >= 784 - 15 * 15


def test_a_crop_shows_two_decimals_and_where_it_lies() -> None:
    drawing = drawn("digit_pixels", show="values", digit=1, crop=(5, 6, 4))
    values = some_samples().picture(1)[5:9, 6:10] / 255
    words = " / ".join(" ".join(f"{v:.2f}".rstrip("0").rstrip(".") or "0" for v in row) for row in values)
    assert f"row 5, column 6; its values are [{words}]" in drawing.alt
    assert _pictures("digit_pixels", digit=1, crop=(5, 6, 4))[1].levels == tuple(
        row.tobytes() for row in some_samples().picture(1)[5:9, 6:10]
    )


def test_a_crop_by_its_side_alone_lies_in_the_middle() -> None:
    assert _pictures("digit_pixels", crop=10)[1] == _pictures("digit_pixels", crop=(9, 9, 10))[1]


@pytest.mark.parametrize("crop", range(1, 19))
def test_every_crop_that_is_taken_fits_a_page_with_its_values(crop: int) -> None:
    assert drawn("digit_pixels", show="values", crop=crop).width == 700


@pytest.mark.parametrize("crop", [0, 19, (20, 0, 10), (-1, 0, 5), (0, 25, 4)])
def test_a_crop_out_of_the_picture_is_refused(crop: object) -> None:
    with pytest.raises(GeneratorError, match="crop is"):
        drawn("digit_pixels", crop=crop)


@pytest.mark.parametrize("given", [{"digit": 10}, {"digit": -1}, {"sample": 20}])
@pytest.mark.parametrize("name", ["digit_pixels", "padding_frame"])
def test_a_picture_that_is_not_there_is_refused(name: str, given: dict[str, object]) -> None:
    with pytest.raises(GeneratorError, match="there is no"):
        drawn(name, **given)


def test_a_wrong_way_to_show_a_picture_is_refused_with_the_right_ones() -> None:
    with pytest.raises(GeneratorError, match="'image' or 'grid' or 'values'"):
        drawn("digit_pixels", show="value")


@given(st.integers(0, 255))
def test_text_on_a_pixel_has_the_ink_of_more_contrast(level: int) -> None:
    light = luminance(level) + 0.05
    on_white, on_black = 1.05 / light, light / 0.05
    other = {"black": on_black, "white": on_white}
    assert other[ink_on(level)] >= max(other.values()) - 0.1
    assert other[ink_on(level)] > 4.5


def test_padding_of_2_makes_28_to_32_and_the_square_20_in_the_middle() -> None:
    drawing = drawn("padding_frame")
    texts = labels(drawing.frames[0].marks)
    assert "Before padding 28×28" in texts
    assert "After padding 32×32" in texts
    red = [m for m in drawing.frames[0].marks if isinstance(m, Box) and m.stroke == "frame-red"]
    frame = next(m for m in drawing.frames[0].marks if isinstance(m, Box) and m.stroke == "padding-strong")
    assert [box.width / 10 for box in red] == [16, 20]
    assert frame.width == frame.height == 320
    assert red[1].x - frame.x == red[1].y - frame.y == 60


def test_the_pixels_outside_the_square_are_counted() -> None:
    levels = some_samples().picture(9, 2)
    outside = [
        int((levels > 0).sum() - (levels[edge : 28 - edge, edge : 28 - edge] > 0).sum()) for edge in (6, 4)
    ]
    texts = labels(drawn("padding_frame", digit=9, sample=2).frames[0].marks)
    assert [text for text in texts if "outside" in text] == [f"{n} drawn pixels outside" for n in outside]


@pytest.mark.parametrize(
    "given", [{"padding": 0}, {"padding": 60}, {"focus": 4}, {"focus": 21}, {"focus": 34}, {"padding": -1}]
)
def test_a_frame_that_cannot_be_is_refused_with_what_can(given: dict[str, object]) -> None:
    with pytest.raises(GeneratorError, match=r"(padding|focus) is -?\d+;.* from \d+ to \d+"):
        drawn("padding_frame", **given)


@pytest.mark.parametrize("padding", [1, 2, 5, 9])
def test_every_padding_that_is_taken_fits_a_page(padding: int) -> None:
    assert drawn("padding_frame", padding=padding, focus=28).width == 700


def test_without_padding_the_border_is_never_the_centre() -> None:
    image = np.ones((5, 5))
    assert centres(image.shape, 3, 0) == (1, 1, 3, 3)
    assert visited(image, centres(image.shape, 3, 0), 0) == (9, 9)


def test_with_padding_1_a_window_of_3_visits_every_cell() -> None:
    image = np.ones((5, 5))
    assert visited(image, centres(image.shape, 3, 1), 1) == (25, 25)


@given(st.integers(1, 12), st.integers(1, 12), st.integers(0, 4), st.integers(0, 4))
def test_centres_are_those_of_the_windows_themselves(
    rows: int, columns: int, half: int, padding: int
) -> None:
    kernel = 2 * half + 1
    if kernel > min(rows, columns) + 2 * padding:
        return
    top, left, high, wide = centres((rows, columns), kernel, padding)
    ys = {y + half for y in range(rows + 2 * padding - kernel + 1)}
    xs = {x + half for x in range(columns + 2 * padding - kernel + 1)}
    assert ys == set(range(top, top + high))
    assert xs == set(range(left, left + wide))


def test_coverage_says_how_much_of_the_drawing_is_visited() -> None:
    caption = drawn("padding_coverage", drawing="1 1 1 / 1 0 1 / 1 1 1").caption
    assert caption == (
        "Without padding the window's centre visits 0 of the 8 drawn cells; with padding 1, 8."
    )


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"kernel": 4}, "kernel is 4"),
        ({"kernel": -1}, "kernel is -1"),
        ({"kernel": 7}, "at most 5 fits"),
        ({"padding": 0}, "padding is 0"),
        ({"padding": 12}, "lower padding"),
        ({"drawing": "nine"}, "drawing is 'nine'"),
    ],
)
def test_a_coverage_that_cannot_be_is_refused(given: dict[str, object], message: str) -> None:
    with pytest.raises(GeneratorError, match=message):
        drawn("padding_coverage", **given)


@pytest.mark.parametrize("name", ["digit_samples", "digit_pixels", "padding_frame"])
def test_words_name_the_data_set_that_is_shown(name: str) -> None:
    for data, title in (
        ("mnist", "MNIST"),
        ("fashion", "Fashion-MNIST"),
        ("digits", "scikit-learn 손글씨 숫자"),
    ):
        assert title in drawn(name, "ko", data).alt


@pytest.mark.parametrize("name", ["digit_samples", "digit_pixels", "padding_frame", "padding_coverage"])
def test_alt_text_and_caption_come_in_both_languages(name: str) -> None:
    korean, english = drawn(name, "ko"), drawn(name, "en")
    assert korean.caption.endswith("다.")
    for words in (english.alt, english.caption):
        assert not any("가" <= character <= "힣" for character in words)


@given(
    rows=st.integers(1, 6),
    columns=st.integers(1, 6),
    kernel=st.tuples(st.sampled_from([1, 3, 5]), st.sampled_from([1, 3, 5])),
    padding=st.tuples(st.integers(0, 2), st.integers(0, 2)),
)
def test_the_centres_of_a_rectangular_window_are_those_that_fit(
    rows: int, columns: int, kernel: tuple[int, int], padding: tuple[int, int]
) -> None:
    high, wide = rows + 2 * padding[0], columns + 2 * padding[1]
    fits = {
        (y + kernel[0] // 2, x + kernel[1] // 2)
        for y in range(high - kernel[0] + 1)
        for x in range(wide - kernel[1] + 1)
    }
    if fits:
        top, left, down, across = centres((rows, columns), kernel, padding)
        assert {(top + y, left + x) for y in range(down) for x in range(across)} == fits


def test_a_rectangular_padding_is_named_and_counted() -> None:
    drawing = drawn("padding_coverage", kernel=(1, 5), padding=(0, 2))
    assert "With zeros in 2 columns left and right" in drawing.alt
    assert "with padding (0, 2), 17" in drawing.caption

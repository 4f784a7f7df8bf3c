"""Pooling, as a film and compared."""

from __future__ import annotations

import numpy as np
import pytest

from generator.errors import GeneratorError
from generator.parts.drawings import rows_of_numbers
from generator.parts.poolings.pooled import pooled
from generator.scene import Box
from tests.figure_drawing import drawn, grids, labels, numbers_in

INPUT = "1 3 2 1 / 4 6 5 0 / 7 2 9 8 / 1 0 3 4"


def _output(name: str = "pooling", **given: object) -> list[list[str]]:
    marks = drawn(name, **given).frames[-1].marks
    return numbers_in(marks, grids(marks, "output-strong")[-1])


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("max", [["6", "5"], ["7", "9"]]),
        ("min", [["1", "0"], ["0", "3"]]),
        ("average", [["3.5", "2"], ["2.5", "6"]]),
        ("global", [["3.5"]]),
    ],
)
def test_pooling_by_hand(kind: str, expected: list[list[str]]) -> None:
    assert _output(drawing=INPUT, kind=kind) == expected


def test_the_last_frame_shows_the_whole_output_and_the_first_one_cell() -> None:
    frames = drawn("pooling", drawing=INPUT).frames
    assert len(frames) == 4
    grid = grids(frames[0].marks, "output-strong")[0]
    assert numbers_in(frames[0].marks, grid) == [["6", ""], ["", ""]]


def test_the_winners_are_outlined_in_the_accent_role() -> None:
    last = drawn("pooling", drawing=INPUT).frames[-1].marks
    grid = grids(last, "input-strong")[0]
    cells = [
        ((mark.y - grid.y) // grid.cell, (mark.x - grid.x) // grid.cell)
        for mark in last
        if isinstance(mark, Box) and mark.stroke == "accent-strong"
    ]
    assert cells == [(1, 1), (1, 2), (2, 0), (2, 2)]


def test_an_average_has_no_winner_and_its_mean_is_written_out() -> None:
    marks = drawn("pooling", drawing=INPUT, kind="average").frames[-1].marks
    assert not [mark for mark in marks if isinstance(mark, Box) and mark.stroke == "accent-strong"]
    assert "".join(labels(marks)).endswith("(9+8+3+4) / 4=64/4")


def test_a_mean_that_two_decimals_cannot_write_is_marked_as_near() -> None:
    p = pooled(rows_of_numbers("1 0 0 / 0 0 0 / 0 0 0"), "average", 3, 3)
    assert p.in_words(0, 0).endswith("/ 9 ≈ 0.11")


def test_cells_that_no_window_covers_are_counted_in_the_caption() -> None:
    assert "9 cells at the edge are in no window" in drawn("pooling", input_size=5).caption
    assert "no window" not in drawn("pooling", input_size=4).caption


def test_of_equal_numbers_the_first_wins() -> None:
    p = pooled(np.array([[2.0, 2.0], [2.0, 2.0]]), "max", 2, 2)
    assert p.winner(0, 0) == (0, 0)


@pytest.mark.slow
@pytest.mark.parametrize("size", [2, 3, (2, 3)])
@pytest.mark.parametrize("stride", [1, 2, (2, 1)])
@pytest.mark.parametrize("kind", ["max", "average", "min", "global"])
def test_pooling_equals_keras(kind: str, size: int | tuple[int, int], stride: int | tuple[int, int]) -> None:
    import keras

    image = np.random.default_rng(7).integers(-9, 10, (6, 7)).astype(float)
    batch = image[None, :, :, None].astype(np.float32)
    layer = {
        "max": keras.layers.MaxPooling2D(size, stride),
        "min": keras.layers.MaxPooling2D(size, stride),
        "average": keras.layers.AveragePooling2D(size, stride),
        "global": keras.layers.GlobalAveragePooling2D(keepdims=True),
    }[kind]
    expected = -np.asarray(layer(-batch)) if kind == "min" else np.asarray(layer(batch))
    result = pooled(image, kind, size, stride)  # type: ignore[arg-type]
    np.testing.assert_allclose(result.output, expected[0, :, :, 0], rtol=1e-5)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"size": 5}, "size is 5, but the input has 4 rows and 4 columns"),
        ({"size": 0}, "size is 0"),
        ({"stride": 0}, "stride is 0"),
        ({"input_size": 0}, "input_size is 0"),
        ({"input_size": 40}, "lower input_size"),
        ({"kind": "median"}, "'max' or 'average' or 'min' or 'global'"),
        ({"drawing": "1 2 / 3"}, "same count of numbers"),
    ],
)
def test_a_pooling_that_cannot_be_is_refused(given: dict[str, object], message: str) -> None:
    with pytest.raises(GeneratorError, match=message):
        drawn("pooling", **given)


def test_the_comparison_shows_maxima_and_means_of_the_same_windows() -> None:
    marks = drawn("pooling_comparison", drawing=INPUT).frames[0].marks
    largest, mean = grids(marks, "output-strong")
    assert numbers_in(marks, largest) == [["6", "5"], ["7", "9"]]
    assert numbers_in(marks, mean) == [["3.5", "2"], ["2.5", "6"]]


def test_the_comparison_in_grey_takes_one_scale_for_all_three() -> None:
    from generator.scene import Picture

    marks = drawn("pooling_comparison", drawing="0 0 / 0 10", show="grey").frames[0].marks
    pictures = [mark for mark in marks if isinstance(mark, Picture)]
    assert [list(picture.levels[-1])[-1] for picture in pictures] == [255, 255, 64]


def test_an_even_input_is_said_to_give_the_same_for_both() -> None:
    assert "are the same" in drawn("pooling_comparison", drawing="2 2 / 2 2").caption


@pytest.mark.parametrize("name", ["pooling", "pooling_comparison"])
@pytest.mark.parametrize("given", [{}, {"size": 3, "stride": 1}])
def test_words_about_pooling_come_in_both_languages(name: str, given: dict[str, object]) -> None:
    korean, english = drawn(name, "ko", **given), drawn(name, "en", **given)
    assert korean.caption.endswith("다.")
    for words in (english.alt, english.caption):
        assert not any("가" <= character <= "힣" for character in words)

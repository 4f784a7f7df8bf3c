"""Pooling channel by channel, and pooling of an input that moves."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import GeneratorError
from generator.figures.pooling_shift import changed, moved
from generator.parts.drawings import rows_of_numbers
from generator.parts.poolings.pooled import pooled
from generator.scene import Box, Drawing
from tests.figure_drawing import drawn, grids, labels, numbers_in

PEAKS = "9 0 0 0 / 0 0 8 0 / 0 7 0 0 / 0 0 0 6"


def _grids(drawing: Drawing, role: str) -> list[list[list[str]]]:
    marks = drawing.frames[0].marks
    return [numbers_in(marks, grid) for grid in grids(marks, f"{role}-strong")]


def _outlined(drawing: Drawing, role: str) -> list[Box]:
    marks = drawing.frames[0].marks
    return [
        mark for mark in marks if isinstance(mark, Box) and mark.stroke == f"{role}-strong" and mark.line == 3
    ]


def test_width_and_height_shrink_and_the_depth_stays() -> None:
    drawing = drawn("pooling_channels")
    inputs, outputs = _grids(drawing, "input"), _grids(drawing, "output")
    assert [np.shape(channel) for channel in inputs] == [(2, 2)] * 3
    assert [np.shape(channel) for channel in outputs] == [(1, 1)] * 3
    assert {"Input (2, 2, 3)", "Output (1, 1, 3)"} <= set(labels(drawing.frames[0].marks))


@pytest.mark.parametrize(("kind", "left"), [("max", max), ("min", min)])
@pytest.mark.parametrize("layout", ["row", "stacked"])
def test_each_channel_is_pooled_by_itself(kind: str, left: object, layout: str) -> None:
    drawing = drawn("pooling_channels", kind=kind, layout=layout)
    assert callable(left)
    for before, after in zip(_grids(drawing, "input"), _grids(drawing, "output"), strict=True):
        assert after == [[left(number for row in before for number in row)]]


def test_a_further_channel_leaves_the_others_as_they_are() -> None:
    assert _grids(drawn("pooling_channels", channels=4), "input")[:3] == _grids(
        drawn("pooling_channels"), "input"
    )


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["max", "average", "min"])
@pytest.mark.parametrize("stride", [1, 2, (2, 1)])
def test_pooled_channels_equal_keras(kind: str, stride: int | tuple[int, int]) -> None:
    import keras

    drawing = drawn("pooling_channels", kind=kind, input_size=(5, 4), size=(3, 2), stride=stride)
    inputs = np.array(_grids(drawing, "input"), float).transpose(1, 2, 0)[None]
    layer = keras.layers.AveragePooling2D if kind == "average" else keras.layers.MaxPooling2D
    sign = -1 if kind == "min" else 1
    expected = sign * np.asarray(layer((3, 2), stride)(sign * inputs.astype(np.float32)))[0]
    shown = np.array(_grids(drawing, "output"), float).transpose(1, 2, 0)
    np.testing.assert_allclose(shown, expected, atol=0.0051)


@pytest.mark.parametrize(
    ("given_parameters", "message"),
    [
        ({"channels": 0}, "channels is 0; it must be from 1 to"),
        ({"channels": 20}, "lower channels or input_size"),
        ({"channels": 10**9}, "channels is 1000000000"),
        ({"input_size": 10**9}, "input_size is 1000000000"),
        ({"size": 3}, "a window must fit into it"),
        ({"kind": "global"}, "'max' or 'average' or 'min'"),
    ],
)
def test_channels_that_cannot_be_drawn_are_refused(given_parameters: dict[str, object], message: str) -> None:
    with pytest.raises(GeneratorError, match=message):
        drawn("pooling_channels", **given_parameters)


@given(
    st.lists(st.lists(st.integers(-9, 9), min_size=4, max_size=4), min_size=1, max_size=4), st.integers(-3, 3)
)
def test_a_moved_image_has_each_number_further_right_or_left(rows: list[list[int]], by: int) -> None:
    if by:
        expected = [[row[x - by] if 0 <= x - by < 4 else 0 for x in range(4)] for row in rows]
        assert moved(np.array(rows, float), by).tolist() == expected


def test_all_outputs_stay_under_the_default_shift_and_the_words_say_so() -> None:
    drawing = drawn("pooling_shift")
    before, after = _grids(drawing, "output")
    first, second = _grids(drawing, "input")
    assert [row[1:] for row in second] == [row[:-1] for row in first]
    assert before == after == [[max_of(first, y, x) for x in (0, 3)] for y in (0, 3)]
    assert not _outlined(drawing, "accent")
    assert "All 4 outputs are the same" in labels(drawing.frames[0].marks)
    assert "still gives the same 4 outputs" in drawing.caption


def max_of(rows: list[list[str]], top: int, left: int) -> str:
    """The largest number of a 3×3 window."""
    return max(number for row in rows[top : top + 3] for number in row[left : left + 3])


@settings(max_examples=20, deadline=None)
@given(
    by=st.sampled_from([-3, -2, -1, 1, 2, 3]),
    kind=st.sampled_from(["max", "average", "min"]),
    seed=st.integers(0, 99),
)
def test_every_output_that_differs_is_outlined_and_counted(by: int, kind: str, seed: int) -> None:
    drawing = drawn("pooling_shift", by=by, kind=kind, input_size=4, size=2, stride=2, seed=seed)
    before, after = (np.array(values) for values in _grids(drawing, "output"))
    differing = int((before != after).sum())
    assert len(_outlined(drawing, "accent")) == differing
    some = f"{differing} of 4 outputs {'differs' if differing == 1 else 'differ'}"
    told = {0: "All 4 outputs are the same", 4: "All 4 outputs differ"}.get(differing, some)
    assert told in labels(drawing.frames[0].marks)
    assert told in drawing.alt


def test_the_outlined_cells_are_those_that_differ() -> None:
    image = rows_of_numbers(PEAKS)
    before, after = (pooled(values, "max", 2, 2) for values in (image, moved(image, 1)))
    assert before.output.tolist() == [[9, 8], [7, 6]]
    assert after.output.tolist() == [[9, 8], [0, 7]]
    assert changed(before, after) == ((1, 0), (1, 1))


def test_columns_that_come_in_look_like_padding() -> None:
    drawing = drawn("pooling_shift", by=-2, drawing=PEAKS, size=2, stride=2)
    (foreign,) = [mark for mark in drawing.frames[0].marks if isinstance(mark, Box) and mark.dash]
    cell = grids(drawing.frames[0].marks, "input-strong")[1]
    assert (foreign.x - cell.x, foreign.width) == (2 * cell.cell, 2 * cell.cell)


@pytest.mark.parametrize(
    ("given_parameters", "message"),
    [
        ({"by": 0}, "by is 0; the input has 6 columns"),
        ({"by": 6}, "by is 6; the input has 6 columns"),
        ({"by": -(10**9)}, "moves by 1 to 5 to the right, or by -5 to -1"),
        ({"drawing": "1 / 2"}, "a single column"),
        ({"input_size": 20}, "lower input_size"),
        ({"input_size": 10**9}, "input_size is 1000000000"),
        ({"drawing": " / ".join(["1 2"] * 90), "size": 1, "stride": 1}, "lower the drawing's size"),
        ({"size": 7}, "a window must fit into it"),
    ],
)
def test_a_shift_that_cannot_be_is_refused(given_parameters: dict[str, object], message: str) -> None:
    with pytest.raises(GeneratorError, match=message):
        drawn("pooling_shift", **given_parameters)


@pytest.mark.parametrize("name", ["pooling_channels", "pooling_shift"])
@pytest.mark.parametrize("layout", ["row", "stacked"])
def test_words_about_moves_come_in_both_languages(name: str, layout: str) -> None:
    korean, english = (drawn(name, language, layout=layout) for language in ("ko", "en"))
    assert korean.caption.endswith("다.")
    assert not any("가" <= sign <= "힣" for sign in english.alt + english.caption)

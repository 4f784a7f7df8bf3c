"""The shapes of a convolution as solids: sizes, what is left over, and how they are drawn."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import GeneratorError
from generator.parts.convolutions.convolution_shapes import convolution_shapes
from generator.scene import Area, Drawing, Mark
from tests.figure_drawing import drawn, labels

SOME: tuple[dict[str, Any], ...] = (
    {},
    {"batch": 10, "bias": False},
    {"size": 227, "kernel": 11, "stride": 4, "filters": 96, "batch": 128},
    {"size": (8, 7), "kernel": (2, 3), "stride": (3, 2), "padding": (1, 0)},
    {"channels": 512, "filters": 512, "size": 14, "padding": 1},
    {"channels": 1, "filters": 1, "size": 1, "kernel": 1, "layout": "stacked"},
)
for_some = pytest.mark.parametrize("p", SOME, ids=str)


def shapes(drawing: Drawing) -> dict[str, tuple[int, ...]]:
    """The shapes that the alt text tells: letters, and the numbers that they stand for."""
    found = re.findall(r"\(([A-Z0-9, ]+)\) = \(([\d, ]+)\)", drawing.alt)
    return {letters: tuple(map(int, numbers.split(","))) for letters, numbers in found}


def fronts(marks: tuple[Mark, ...], role: str) -> list[tuple[float, float]]:
    """Width and height of the front of every solid in a role, windows on other solids left out."""
    areas = [m for m in marks if isinstance(m, Area) and m.fill == f"{role}-tint" and m.stroke is None]
    upright = [m.points for m in areas if len({x for x, _ in m.points}) == 2 == len({y for _, y in m.points})]
    return [(points[1][0] - points[0][0], points[2][1] - points[1][1]) for points in upright]


@pytest.mark.parametrize("language", ["ko", "en"])
def test_three_channels_of_7_by_7_and_four_filters_of_3_by_3_give_4_5_5(language: Any) -> None:
    found = labels(drawn("convolution_blocks", language).frames[0].marks)
    assert {"(C, H, W)", "(FN, C, FH, FW)", "(FN, 1, 1)", "(FN, OH, OW)"} <= set(found)
    assert {"(3, 7, 7)", "(4, 3, 3, 3)", "(4, 1, 1)", "(4, 5, 5)"} <= set(found)
    assert "OH = (H + 2P − FH) / S + 1 = (7 + 2×0 − 3) / 1 + 1 = 5" in found


def test_a_batch_is_one_more_axis_of_input_and_output_alone() -> None:
    found = set(labels(drawn("convolution_blocks", batch=10).frames[0].marks))
    assert {"(N, C, H, W)", "(FN, C, FH, FW)", "(FN, 1, 1)", "(N, FN, OH, OW)"} <= found
    assert {"(10, 3, 7, 7)", "(4, 3, 3, 3)", "(4, 1, 1)", "(10, 4, 5, 5)"} <= found


def test_without_bias_there_is_none_in_picture_or_words() -> None:
    drawing = drawn("convolution_blocks", bias=False)
    assert "(FN, 1, 1)" not in labels(drawing.frames[0].marks)
    assert "bias" not in drawing.alt
    assert not fronts(drawing.frames[0].marks, "accent")


@for_some
def test_labels_and_alt_text_tell_the_same_shapes(p: dict[str, Any]) -> None:
    drawing = drawn("convolution_blocks", **p)
    told = shapes(drawing)
    assert len(told) == 3 + p.get("bias", True)
    found = labels(drawing.frames[0].marks)
    for letters, numbers in told.items():
        assert f"({letters})" in found
        assert f"({', '.join(map(str, numbers))})" in found


def test_a_size_that_does_not_divide_says_what_no_window_reaches() -> None:
    drawing = drawn("convolution_blocks", size=(8, 10), stride=(2, 3))
    sentence = "The stride does not divide: no window reaches 1 row at the bottom and 1 column on the right."
    assert sentence in labels(drawing.frames[0].marks)
    assert sentence in drawing.caption
    assert sentence in drawing.alt
    assert "= (8 + 2×0 − 3) / 2 + 1 = 3.5, rounded down 3" in drawing.alt
    ko = drawn("convolution_blocks", "ko", size=8, stride=2)
    assert "아래쪽 1행, 오른쪽 1열" in ko.caption
    assert "padding included" in drawn("convolution_blocks", size=8, stride=2, padding=1).caption
    assert "does not divide" not in drawn("convolution_blocks").caption


@settings(max_examples=80)
@given(
    kernel=st.tuples(st.integers(1, 5), st.integers(1, 5)),
    more=st.tuples(st.integers(0, 9), st.integers(0, 9)),
    stride=st.tuples(st.integers(1, 6), st.integers(1, 6)),
    padding=st.tuples(st.integers(0, 3), st.integers(0, 3)),
)
def test_what_is_left_over_lies_behind_the_last_window(
    kernel: tuple[int, int], more: tuple[int, int], stride: tuple[int, int], padding: tuple[int, int]
) -> None:
    size = kernel[0] + more[0], kernel[1] + more[1]
    s = convolution_shapes(3, size, 4, kernel, stride, padding, None, True)
    for axis in (0, 1):
        room = size[axis] + 2 * padding[axis]
        starts = [start for start in range(0, room, stride[axis]) if start + kernel[axis] <= room]
        assert s.output[axis] == len(starts)
        assert s.left_over[axis] == room - (starts[-1] + kernel[axis])


@pytest.mark.parametrize(("filters", "solids"), [(1, 1), (4, 4), (5, 3), (96, 3)])
def test_of_many_filters_the_first_and_the_last_are_drawn(filters: int, solids: int) -> None:
    marks = drawn("convolution_blocks", filters=filters).frames[0].marks
    assert len(fronts(marks, "kernel")) == solids
    assert f"({filters}, 3, 3, 3)" in labels(marks)


def test_fronts_are_to_scale_where_they_can_be_seen() -> None:
    marks = drawn("convolution_blocks", size=(6, 8), kernel=(2, 3), filters=1).frames[0].marks
    (wide, high), (across, down) = fronts(marks, "input")[0], fronts(marks, "kernel")[0]
    assert wide / high == pytest.approx(8 / 6)
    assert (across / wide, down / high) == pytest.approx((3 / 8, 2 / 6))
    assert fronts(marks, "output")[0] == pytest.approx((wide * 6 / 8, high * 5 / 6))


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"size": 0}, "size is 0; it must be from 1 to 10000"),
        ({"size": 10**12}, "size is 1000000000000; it must be from 1 to 10000"),
        ({"kernel": 8}, "a kernel of 8 with dilation 1 spans 8 cells, but the input of 7"),
        ({"stride": (1, 0)}, "stride is (1, 0); it must be from 1"),
        ({"padding": -1}, "padding is -1; it must be from 0"),
        ({"batch": 0}, "batch is 0; it must be from 1 to 100000"),
        ({"filters": -3}, "filters is -3; it must be from 1 to 10000"),
        ({"channels": 10001}, "channels is 10001; it must be from 1 to 10000"),
    ],
    ids=str,
)
def test_what_cannot_be_is_refused_in_a_sentence(given: dict[str, Any], sentence: str) -> None:
    with pytest.raises(GeneratorError, match=re.escape(sentence)):
        drawn("convolution_blocks", **given)


@pytest.mark.slow
@for_some
def test_the_shapes_are_those_of_keras(p: dict[str, Any]) -> None:
    from keras import layers

    told = shapes(drawn("convolution_blocks", **p))
    source = told.get("N, C, H, W") or (None, *told["C, H, W"])
    output = told.get("N, FN, OH, OW") or (None, *told["FN, OH, OW"])
    filters, channels, *kernel = told["FN, C, FH, FW"]
    padding = p.get("padding", 0)
    padded = layers.ZeroPadding2D(padding, "channels_first").compute_output_shape(source)
    layer = layers.Conv2D(filters, kernel, p.get("stride", 1), data_format="channels_first")
    assert layer.compute_output_shape(padded) == output
    layer.build(padded)
    assert layer.kernel.shape == (*kernel, channels, filters)
    assert layer.bias.shape == (told.get("FN, 1, 1") or (filters,))[:1]

"""Convolutions over several channels, and of several filters: their numbers, read from the marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from generator.errors import GeneratorError
from generator.parts.convolutions.convolving import bracketed
from generator.parts.convolutions.layered import layered
from generator.scene import Box, Drawing, Frame, Label, Mark
from generator.words import LANGUAGES, Language
from tests.figure_drawing import drawn, grids, labels, numbers_in
from tests.legible import assert_apart

Numbers = NDArray[np.float64]

STEPS: tuple[dict[str, Any], ...] = (
    {},
    {"channels": 1, "bias": 0},
    {"stride": 2, "padding": 1, "bias": -2.5},
    {"size": (3, 4), "kernel": (2, 3), "padding": (1, 0), "seed": 5},
    {"channels": 4, "kernel": 2, "size": (4, 3), "stride": (2, 1)},
    {"layout": "stacked", "channels": 2},
)
FILTERS: tuple[dict[str, Any], ...] = (
    {},
    {"channels": 3},
    {"filters": 1, "size": 3},
    {"filters": 5, "kernel": 2, "stride": 2, "seed": 4},
    {"size": (3, 5), "kernel": (1, 3), "padding": (1, 0), "channels": 2},
    {"layout": "stacked"},
)
by_steps = pytest.mark.parametrize("p", STEPS, ids=str)
by_filters = pytest.mark.parametrize("p", FILTERS, ids=str)


def of(p: dict[str, Any], name: str) -> tuple[int, int]:
    """A parameter of a figure, as a pair."""
    value = p.get(name, {"stride": 1, "padding": 0}[name])
    return value if isinstance(value, tuple) else (value, value)


def values(marks: tuple[Mark, ...], frame: str) -> list[Numbers]:
    """The numbers in all grids with a frame in that role."""
    return [numbers(numbers_in(marks, grid)) for grid in grids(marks, frame)]


def numbers(rows: list[list[str]]) -> Numbers:
    return np.array([[float(text.replace("−", "-") or "nan") for text in row] for row in rows])


def slowly(image: Numbers, kernel: Numbers, p: dict[str, Any], bias: float = 0) -> Numbers:
    """One feature map of an image (rows, columns, channels), one product after the other."""
    (down, across), (above, left) = of(p, "stride"), of(p, "padding")
    rows, columns, channels = kernel.shape

    def at(y: int, x: int, c: int) -> float:
        inside = 0 <= y - above < image.shape[0] and 0 <= x - left < image.shape[1]
        return float(image[y - above, x - left, c]) if inside else 0.0

    def one(y: int, x: int) -> float:
        return bias + sum(
            at(y * down + i, x * across + j, c) * kernel[i, j, c]
            for i in range(rows)
            for j in range(columns)
            for c in range(channels)
        )

    height = (image.shape[0] + 2 * above - rows) // down + 1
    width = (image.shape[1] + 2 * left - columns) // across + 1
    return np.array([[one(y, x) for x in range(width)] for y in range(height)])


def film(p: dict[str, Any]) -> tuple[Drawing, Numbers, Numbers]:
    """The film, its input and its kernel, both (rows, columns, channels)."""
    drawing = drawn("convolution_channels", **p)
    marks = drawing.frames[-1].marks
    return (
        drawing,
        np.stack(values(marks, "input-strong"), axis=2),
        np.stack(values(marks, "kernel-strong"), axis=2),
    )


def still(p: dict[str, Any]) -> tuple[Drawing, Numbers, Numbers, list[Numbers]]:
    """The still, its input, its filters (rows, columns, channels, filters), and the maps beside these."""
    drawing = drawn("convolution_filters", **p)
    marks = drawing.frames[0].marks
    image = np.stack(values(marks, "input-strong"), axis=2)
    channels = values(marks, "kernel-strong")
    count = image.shape[2]
    weights = [np.stack(channels[start : start + count], axis=2) for start in range(0, len(channels), count)]
    return drawing, image, np.stack(weights, axis=3), values(marks, "output-strong")


def number(text: str) -> float:
    return float(text.strip("()").replace("−", "-"))


def line_below(frame: Frame) -> tuple[list[str], str]:
    """The terms of the sum that a frame writes out, and its result."""
    written = [mark for mark in frame.marks if isinstance(mark, Label)]
    result = next(mark for mark in written if mark.ink == "output-strong")
    words = [mark.text for mark in written if mark.y == result.y and mark.size == result.size]
    assert words[-2:] == ["=", result.text]
    assert words[1:-2:2] == ["+"] * (len(words[:-2]) // 2)
    return words[:-2:2], result.text


@by_steps
def test_the_output_of_the_film_is_the_sum_over_all_channels_and_the_bias(p: dict[str, Any]) -> None:
    drawing, image, kernel = film(p)
    expected = slowly(image, kernel, p, p.get("bias", 1))
    np.testing.assert_allclose(values(drawing.frames[-1].marks, "output-strong")[0], expected, atol=0.005)


@by_steps
def test_each_frame_shows_the_products_and_sums_of_its_window(p: dict[str, Any]) -> None:
    drawing, image, kernel = film(p)
    bias = p.get("bias", 1)
    for frame, expected in zip(drawing.frames, slowly(image, kernel, p, bias).ravel(), strict=True):
        products, sums = values(frame.marks, "muted"), values(frame.marks, "ink")
        assert len(products) == len(sums) == image.shape[2]
        assert [total.item() for total in sums] == [grid.sum() for grid in products]
        assert sum(total.item() for total in sums) + bias == pytest.approx(expected)
        if len(sums) == 1 and not bias:
            continue
        terms, result = line_below(frame)
        assert [number(term) for term in terms[: len(sums)]] == [total.item() for total in sums]
        assert terms[len(sums) :] == ([f"bias {bracketed(bias)}"] if bias else [])
        assert number(result) == pytest.approx(expected, abs=0.005)


def test_three_channels_of_a_3_by_3_kernel_make_27_products() -> None:
    drawing, _, _ = film({})
    products = values(drawing.frames[0].marks, "muted")
    assert sum(grid.size for grid in products) == 27
    assert "27 products" in labels(drawing.frames[0].marks)
    assert "3×3×3 = 27" in drawing.caption
    assert "곱 27개" in labels(drawn("convolution_channels", "ko").frames[0].marks)


@by_steps
def test_the_output_fills_up_cell_by_cell(p: dict[str, Any]) -> None:
    drawing, _, _ = film(p)
    filled = [
        sum(isinstance(mark, Box) and mark.fill == "output-tint" for mark in frame.marks)
        for frame in drawing.frames
    ]
    assert filled == list(range(1, len(filled) + 1))


def test_windows_of_all_channels_move_together_by_the_stride() -> None:
    drawing = drawn("convolution_channels", channels=2, size=5, kernel=3, stride=2)
    for step, frame in enumerate(drawing.frames):
        grounds = grids(frame.marks, "input-strong")
        windows = [m for m in frame.marks if isinstance(m, Box) and m.stroke == "kernel-strong"]
        for ground, window in zip(grounds, windows, strict=True):
            place = (window.y - ground.y) / ground.cell, (window.x - ground.x) / ground.cell
            assert place == (2 * (step // 2), 2 * (step % 2))


def test_marks_that_stand_still_are_equal_from_frame_to_frame() -> None:
    frames = drawn("convolution_channels").frames
    still = set.intersection(*(set(frame.marks) for frame in frames))
    # Input and kernel: 3 times 16 and 9 numbers.
    assert sum(isinstance(mark, Label) for mark in still) >= 3 * (16 + 9)


@by_filters
def test_each_filter_makes_its_own_feature_map(p: dict[str, Any]) -> None:
    _, image, weights, maps = still(p)
    for index in range(weights.shape[3]):
        np.testing.assert_array_equal(maps[index], slowly(image, weights[..., index], p))


@by_filters
def test_feature_maps_stand_one_behind_another_with_the_first_in_front(p: dict[str, Any]) -> None:
    drawing, _, weights, maps = still(p)
    planes = [m for m in drawing.frames[0].marks if isinstance(m, Box) and m.fill == "output-tint"]
    count = weights.shape[3]
    assert len(planes) == count
    assert [plane.x for plane in planes] == sorted((plane.x for plane in planes), reverse=True)
    assert len(maps) == count + 1
    np.testing.assert_array_equal(maps[-1], maps[0])
    assert f"Output ({maps[0].shape[0]}, {maps[0].shape[1]}, {count})" in labels(drawing.frames[0].marks)


def test_three_filters_of_3_by_3_on_4_by_4_give_2_2_3() -> None:
    for language in ("ko", "en"):
        drawing = drawn("convolution_filters", language)
        assert any(text.endswith("(2, 2, 3)") for text in labels(drawing.frames[0].marks))
        assert "(2, 2, 3)" in drawing.caption
        assert "(2, 2, 3)" in drawing.alt


def lists(alt: str) -> Iterator[list[Numbers]]:
    """The bracketed numbers of an alt text: channels between semicolons, rows between slashes."""
    for found in re.findall(r"\[([^\]]*)\]", alt):
        yield [numbers([row.split() for row in part.split("/")]) for part in found.split(";")]


@by_filters
def test_a_listener_could_redraw_the_filters(p: dict[str, Any]) -> None:
    drawing, image, weights, maps = still(p)
    source, *rest = lists(drawing.alt)
    np.testing.assert_array_equal(np.stack(source, axis=2), image)
    for index in range(weights.shape[3]):
        np.testing.assert_array_equal(np.stack(rest[2 * index], axis=2), weights[..., index])
        np.testing.assert_array_equal(rest[2 * index + 1][0], maps[index])


@by_steps
def test_a_listener_could_redraw_the_film(p: dict[str, Any]) -> None:
    drawing, image, kernel = film(p)
    told_kernel, told_image, products, output = lists(drawing.alt)
    np.testing.assert_array_equal(np.stack(told_kernel, axis=2), kernel)
    np.testing.assert_array_equal(np.stack(told_image, axis=2), image)
    np.testing.assert_array_equal(products, values(drawing.frames[0].marks, "muted"))
    np.testing.assert_allclose(output[0], slowly(image, kernel, p, p.get("bias", 1)), atol=0.005)


@settings(max_examples=60)
@given(
    channels=st.integers(1, 4),
    filters=st.integers(1, 4),
    kernel=st.tuples(st.integers(1, 4), st.integers(1, 4)),
    more=st.tuples(st.integers(0, 4), st.integers(0, 4)),
    stride=st.tuples(st.integers(1, 3), st.integers(1, 3)),
    padding=st.tuples(st.integers(0, 2), st.integers(0, 2)),
    seed=st.integers(0, 1000),
)
def test_sums_of_channels_add_up_to_a_slow_convolution(
    channels: int,
    filters: int,
    kernel: tuple[int, int],
    more: tuple[int, int],
    stride: tuple[int, int],
    padding: tuple[int, int],
    seed: int,
) -> None:
    size = kernel[0] + more[0], kernel[1] + more[1]
    c = layered(channels, size, filters, kernel, stride, padding, 0.5, seed)
    for index in range(filters):
        expected = slowly(c.image, c.weights[..., index], {"stride": stride, "padding": padding}, 0.5)
        np.testing.assert_allclose(c.output[..., index], expected)
        np.testing.assert_allclose(c.products(0, 0, index).sum(axis=(0, 1)), c.sums[0, 0, :, index])


def test_one_more_channel_or_filter_leaves_the_others_as_they_are() -> None:
    few, many = layered(2, 4, 2, 3, 1, 0, 0, 0), layered(3, 4, 3, 3, 1, 0, 0, 0)
    np.testing.assert_array_equal(few.image, many.image[..., :2])
    np.testing.assert_array_equal(few.weights, many.weights[:, :, :2, :2])


@pytest.mark.parametrize("name", ["convolution_channels", "convolution_filters"])
@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"channels": 0}, "channels is 0; it must be from 1 to 16"),
        ({"size": 10**9}, "size is 1000000000; it must be from 1 to 30"),
        ({"kernel": 5}, "a kernel of 5 with dilation 1 spans 5 cells, but the input of 4"),
        ({"stride": 0}, "stride is 0; it must be from 1"),
        ({"padding": -1}, "padding is -1; it must be from 0"),
        ({"size": 28}, "lower "),
        ({"channels": 16, "size": 8}, "lower "),
    ],
    ids=str,
)
def test_what_cannot_be_drawn_is_refused_in_a_sentence(
    name: str, given: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(GeneratorError, match=re.escape(sentence)):
        drawn(name, **given)


def test_a_bias_that_cannot_be_written_and_too_many_filters_are_refused() -> None:
    with pytest.raises(GeneratorError, match="bias is 1e\\+300; it must be from -999 to 999"):
        drawn("convolution_channels", bias=1e300)
    with pytest.raises(GeneratorError, match=r"bias is 0\.125; it may have two decimals"):
        drawn("convolution_channels", bias=0.125)
    with pytest.raises(GeneratorError, match="filters is 17; it must be from 1 to 16"):
        drawn("convolution_filters", filters=17)


@pytest.mark.slow
@by_steps
def test_the_film_equals_keras(p: dict[str, Any]) -> None:
    drawing, image, kernel = film(p)
    expected = keras_output(image, kernel[..., None], p, p.get("bias", 1))
    output = values(drawing.frames[-1].marks, "output-strong")[0]
    np.testing.assert_allclose(output, expected[..., 0], atol=0.005)


@pytest.mark.slow
@by_filters
def test_the_filters_equal_keras(p: dict[str, Any]) -> None:
    _, image, weights, maps = still(p)
    np.testing.assert_allclose(np.stack(maps[:-1], axis=2), keras_output(image, weights, p), atol=1e-4)


def keras_output(image: Numbers, weights: Numbers, p: dict[str, Any], bias: float = 0) -> Numbers:
    from keras import layers

    layer = layers.Conv2D(weights.shape[3], weights.shape[:2], of(p, "stride"), data_format="channels_last")
    above, left = of(p, "padding")
    padded = np.pad(image, [(above, above), (left, left), (0, 0)])[None]
    layer.build(padded.shape)
    layer.set_weights([weights, np.full(weights.shape[3], bias)])
    return np.asarray(layer(padded))[0]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("name", "many"), [("convolution_channels", 5), ("convolution_filters", 12)])
def test_names_beside_low_rows_stay_apart(name: str, many: int, language: Language) -> None:
    count = "channels" if name == "convolution_channels" else "filters"
    assert_apart(drawn(name, language, size=(1, 3), kernel=1, **{count: many}))

"""The film of the transposed convolution: copies of the kernel that add up to the output."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import numpy as np
import pytest

from generator.arithmetic import Array, pair
from generator.errors import GeneratorError
from generator.scene import Box, Drawing, Frame, Grid, Label
from generator.transposed import transposed_convolve
from generator.words import LANGUAGES, Language
from tests.figure_drawing import drawn, grids, inside, labels, numbers_in
from tests.legible import assert_apart, assert_in_their_cells, assert_readable, assert_within

NAME = "convolution_transposed"
COMBINATIONS: tuple[dict[str, Any], ...] = (
    {},
    {"size": 3},
    {"size": 3, "padding": 1},
    {"size": (2, 3), "kernel": (3, 2), "stride": (1, 3), "padding": (1, 0)},
    {"kernel": 2, "stride": 3, "bias": -1.5},
    {"stride": 1, "layout": "stacked"},
    {"drawing": "1 -2 / 0.5 3", "weights": "-1 2 / 0 1", "stride": 1},
    {"size": 1, "kernel": 1, "stride": 5},
    {"size": 2, "kernel": 8, "layout": "stacked"},
)
each_combination = pytest.mark.parametrize("given", COMBINATIONS, ids=str)


@cache
def _film(language: Language, given: tuple[tuple[str, Any], ...]) -> Drawing:
    return drawn(NAME, language, **dict(given))


def film(given: dict[str, Any], language: Language = "en") -> Drawing:
    """The figure with these parameters, drawn once for all tests."""
    return _film(language, tuple(given.items()))


def number(text: str) -> float:
    return float(text.replace("−", "-"))


def matrices(drawing: Drawing) -> list[Array]:
    """The matrices of the English alt text: input, kernel, first product, output."""
    found = re.findall(r"\[([^\]]*)\]", drawing.alt)
    return [np.array([[number(text) for text in row.split()] for row in rows.split(" / ")]) for rows in found]


def parts(given: dict[str, Any]) -> tuple[Array, Array, tuple[int, int], tuple[int, int]]:
    image, weights, *_ = matrices(film(given))
    return image, weights, pair(given.get("stride", 2)), pair(given.get("padding", 0))


def copies(given: dict[str, Any]) -> list[Array]:
    """The output before cutting after each step, without its bias: plain loops over what the film adds."""
    image, weights, stride, _ = parts(given)
    (rows, columns), (kh, kw) = image.shape, weights.shape
    whole = np.zeros(((rows - 1) * stride[0] + kh, (columns - 1) * stride[1] + kw))
    found = []
    for row in range(rows):
        for column in range(columns):
            top, left = row * stride[0], column * stride[1]
            whole[top : top + kh, left : left + kw] += image[row, column] * weights
            found.append(whole.copy())
    return found


def window(frame: Frame) -> tuple[Box, Box]:
    """The outlines of the product and of its place in the output."""
    product, place = (m for m in frame.marks if isinstance(m, Box) and m.stroke == "kernel-strong")
    return product, place


@each_combination
def test_the_output_in_words_is_the_transposed_convolution(given: dict[str, Any]) -> None:
    image, weights, first, output = matrices(film(given))
    _, _, stride, padding = parts(given)
    expected = transposed_convolve(image, weights, stride, padding, given.get("bias", 0))
    np.testing.assert_allclose(output, expected, atol=0.005)
    np.testing.assert_allclose(first, image[0, 0] * weights, atol=0.005)


@each_combination
def test_the_last_frame_holds_the_whole_output(given: dict[str, Any]) -> None:
    drawing = film(given)
    (grid,) = grids(drawing.frames[-1].marks, "output-strong")
    shown = np.array([[number(text) for text in row] for row in numbers_in(drawing.frames[-1].marks, grid)])
    np.testing.assert_allclose(shown, matrices(drawing)[-1], atol=0.005)


@each_combination
def test_each_frame_shows_the_sums_so_far_and_nothing_of_what_comes(given: dict[str, Any]) -> None:
    drawing = film(given)
    image, weights, stride, padding = parts(given)
    for step, (frame, whole) in enumerate(zip(drawing.frames[:-1], copies(given), strict=False)):
        (grid,) = grids(frame.marks, "output-strong")
        row, column = divmod(step, image.shape[1])
        for y, line in enumerate(numbers_in(frame.marks, grid)):
            for x, text in enumerate(line):
                at = y + padding[0], x + padding[1]
                if text:
                    assert number(text) == pytest.approx(whole[at] + given.get("bias", 0), abs=0.005)
                else:
                    assert whole[at] == 0
                if row * stride[0] <= at[0] < row * stride[0] + weights.shape[0] and (
                    column * stride[1] <= at[1] < column * stride[1] + weights.shape[1]
                ):
                    assert text


@each_combination
def test_the_product_is_drawn_and_outlined_where_it_is_added(given: dict[str, Any]) -> None:
    drawing = film(given)
    image, weights, stride, padding = parts(given)
    for step, frame in enumerate(drawing.frames):
        row, column = divmod(step, image.shape[1])
        product, place = window(frame)
        (grid,) = grids(frame.marks, "output-strong")
        assert (product.width, product.height) == (place.width, place.height)
        assert (place.y - grid.y) / grid.cell == pytest.approx(row * stride[0] - padding[0])
        assert (place.x - grid.x) / grid.cell == pytest.approx(column * stride[1] - padding[1])
        cells = Grid(product.x, product.y, *weights.shape, grid.cell, None)
        shown = [[number(text) for text in line] for line in numbers_in(frame.marks, cells)]
        np.testing.assert_allclose(shown, image[row, column] * weights, atol=0.005)


@each_combination
def test_everything_can_be_read_in_every_frame(given: dict[str, Any]) -> None:
    for language in LANGUAGES:
        drawing = film(given, language)
        for holds in (assert_within, assert_readable, assert_apart, assert_in_their_cells):
            holds(drawing)


def test_a_line_says_what_is_added_where() -> None:
    drawing = drawn(NAME, drawing="1 2 / 3 4", padding=1)
    assert "3 × kernel is added to the output from (1·2 − 1, 0·2 − 1) = (1, −1) on" in labels(
        drawing.frames[2].marks
    )


def test_what_is_cut_off_is_dashed_muted_and_named() -> None:
    marks = drawn(NAME, size=3, padding=1).frames[-1].marks
    assert any(isinstance(mark, Grid) and mark.dash and mark.rows == mark.columns == 7 for mark in marks)
    assert "The dashed cells are cut off (padding 1)." in labels(marks)
    assert "Output 5×5" in labels(marks)


def test_cells_that_get_nothing_are_counted_and_hold_the_bias() -> None:
    drawing = drawn(NAME, kernel=1, stride=2, bias=7)
    assert "Nothing is added to 5 of the output's cells." in drawing.alt
    sevens = [m for m in drawing.frames[-1].marks if isinstance(m, Label) and m.text == "7"]
    assert [mark.ink for mark in sevens].count("muted") == 5


def test_digits_keep_their_size_through_a_film() -> None:
    drawing = drawn(NAME, drawing="1 20 / 300 4", weights="1 7 / 2 1", stride=1)
    sizes = {
        mark.size
        for frame in drawing.frames
        for grid in grids(frame.marks, "output-strong")
        for mark in frame.marks
        if isinstance(mark, Label) and inside(mark, grid)
    }
    assert len(sizes) == 1


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"size": 0}, "size is 0; it must be from 1 to 30"),
        ({"kernel": (0, 3)}, "kernel is (0, 3); it must be from 1 to 30"),
        ({"stride": 10**9}, "stride is 1000000000; it must be from 1 to 30"),
        ({"padding": -1}, "padding is -1; it must be from 0 to 30"),
        ({"padding": 3}, "padding is 3; cut off both ends of 5 cells it leaves nothing; at most 2 can go"),
        ({"size": 30, "stride": 30}, "lower size, kernel or stride"),
        ({"size": 10}, "lower size, kernel or stride"),
        ({"size": 6, "kernel": 7, "layout": "stacked"}, "or use layout='row'"),
        ({"drawing": "cat"}, "drawing is 'cat'; it takes one of"),
        ({"weights": "1 2 / 3"}, "weights is '1 2 / 3'; its rows must have the same count"),
        ({"bias": 1e300}, "does not fit"),
    ],
    ids=str,
)
def test_what_cannot_be_is_refused_in_a_sentence(given: dict[str, Any], sentence: str) -> None:
    with pytest.raises(GeneratorError, match=re.escape(sentence)):
        drawn(NAME, **given)


@pytest.mark.slow
@pytest.mark.parametrize("given", [{}, {"size": (2, 3), "kernel": (4, 2), "stride": (1, 2), "bias": 2.0}])
def test_the_output_that_is_drawn_equals_keras(given: dict[str, Any]) -> None:
    from keras import layers

    image, weights, _, output = matrices(film(given))
    layer = layers.Conv2DTranspose(1, weights.shape, given.get("stride", 2), "valid")
    layer.build((1, *image.shape, 1))
    layer.set_weights([weights[:, :, None, None], np.array([given.get("bias", 0)])])
    expected = np.asarray(layer(image[None, :, :, None]))[0, :, :, 0]
    np.testing.assert_allclose(output, expected, atol=0.005)

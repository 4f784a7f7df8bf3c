"""The same input at two strides: windows, centres, sizes, and what is left over."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.arithmetic import output_size, windows
from generator.errors import GeneratorError
from generator.parts.convolutions.strides import Strided
from generator.scene import Box, Dot, Drawing, Grid, Line
from tests.figure_drawing import drawn, grids, labels
from tests.legible import assert_apart, assert_in_their_cells, assert_readable, assert_within

NAME = "stride_comparison"
COMBINATIONS: tuple[dict[str, Any], ...] = (
    {},
    {"size": 8},
    {"size": 6, "padding": 1, "layout": "stacked"},
    {"size": (5, 9), "kernel": (2, 3), "strides": (2, 4)},
    {"kernel": 1, "strides": (3, 2)},
    {"size": 3, "strides": (1, 5)},
    {"size": 14},
    {"size": 1, "kernel": 2, "padding": (1, 2)},
)
each_combination = pytest.mark.parametrize("given", COMBINATIONS, ids=str)
SIZES = st.tuples(st.integers(1, 8), st.integers(1, 8))
KERNELS = st.tuples(st.integers(1, 3), st.integers(1, 3))
PADDINGS = st.tuples(st.integers(1, 2), st.integers(1, 2))


def outputs(drawing: Drawing) -> list[Grid]:
    return grids(drawing.frames[0].marks, "output-strong")


def inputs(drawing: Drawing) -> list[Grid]:
    return grids(drawing.frames[0].marks, "input-strong")


def both(given: dict[str, Any]) -> list[tuple[tuple[int, int], tuple[int, int], tuple[int, int], int]]:
    def two(name: str, usual: int) -> tuple[int, int]:
        value = given.get(name, usual)
        return value if isinstance(value, tuple) else (value, value)

    return [
        (two("size", 7), two("kernel", 3), two("padding", 0), stride)
        for stride in given.get("strides", (1, 2))
    ]


def dots_on(drawing: Drawing, grid: Grid) -> set[tuple[float, float]]:
    """(row, column) of the dots, in cells from the grid's corner, of those that lie on it or near it."""
    return {
        (round((dot.y - grid.y) / grid.cell, 6), round((dot.x - grid.x) / grid.cell, 6))
        for dot in drawing.frames[0].marks
        if isinstance(dot, Dot)
        if -2 * grid.cell <= dot.x - grid.x <= (grid.columns + 2) * grid.cell
        and -2 * grid.cell <= dot.y - grid.y <= (grid.rows + 2) * grid.cell
    }


@each_combination
def test_the_outputs_have_the_size_that_the_arithmetic_says(given: dict[str, Any]) -> None:
    drawing = drawn(NAME, **given)
    for grid, (size, kernel, padding, stride) in zip(outputs(drawing), both(given), strict=True):
        expected = [output_size(n, k, stride, p) for n, k, p in zip(size, kernel, padding, strict=True)]
        assert [grid.rows, grid.columns] == expected
        assert f"Output {expected[0]}×{expected[1]}" in labels(drawing.frames[0].marks)


@each_combination
def test_a_dot_marks_the_centre_of_every_window(given: dict[str, Any]) -> None:
    drawing = drawn(NAME, **given)
    for grid, (size, kernel, padding, stride) in zip(inputs(drawing), both(given), strict=True):
        padded = np.zeros([n + 2 * p for n, p in zip(size, padding, strict=True)])
        rows, columns = windows(padded, kernel, stride).shape[:2]
        expected = {
            (row * stride + kernel[0] / 2 - padding[0], column * stride + kernel[1] / 2 - padding[1])
            for row in range(rows)
            for column in range(columns)
        }
        assert expected <= dots_on(drawing, grid)


def test_first_window_and_its_two_neighbours_are_outlined() -> None:
    drawing = drawn(NAME, size=7, kernel=3, strides=(1, 2))
    grid = inputs(drawing)[1]
    places = [
        (round((box.y - grid.y) / grid.cell), round((box.x - grid.x) / grid.cell), box.dash is not None)
        for box in drawing.frames[0].marks
        if isinstance(box, Box) and box.stroke == "kernel-strong" and box.x >= grid.x
    ]
    assert sorted(places) == [(0, 0, False), (0, 2, True), (2, 0, True)]


def test_an_arrow_is_as_long_as_the_stride_less_two_dots() -> None:
    drawing = drawn(NAME)
    cell = inputs(drawing)[0].cell
    arrows = [m for m in drawing.frames[0].marks if isinstance(m, Line) and m.arrow]
    lengths = sorted(abs(b[0] - a[0]) + abs(b[1] - a[1]) for a, b in (arrow.points for arrow in arrows))
    assert len(lengths) == 4
    assert lengths[2] - lengths[0] == pytest.approx(cell)


@given(SIZES, KERNELS, PADDINGS, st.integers(1, 5))
def test_unused_is_what_no_window_holds(
    size: tuple[int, int], kernel: tuple[int, int], padding: tuple[int, int], stride: int
) -> None:
    s = Strided(size, kernel, padding, stride)
    seen = np.zeros(s.padded, bool)
    places = np.arange(seen.size).reshape(seen.shape).astype(np.float64)
    for index in windows(places, kernel, stride).ravel().astype(int):
        seen.ravel()[index] = True
    assert (s.unused == ~seen).all()
    rows, columns = s.rest
    if stride <= min(kernel):
        assert s.unused.sum() == seen.size - (seen.shape[0] - rows) * (seen.shape[1] - columns)


@pytest.mark.parametrize(
    ("given", "crosses", "sentence"),
    [
        ({}, 0, ""),
        ({"size": 8}, 15, "With stride 2, 15 cells are in no window: the last column and the last row."),
        ({"size": (7, 8)}, 7, "With stride 2, 7 cells are in no window: the last column."),
        ({"strides": (1, 4), "size": (9, 7)}, 27, "With stride 4, 27 cells are in no window."),
    ],
    ids=str,
)
def test_unused_cells_are_crossed_counted_and_named(
    given: dict[str, Any], crosses: int, sentence: str
) -> None:
    drawing = drawn(NAME, **given)
    lines = [m for m in drawing.frames[0].marks if isinstance(m, Line) and m.stroke == "muted"]
    assert len(lines) == 2 * crosses
    assert drawing.caption.endswith(sentence)
    assert drawing.alt.endswith(sentence)
    assert bool(crosses) == any("marked ×" in text for text in labels(drawing.frames[0].marks))


def test_the_sum_below_says_where_it_is_rounded() -> None:
    shown = labels(drawn(NAME, size=8, padding=1).frames[0].marks)
    assert "(8 + 2·1 − 3) / 1 + 1 = 8" in shown
    assert "(8 + 2·1 − 3) / 2 + 1 = 4.5, rounded down 4" in shown


@each_combination
@pytest.mark.parametrize("language", ["ko", "en"])
def test_everything_can_be_read(given: dict[str, Any], language: Any) -> None:
    drawing = drawn(NAME, language, **given)
    assert drawing.width == (360 if given.get("layout") == "stacked" else 700)
    for holds in (assert_within, assert_readable, assert_apart, assert_in_their_cells):
        holds(drawing)


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"size": 0}, "size is 0; it must be from 1 to 60"),
        ({"kernel": 8}, "a kernel of 8 with dilation 1 spans 8 cells, but the input of 7"),
        ({"strides": (1, 0)}, "strides is (1, 0); it must be from 1 to 60"),
        ({"padding": -1}, "padding is -1; it must be from 0 to 60"),
        ({"size": 10**9}, "size is 1000000000; it must be from 1 to 60"),
        ({"size": 40}, "lower size or padding, or raise strides"),
        ({"size": 20, "layout": "stacked"}, "or use layout='row'"),
    ],
    ids=str,
)
def test_what_cannot_be_is_refused_in_a_sentence(given: dict[str, Any], sentence: str) -> None:
    with pytest.raises(GeneratorError, match=re.escape(sentence)):
        drawn(NAME, **given)

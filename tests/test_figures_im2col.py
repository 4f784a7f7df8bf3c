"""The film of im2col: windows become rows, the convolution one product of matrices."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import numpy as np
import pytest

from generator.arithmetic import Array, convolve
from generator.errors import GeneratorError
from generator.scene import Box, Drawing, Frame, Grid, Label
from generator.words import LANGUAGES, Language
from tests.figure_drawing import drawn, grids, labels, numbers_in
from tests.legible import assert_apart, assert_in_their_cells, assert_readable, assert_within

NAME = "im2col"
WITH_NUMBERS: tuple[dict[str, Any], ...] = (
    {},
    {"size": 3, "channels": 2},
    {"size": 3, "batch": 2},
    {"size": (3, 4), "kernel": (2, 3), "padding": (1, 0), "stride": (2, 1)},
    {"size": 6, "kernel": 3},
    {"layout": "stacked"},
    {"size": 3, "channels": 2, "layout": "stacked"},
    {"drawing": "1 -2 0.5 / 3 4 5 / 6 7 8", "weights": "1 0 / 0 -1"},
    {"size": 1, "kernel": 1},
)
TO_SCALE: tuple[tuple[dict[str, Any], int, int], ...] = (
    ({"channels": 3, "size": 7, "kernel": 5}, 9, 75),
    ({"channels": 3, "size": 7, "kernel": 5, "batch": 10}, 90, 75),
    ({"channels": 3, "size": 7, "kernel": 5, "layout": "stacked"}, 9, 75),
    ({"size": 32, "kernel": 5}, 784, 25),
    ({"channels": 16, "size": (14, 12), "kernel": 5, "padding": (0, 1)}, 100, 400),
    ({"show": "shapes"}, 9, 4),
)
with_numbers = pytest.mark.parametrize("given", WITH_NUMBERS, ids=str)
to_scale = pytest.mark.parametrize(("given", "rows", "columns"), TO_SCALE, ids=str)


@cache
def _film(language: Language, given: tuple[tuple[str, Any], ...]) -> Drawing:
    return drawn(NAME, language, **dict(given))


def film(given: dict[str, Any], language: Language = "en") -> Drawing:
    """The figure with these parameters, drawn once for all tests."""
    return _film(language, tuple(given.items()))


def number(text: str) -> float:
    return float(text.replace("−", "-"))


def matrices(text: str) -> list[Array]:
    """The matrices that stand in square brackets."""
    found = re.findall(r"\[([^\]]*)\]", text)
    return [np.array([[number(text) for text in row.split()] for row in rows.split(" / ")]) for rows in found]


def pairs(given: dict[str, Any], name: str, usual: int) -> tuple[int, int]:
    value = given.get(name, usual)
    return value if isinstance(value, tuple) else (value, value)


def in_words(given: dict[str, Any]) -> tuple[list[Array], Array, list[Array], Array, Array, list[Array]]:
    """What the English alt text says: inputs, matrix, kernels, column, product, outputs."""
    channels, batch = given.get("channels", 1), given.get("batch", 1)
    found = iter(matrices(film(given).alt))
    images = [next(found) for _ in range(channels * batch)]
    matrix = next(found)
    kernels = [next(found) for _ in range(channels)]
    column, product = next(found), next(found)
    return images, matrix, kernels, column, product, list(found)


def grid_of(frame: Frame, rows: int, columns: int, role: str) -> Grid:
    return next(grid for grid in grids(frame.marks, role) if (grid.rows, grid.columns) == (rows, columns))


def bar(frame: Frame, role: str, line: float = 1.5) -> Box:
    """The first frame of a matrix or vector that is drawn to scale."""
    return next(m for m in frame.marks if isinstance(m, Box) and m.stroke == role and m.line == line)


@with_numbers
def test_input_kernel_and_output_in_words_belong_together(given: dict[str, Any]) -> None:
    images, _, kernels, _, _, outputs = in_words(given)
    channels = given.get("channels", 1)
    for sample, output in enumerate(outputs):
        planes = images[sample * channels : (sample + 1) * channels]
        stride, padding = pairs(given, "stride", 1), pairs(given, "padding", 0)
        expected = sum(convolve(p, k, stride, padding) for p, k in zip(planes, kernels, strict=True))
        np.testing.assert_allclose(output, expected, atol=0.005)
    assert len(outputs) == given.get("batch", 1)


@with_numbers
def test_the_product_in_words_is_matrix_times_column_and_folds_into_the_output(given: dict[str, Any]) -> None:
    _, matrix, kernels, column, product, outputs = in_words(given)
    assert column.ravel().tolist() == [value for kernel in kernels for value in kernel.ravel().tolist()]
    np.testing.assert_allclose(product.ravel(), matrix @ column.ravel(), atol=0.005)
    assert product.ravel().tolist() == [value for output in outputs for value in output.ravel().tolist()]


@with_numbers
def test_each_frame_has_the_rows_so_far(given: dict[str, Any]) -> None:
    _, matrix, _, _, product, _ = in_words(given)
    frames = film(given).frames
    assert len(frames) == len(matrix)
    for step, frame in enumerate(frames):
        grid = [g for g in grids(frame.marks, "input-strong") if (g.rows, g.columns) == matrix.shape][-1]
        shown = numbers_in(frame.marks, grid)
        known = [[number(text) for text in row] for row in shown[: step + 1]]
        np.testing.assert_allclose(known, matrix[: step + 1], atol=0.005)
        assert all(text == "" for row in shown[step + 1 :] for text in row)
        results = numbers_in(frame.marks, grid_of(frame, len(matrix), 1, "output-strong"))
        assert [number(row[0]) for row in results[: step + 1]] == product.ravel().tolist()[: step + 1]
        assert all(row == [""] for row in results[step + 1 :])


@with_numbers
def test_the_outlined_windows_hold_the_numbers_of_the_outlined_row(given: dict[str, Any]) -> None:
    channels = given.get("channels", 1)
    for frame in film(given).frames:
        outlined = [
            m for m in frame.marks if isinstance(m, Box) and m.stroke == "kernel-strong" and m.line == 3
        ]
        assert len(outlined) == channels + 1
        cell = grids(frame.marks, "kernel-strong")[0].cell
        inside = []
        for box in outlined:
            rows, columns = round(box.height / cell), round(box.width / cell)
            inside.append(numbers_in(frame.marks, Grid(box.x, box.y, rows, columns, cell, None)))
        *windows, row = inside
        assert [text for window in windows for line in window for text in line] == row[0]


@with_numbers
def test_a_line_writes_row_times_column_out(given: dict[str, Any]) -> None:
    _, matrix, _, column, product, _ = in_words(given)
    for frame, row, result in zip(film(given).frames, matrix, product.ravel(), strict=True):
        texts = labels(frame.marks)
        factors = [index for index, text in enumerate(texts) if re.match("×.", text)]
        assert [number(texts[index - 1]) for index in factors] == row.tolist()
        assert [number(texts[index].strip("×()")) for index in factors] == column.ravel().tolist()
        assert number(texts[texts.index("=", factors[-1]) + 1]) == result


def test_what_comes_from_the_padding_is_muted_in_the_matrix_too() -> None:
    marks = drawn(NAME, size=3, padding=1).frames[-1].marks
    grid = grid_of(drawn(NAME, size=3, padding=1).frames[-1], 16, 4, "input-strong")
    first = [m for m in marks if isinstance(m, Label) and 0 < m.y - grid.y < grid.cell]
    first = [m for m in first if 0 < m.x - grid.x < 4 * grid.cell]
    assert [mark.ink for mark in first] == ["muted", "muted", "muted", "ink"]


@to_scale
def test_large_shapes_are_drawn_to_scale_with_their_counts(
    given: dict[str, Any], rows: int, columns: int
) -> None:
    drawing = film(given)
    frame = drawing.frames[-1]
    shown = labels(frame.marks)
    assert {f"Matrix {rows}×{columns}", f"Kernel {columns}×1", f"Result {rows}×1"} <= set(shown)
    matrix = next(
        m
        for m in frame.marks
        if isinstance(m, Box)
        and (m.stroke, m.line) == ("input-strong", 1.5)
        and m.height / m.width == pytest.approx(rows / columns)
    )
    unit = matrix.width / columns
    heights = [round(m.height / unit, 3) for m in frame.marks if isinstance(m, Box) and m.line == 1.5]
    assert rows in heights
    assert columns in heights
    for text in (drawing.alt, drawing.caption):
        assert str(rows) in text
        assert str(columns) in text


@pytest.mark.parametrize(("batch", "rows"), [(1, 9), (10, 90)])
def test_the_counts_are_written_as_products(batch: int, rows: int) -> None:
    drawing = film({"channels": 3, "size": 7, "kernel": 5, "batch": batch})
    texts = labels(drawing.frames[-1].marks)
    assert f"rows: N·OH·OW = {batch}·3·3 = {rows}" in texts
    assert "columns: C·FH·FW = 3·5·5 = 75" in texts
    assert f"Input ({batch}, 3, 7, 7)" in texts
    assert f"Output ({batch}, 1, 3, 3)" in texts


def test_a_long_film_to_scale_shows_the_first_rows_and_the_last() -> None:
    drawing = film({"size": 32, "kernel": 5})
    assert len(drawing.frames) == 12
    assert "window (27, 27), 25 numbers → matrix row 783, from 0" in labels(drawing.frames[-1].marks)
    assert "window (0, 0), 25 numbers → matrix row 0, from 0" in labels(drawing.frames[0].marks)


def test_of_many_channels_the_first_and_the_last_are_drawn() -> None:
    texts = labels(film({"channels": 16, "size": (14, 12), "kernel": 5, "padding": (0, 1)}).frames[0].marks)
    assert [text for text in texts if "channel" in text] == ["channel 1", "channel 2", "channel 16"] * 2


@pytest.mark.parametrize("given", [*WITH_NUMBERS, *(given for given, _, _ in TO_SCALE)], ids=str)
def test_everything_can_be_read_in_every_frame(given: dict[str, Any]) -> None:
    for language in LANGUAGES:
        drawing = film(given, language)
        assert drawing.width == (360 if given.get("layout") == "stacked" else 700)
        for holds in (assert_within, assert_readable, assert_apart, assert_in_their_cells):
            holds(drawing)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("given", "rows", "columns"),
    [({"size": 6, "kernel": 3}, 16, 9), ({"size": 5}, 16, 4), ({"layout": "stacked"}, 9, 4)],
    ids=str,
)
def test_the_sizes_that_the_docstring_promises_have_numbers(
    given: dict[str, Any], rows: int, columns: int, language: Language
) -> None:
    drawing = drawn(NAME, language, show="numbers", **given)
    texts = [mark.text for mark in drawing.frames[-1].marks if isinstance(mark, Label)]
    assert any(text.endswith(f" {rows}×{columns}") for text in texts)
    # The matrix, the column that it gives, and the map that this is folded into.
    assert sum(text.isdigit() for text in texts) >= rows * columns + 2 * rows


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"size": 0}, "size is 0; it must be from 1 to 100"),
        ({"kernel": 0}, "kernel is 0; it must be from 1 to 100"),
        ({"kernel": 5}, "a kernel of 5 with dilation 1 spans 5 cells, but the input of 4"),
        ({"stride": 0}, "stride is 0; it must be from 1 to 100"),
        ({"channels": 10**9}, "channels is 1000000000; it must be from 1 to 512"),
        ({"batch": 0}, "batch is 0; it must be from 1 to 512"),
        ({"size": 100, "kernel": 1}, "the matrix would be 10000×1, too thin to be seen when drawn to scale"),
        ({"size": 7, "channels": 3, "kernel": 5, "show": "numbers"}, "the matrix would be 9×75"),
        ({"size": 5, "kernel": 4, "show": "numbers"}, "or use show='shapes'"),
        ({"drawing": "12345678 1 / 2 3"}, "the number 12345678 does not fit"),
        ({"drawing": "1 2 / 3 4", "channels": 2}, "channels is 2, but drawing has the numbers of one"),
        ({"drawing": "1 2 / 3 4", "batch": 2}, "batch is 2, but drawing has the numbers of one picture"),
        ({"weights": "1 2 / 3"}, "weights is '1 2 / 3'; its rows must have the same count of numbers"),
    ],
    ids=str,
)
def test_what_cannot_be_is_refused_in_a_sentence(given: dict[str, Any], sentence: str) -> None:
    with pytest.raises(GeneratorError, match=re.escape(sentence)):
        drawn(NAME, **given)


@pytest.mark.slow
def test_the_output_that_is_drawn_equals_keras() -> None:
    from keras import layers

    images, _, kernels, _, _, outputs = in_words({"size": 3, "channels": 2})
    layer = layers.Conv2D(1, 2, use_bias=False)
    layer.build((1, 3, 3, 2))
    layer.set_weights([np.stack(kernels, axis=-1)[..., None]])
    expected = np.asarray(layer(np.stack(images, axis=-1)[None]))[0, :, :, 0]
    np.testing.assert_allclose(outputs[0], expected, atol=0.005)

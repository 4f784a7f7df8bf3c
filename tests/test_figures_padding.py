"""Rings of zeros, how often cells take part, and where Keras puts zeros that cannot be symmetric."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.arithmetic import convolve, same_padding
from generator.errors import GeneratorError
from generator.layout import COLUMN
from generator.parts.arrangement import PHONE
from generator.parts.paddings.uneven import Axis
from generator.scene import Box, Drawing, Grid, Label, Line, Mark
from tests.figure_drawing import drawn, grids, inside, labels, numbers_in

THREE = ["11111", "00001", "01111", "00001", "11111"]


def _marks(drawing: Drawing) -> tuple[Mark, ...]:
    return drawing.frames[0].marks


def _dashed(marks: tuple[Mark, ...]) -> list[Grid]:
    return [mark for mark in marks if isinstance(mark, Grid) and mark.dash]


# padding_steps


def test_a_drawing_of_5_becomes_7_and_9() -> None:
    texts = labels(_marks(drawn("padding_steps")))
    assert [text for text in texts if "×" in text] == ["Drawing, 5×5", "Padding 1, 7×7", "Padding 2, 9×9"]
    assert "24 zeros more: 49 cells" in texts
    assert "32 zeros more: 81 cells" in texts


def test_every_step_holds_the_drawing_in_the_middle_of_zeros() -> None:
    marks = _marks(drawn("padding_steps"))
    for ring, grid in enumerate(_dashed(marks), start=1):
        numbers = np.array(numbers_in(marks, grid))
        assert np.array_equal(
            numbers, np.pad(np.array([list(row) for row in THREE]), ring, constant_values="0")
        )


def test_the_zeros_of_the_last_round_are_the_bold_ones() -> None:
    marks = _marks(drawn("padding_steps"))
    for grid in _dashed(marks):
        zeros = [
            mark for mark in marks if isinstance(mark, Label) and mark.text == "0" and inside(mark, grid)
        ]
        for zero in zeros:
            row, column = (zero.y - grid.y) // grid.cell, (zero.x - grid.x) // grid.cell
            newest = row in (0, grid.rows - 1) or column in (0, grid.columns - 1)
            assert (zero.weight == "bold", zero.ink == "ink") == (newest, newest)


def test_a_round_may_pad_rows_and_columns_differently() -> None:
    drawing = drawn("padding_steps", padding=(0, 2), rounds=1)
    assert "Padding (0, 2), 5×9" in labels(_marks(drawing))
    assert drawing.caption.endswith("5×5 → 5×9.")


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"rounds": 0}, "rounds is 0; it must be from 1"),
        ({"rounds": 10**9}, "rounds is 1000000000"),
        ({"rounds": 5}, "lower rounds"),
        ({"padding": 0}, "padding is 0"),
        ({"padding": (1, -1)}, "padding is"),
        ({"drawing": "nine"}, "drawing is 'nine'"),
        ({"drawing": " / ".join("1" * 60), "layout": "stacked"}, r"px high; lower rounds"),
    ],
)
def test_steps_that_cannot_be_are_refused(given: dict[str, object], message: str) -> None:
    with pytest.raises(GeneratorError, match=message.replace("(", r"\(")):
        drawn("padding_steps", **given)


# padding_participation


def _counts(**given: object) -> list[list[list[str]]]:
    marks = _marks(drawn("padding_participation", **given))
    return [numbers_in(marks, grid) for grid in grids(marks, "input-strong")]


def test_every_cell_holds_how_many_windows_use_it() -> None:
    without, padded = _counts()
    assert without == [list("1221"), list("2442"), list("2442"), list("1221")]
    assert padded == [list("4664"), list("6996"), list("6996"), list("4664")]


def test_the_ratio_of_middle_to_corner_falls_from_4_to_1_to_9_to_4() -> None:
    drawing = drawn("padding_participation")
    assert {"middle 4 : corner 1", "middle 9 : corner 4"} <= set(labels(_marks(drawing)))
    assert "used 4 times as often" in drawing.caption
    assert "with padding 1, 2.25 times" in drawing.caption


@pytest.mark.parametrize(
    "given",
    [
        {"size": 6, "kernel": 3, "padding": 2},
        {"size": (4, 7), "kernel": (2, 3), "padding": (1, 0), "layout": "stacked"},
        {"size": 6, "kernel": 3, "stride": 2},
        {"size": 5, "kernel": 1, "stride": (2, 3)},
    ],
)
def test_the_counts_are_slopes_of_a_sum_over_windows(given: dict[str, object]) -> None:
    def pair(value: object) -> tuple[int, int]:
        return value if isinstance(value, tuple) else (value, value)

    size, kernel = pair(given["size"]), pair(given["kernel"])
    stride, ring = pair(given.get("stride", 1)), pair(given.get("padding", 1))
    for found, padding in zip(_counts(**given), ((0, 0), ring), strict=True):
        for cell in np.ndindex(*size):
            image = np.zeros(size)
            image[cell] = 1
            slope = convolve(image, np.ones(kernel), stride, padding).sum()
            assert found[cell[0]][cell[1]] == f"{slope:.0f}"


def test_cells_that_are_used_more_stand_on_a_stronger_ground() -> None:
    from generator.scene import Area

    marks = _marks(drawn("padding_participation"))
    grid = grids(marks, "input-strong")[0]
    shades = [mark for mark in marks if isinstance(mark, Area)][:16]
    numbers = [int(text) for row in numbers_in(marks, grid) for text in row]
    assert [shade.opacity for shade in shades] == pytest.approx([0.34 * n / 4 for n in numbers], abs=0.001)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"padding": 0}, "padding is 0; the figure compares it with none"),
        ({"kernel": 5}, "kernel is 5; without padding at most 4 fits"),
        ({"size": 10**12}, "size is 1000000000000"),
        ({"size": 20}, "lower size"),
        ({"stride": 0}, "stride is 0"),
    ],
)
def test_a_participation_that_cannot_be_is_refused(given: dict[str, object], message: str) -> None:
    with pytest.raises(GeneratorError, match=message):
        drawn("padding_participation", **given)


# padding_same


def _windows(marks: tuple[Mark, ...], left: float, right: float) -> list[Box]:
    return [
        mark
        for mark in marks
        if isinstance(mark, Box) and mark.stroke == "kernel-strong" and left <= mark.x < right
    ]


def _inputs(drawing: Drawing) -> list[tuple[Grid, list[Box]]]:
    """Of each panel: the input's grid, and the windows' outlines over it."""
    marks = _marks(drawing)
    first, second = grids(marks, "input-strong")
    between = next(mark.x for mark in marks if isinstance(mark, Label) and mark.text in ("=", "≠"))
    return [(first, _windows(marks, 0, between)), (second, _windows(marks, between, drawing.width))]


def _real_cells(grid: Grid, window: Box) -> int:
    """How many of the input's own cells a window covers."""

    def shared(begin: float, size: float, low: float, cells: int) -> int:
        edges = [round((edge - low) / grid.cell) for edge in (begin, begin + size)]
        return max(min(edges[1], cells) - max(edges[0], 0), 0)

    down = shared(window.y, window.height, grid.y, grid.rows)
    return down * shared(window.x, window.width, grid.x, grid.columns)


def test_keras_pads_only_right_and_bottom_where_one_row_of_zeros_is_missing() -> None:
    drawing = drawn("padding_same")
    texts = labels(_marks(drawing))
    assert "zeros: top 0, bottom 1, left 0, right 1" in texts
    assert "zeros: top 1, bottom 1, left 1, right 1" in texts
    (keras, _), (symmetric, _) = _inputs(drawing)
    ring, around = _dashed(_marks(drawing))
    assert (keras.x, keras.y) == (ring.x, ring.y)
    assert (ring.rows, ring.columns) == (6, 6)
    assert (symmetric.x - around.x, symmetric.y - around.y) == (around.cell, around.cell)
    assert (around.rows, around.columns) == (7, 7)


def test_zeros_stand_in_the_padding_and_nowhere_else() -> None:
    marks = _marks(drawn("padding_same", size=(5, 8), kernel=(2, 3), stride=(2, 3)))
    for ring, grid in zip(_dashed(marks), grids(marks, "input-strong"), strict=True):
        zeros = numbers_in(marks, ring)
        own = numbers_in(marks, grid)
        assert sum(text == "0" for row in zeros for text in row) == ring.rows * ring.columns - (
            grid.rows * grid.columns
        )
        assert not any(text for row in own for text in row)


CASES = [
    {"size": 5, "kernel": 2, "stride": 2},
    {"size": 7, "kernel": 3, "stride": 3},
    {"size": (5, 8), "kernel": (2, 3), "stride": (2, 3)},
    {"size": 6, "kernel": 1, "stride": 4},
    {"size": (3, 4), "kernel": (2, 2), "stride": (2, 3)},
]


@pytest.mark.slow
@pytest.mark.parametrize("given", CASES)
def test_the_windows_of_same_cover_the_cells_that_keras_covers(given: dict[str, object]) -> None:
    import keras

    rows, columns = given["size"] if isinstance(given["size"], tuple) else (given["size"],) * 2
    layer = keras.layers.Conv2D(
        1, given["kernel"], given["stride"], "same", use_bias=False, kernel_initializer="ones"
    )
    covered = np.asarray(layer(np.ones((1, rows, columns, 1), np.float32)))[0, :, :, 0]
    (grid, windows), _ = _inputs(drawn("padding_same", **given))
    assert [_real_cells(grid, window) for window in windows] == covered.ravel().tolist()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("size", "kernel", "stride"), [(6, 3, 2), (7, 4, 1), (5, 4, 3), (2, 5, 1), (9, 2, 5)]
)
def test_keras_windows_begin_where_the_figure_says(size: int, kernel: int, stride: int) -> None:
    import keras

    axis = Axis(size, kernel, stride, *same_padding(size, kernel, stride))
    layer = keras.layers.Conv1D(1, kernel, stride, "same", use_bias=False)
    layer.build((1, size, 1))
    # Powers of two tell which cell of the input meets which weight.
    layer.set_weights([2.0 ** np.arange(kernel).reshape(kernel, 1, 1)])
    for cell in range(size):
        one = np.zeros((1, size, 1), np.float32)
        one[0, cell] = 1
        weights = [2.0 ** (cell - start) if 0 <= cell - start < kernel else 0 for start in axis.starts]
        assert np.asarray(layer(one))[0, :, 0].tolist() == weights


@pytest.mark.parametrize("given", CASES)
def test_the_windows_of_symmetric_padding_are_those_of_the_arithmetic(given: dict[str, object]) -> None:
    def pair(value: object) -> tuple[int, int]:
        return value if isinstance(value, tuple) else (value, value)

    size, kernel, stride = (pair(given[name]) for name in ("size", "kernel", "stride"))
    ring = tuple(same_padding(*axis)[1] for axis in zip(size, kernel, stride, strict=True))
    covered = convolve(np.ones(size), np.ones(kernel), stride, (ring[0], ring[1]))
    drawing = drawn("padding_same", **given)
    _, (grid, windows) = _inputs(drawing)
    assert [_real_cells(grid, window) for window in windows] == covered.ravel().tolist()
    assert f"→ {covered.shape[0]}×{covered.shape[1]}" in " ".join(labels(_marks(drawing)))


@given(st.integers(1, 30), st.integers(1, 9), st.integers(1, 9))
def test_the_output_of_same_is_the_input_by_the_stride_rounded_up(
    size: int, kernel: int, stride: int
) -> None:
    axis = Axis(size, kernel, stride, *same_padding(size, kernel, stride))
    assert axis.places == len(axis.starts) == -(-size // stride)
    assert 0 <= axis.after - axis.before <= 1
    seen = {start + tap + axis.before for start in axis.starts for tap in range(kernel)}
    assert max(seen) + 1 + axis.unseen == axis.padded


def test_overlapping_windows_are_bars_beside_the_grid() -> None:
    marks = _marks(drawn("padding_same", size=6, kernel=3, stride=2))
    grid = grids(marks, "input-strong")[0]
    bars = [mark for mark in marks if isinstance(mark, Line) and mark.stroke == "kernel-strong"]
    across = [bar.points for bar in bars if bar.points[0][1] == bar.points[1][1]][:3]
    assert [round((begin[0] - grid.x) / grid.cell) for begin, _ in across] == [0, 2, 4]
    assert [round((end[0] - grid.x) / grid.cell) for _, end in across] == [3, 5, 7]
    lanes = [begin[1] for begin, _ in across]
    assert lanes[0] == lanes[2] != lanes[1]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, "only at the bottom and at the right: the output is 3×3 as with symmetric padding=1"),
        ({"size": (5, 4)}, "only at the bottom: "),
        ({"size": 4, "stride": 1}, "the output is 4×4; with symmetric padding=1 it would be 5×5"),
        ({"size": 4, "kernel": 4, "stride": 1}, 'Keras\' "same" puts the extra zeros at the bottom'),
        ({"size": 5, "kernel": 3, "stride": 1}, '"same" is symmetric padding=1'),
        ({"size": 4}, "adds no zeros"),
    ],
)
def test_the_caption_compares_keras_with_symmetric_padding(given: dict[str, object], words: str) -> None:
    assert words in drawn("padding_same", **given).caption


def test_rows_and_columns_between_windows_are_counted_as_never_seen() -> None:
    # Windows of one cell in rows 0, 3 and 6 of seven, and in columns 0 and 2 of four.
    alt = drawn("padding_same", size=(7, 4), kernel=1, stride=(3, 2)).alt
    assert "never seen: 4 rows, 2 columns" in alt


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"size": 0}, "size is 0"),
        ({"kernel": 10**12}, "kernel is"),
        ({"stride": (1, 0)}, r"stride is \(1, 0\)"),
        ({"size": 20, "stride": 1}, "lower size or kernel"),
    ],
)
def test_a_same_that_cannot_be_is_refused(given: dict[str, object], message: str) -> None:
    with pytest.raises(GeneratorError, match=message):
        drawn("padding_same", **given)


# all three


@pytest.mark.parametrize("name", ["padding_steps", "padding_participation", "padding_same"])
def test_stacked_they_are_as_wide_as_a_phone(name: str) -> None:
    row, stacked = drawn(name), drawn(name, layout="stacked")
    assert (row.width, stacked.width) == (COLUMN, PHONE)
    assert stacked.height > row.height
    assert (row.alt, row.caption) == (stacked.alt, stacked.caption)

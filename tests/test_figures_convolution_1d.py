"""A dense unit beside a kernel that slides: weights, sums and counts, read from the marks."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from generator.errors import GeneratorError
from generator.parts.convolutions.one_dimension import one_dimension
from generator.scene import Box, Drawing, Grid, Line
from tests.figure_drawing import drawn, grids, labels, numbers_in

Numbers = NDArray[np.float64]

SOME: tuple[dict[str, Any], ...] = (
    {},
    {"stride": 2, "position": 3},
    {"inputs": 7, "kernel": 2, "stride": 3, "seed": 3},
    {"inputs": 5, "kernel": 5},
    {"inputs": 20, "kernel": 1, "layout": "stacked"},
)
for_some = pytest.mark.parametrize("p", SOME, ids=str)


def columns(drawing: Drawing, frame: str) -> list[Numbers]:
    """The numbers of all columns with a frame in that role."""
    marks = drawing.frames[0].marks
    tables = (numbers_in(marks, grid) for grid in grids(marks, frame))
    return [np.array([float(row[0].replace("−", "-")) for row in table]) for table in tables]


def numbers(drawing: Drawing) -> tuple[Numbers, Numbers, float, Numbers, Numbers]:
    """Inputs, the dense unit's weights and sum, the kernel, and the convolution's outputs."""
    left, right = columns(drawing, "input-strong")
    np.testing.assert_array_equal(left, right)
    dense, kernel = columns(drawing, "kernel-strong")
    unit, *outputs = columns(drawing, "output-strong")
    return left, dense, unit.item(), kernel, np.concatenate(outputs)


@for_some
def test_the_dense_unit_uses_every_input_and_the_kernel_a_window_of_them(p: dict[str, Any]) -> None:
    inputs, dense, unit, kernel, outputs = numbers(drawn("convolution_1d", **p))
    assert dense.size == inputs.size
    assert unit == sum(x * w for x, w in zip(inputs, dense, strict=True))
    stride = p.get("stride", 1)
    for index, output in enumerate(outputs):
        assert output == sum(inputs[index * stride + i] * kernel[i] for i in range(kernel.size))
    assert (outputs.size - 1) * stride + kernel.size <= inputs.size < outputs.size * stride + kernel.size


def test_ten_inputs_and_a_kernel_of_three_give_eight_outputs() -> None:
    inputs, dense, _, kernel, outputs = numbers(drawn("convolution_1d"))
    assert (inputs.size, dense.size, kernel.size, outputs.size) == (10, 10, 3, 8)
    assert "입력 10 − 커널 3 + 1 = 출력 8" in labels(drawn("convolution_1d", "ko").frames[0].marks)
    assert "inputs 10 − kernel 3 + 1 = outputs 8" in labels(drawn("convolution_1d").frames[0].marks)


def test_a_stride_that_leaves_inputs_over_says_so() -> None:
    drawing = drawn("convolution_1d", stride=2)
    assert "(10 − 3) / 2 + 1 = 4.5, rounded down 4" in labels(drawing.frames[0].marks)
    assert "No window takes in the last input." in drawing.caption
    assert "not used" not in drawn("convolution_1d", inputs=9, stride=2).caption


@for_some
def test_one_connection_for_each_weight_ends_at_the_unit_that_it_feeds(p: dict[str, Any]) -> None:
    drawing = drawn("convolution_1d", **p)
    marks = drawing.frames[0].marks
    _, dense, _, kernel, _ = numbers(drawing)
    lines = [m for m in marks if isinstance(m, Line) and m.stroke == "kernel-strong" and not m.arrow]
    assert len(lines) == dense.size + kernel.size
    chosen = [m for m in marks if isinstance(m, Box) and m.stroke == "output-strong"]
    ends = [(box.x, box.y + box.height / 2) for box in chosen]
    assert {line.points[1] for line in lines} == set(ends)
    assert sum(line.points[1] == ends[1] for line in lines) == kernel.size


@pytest.mark.parametrize(("position", "stride"), [(0, 1), (2, 1), (3, 2)])
def test_the_window_the_kernel_and_the_output_stand_at_the_position(position: int, stride: int) -> None:
    marks = drawn("convolution_1d", position=position, stride=stride).frames[0].marks
    column: Grid = grids(marks, "input-strong")[1]
    window = next(m for m in marks if isinstance(m, Box) and m.stroke == "kernel-strong")
    kernel: Grid = grids(marks, "kernel-strong")[1]
    chosen = [m for m in marks if isinstance(m, Box) and m.stroke == "output-strong"][1]
    assert window.y - column.y == position * stride * column.cell
    assert kernel.y == window.y
    assert chosen.y + chosen.height / 2 == window.y + window.height / 2


@for_some
def test_a_listener_could_redraw_it(p: dict[str, Any]) -> None:
    drawing = drawn("convolution_1d", **p)
    inputs, dense, unit, kernel, outputs = numbers(drawing)
    told = [
        [float(word.replace("−", "-")) for word in found.split()]
        for found in re.findall(r"\[([^\]]*)\]", drawing.alt)
    ]
    assert told == [inputs.tolist(), dense.tolist(), kernel.tolist(), outputs.tolist()]
    assert f"sums up to {unit:g}".replace("-", "−") in drawing.alt


@settings(max_examples=60)
@given(kernel=st.integers(1, 12), more=st.integers(0, 28), stride=st.integers(1, 9), seed=st.integers(0, 99))
def test_inputs_left_over_are_those_that_no_window_reaches(
    kernel: int, more: int, stride: int, seed: int
) -> None:
    o = one_dimension(kernel + more, kernel, stride, 0, seed)
    reached = max(index * stride + kernel for index in range(o.outputs.size))
    assert o.left_over == kernel + more - reached
    assert not (o.kernel == 0).any()
    assert not (o.dense == 0).any()


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"inputs": 0}, "inputs is 0; it must be from 1 to 40"),
        ({"inputs": 10**9}, "inputs is 1000000000; it must be from 1 to 40"),
        ({"kernel": 11}, "a kernel of 11 with dilation 1 spans 11 cells, but the input of 10"),
        ({"stride": 0}, "stride is 0; it must be from 1 to 40"),
        ({"position": 8}, "position is 8; it must be from 0 to 7"),
        ({"position": -1}, "position is -1; it must be from 0 to 7"),
    ],
    ids=str,
)
def test_what_cannot_be_is_refused_in_a_sentence(given: dict[str, Any], sentence: str) -> None:
    with pytest.raises(GeneratorError, match=re.escape(sentence)):
        drawn("convolution_1d", **given)


@pytest.mark.slow
@for_some
def test_both_sides_equal_keras(p: dict[str, Any]) -> None:
    from keras import layers

    inputs, dense, unit, kernel, outputs = numbers(drawn("convolution_1d", **p))
    one = layers.Dense(1, use_bias=False)
    one.build((1, inputs.size))
    one.set_weights([dense[:, None]])
    sliding = layers.Conv1D(1, kernel.size, p.get("stride", 1), use_bias=False)
    sliding.build((1, inputs.size, 1))
    sliding.set_weights([kernel[:, None, None]])
    assert np.asarray(one(inputs[None])).item() == unit
    np.testing.assert_array_equal(np.asarray(sliding(inputs[None, :, None]))[0, :, 0], outputs)

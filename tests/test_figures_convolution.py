"""The film of a convolution: its frames, its sums, its numbers."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import pytest

from generator.arithmetic import convolve
from generator.errors import GeneratorError
from generator.parts.convolutions.convolving import convolution_of
from generator.parts.drawings import rows_of_numbers
from generator.scene import Box, Drawing, Frame, Label
from tests.drawn import drawn, words

COMBINATIONS: tuple[dict[str, Any], ...] = (
    {},
    {"stride": 2},
    {"padding": 1},
    {"dilation": 2},
    {"size": (4, 6), "kernel": (2, 3)},
    {"stride": (2, 1), "padding": (0, 1), "dilation": (1, 2)},
    {"bias": 1.5, "seed": 3},
    {"drawing": "5", "weights": "-1 0 1 / -2 0 2 / -1 0 1"},
)
DEFAULTS: dict[str, Any] = {
    "size": 5,
    "kernel": 3,
    "stride": 1,
    "padding": 0,
    "dilation": 1,
    "bias": 0.0,
    "drawing": None,
    "weights": None,
    "seed": 0,
}


def number(text: str) -> float:
    return float(text.replace("−", "-"))


def texts(frame: Frame) -> list[str]:
    return [mark.text for mark in frame.marks if isinstance(mark, Label)]


def counter(frame: Frame) -> str:
    """Which step of how many, as the last words of a frame say it."""
    found = re.search(r"(\d+)\s*/(\d+)$", " ".join(texts(frame)))
    assert found
    return f"{found[1]}/{found[2]}"


def matrices(drawing: Drawing) -> list[np.ndarray[Any, np.dtype[np.float64]]]:
    """The matrices of the English alt text in the order of its sentence: kernel, input, output."""
    return [rows_of_numbers(found.replace("−", "-")) for found in re.findall(r"\[([^\]]*)\]", drawing.alt)]


@pytest.mark.parametrize("given", COMBINATIONS, ids=str)
def test_alt_text_carries_input_kernel_and_output_that_belong_together(given: dict[str, Any]) -> None:
    p = DEFAULTS | given
    kernel, image, output = matrices(drawn("convolution", "en", **given))
    expected = convolve(image, kernel, p["stride"], p["padding"], p["dilation"], p["bias"])
    np.testing.assert_allclose(output, expected, atol=0.005)


@pytest.mark.parametrize("given", COMBINATIONS, ids=str)
def test_each_frame_writes_out_the_sum_of_its_step(given: dict[str, Any]) -> None:
    drawing = drawn("convolution", "en", **given)
    output = convolution_of(**(DEFAULTS | given)).output
    assert len(drawing.frames) == output.size
    for frame, expected in zip(drawing.frames, output.ravel().tolist(), strict=True):
        line = texts(frame)
        factors = [index for index, text in enumerate(line) if re.match("×.", text)]
        products = [number(line[index - 1]) * number(line[index].strip("×()")) for index in factors]
        bias = (DEFAULTS | given)["bias"]
        result = number(line[line.index("=", factors[-1]) + 1])
        assert result == pytest.approx(expected, abs=0.005)
        assert sum(products) + bias == pytest.approx(result, abs=0.005)


@pytest.mark.parametrize("given", COMBINATIONS, ids=str)
def test_the_output_fills_up_cell_by_cell(given: dict[str, Any]) -> None:
    drawing = drawn("convolution", **given)
    filled = [
        sum(isinstance(m, Box) and m.fill == "output-tint" for m in frame.marks) for frame in drawing.frames
    ]
    assert filled == list(range(1, len(filled) + 1))
    total = len(drawing.frames)
    assert [counter(frame) for frame in drawing.frames] == [f"{step}/{total}" for step in range(1, total + 1)]


def test_the_window_moves_in_reading_order_by_the_stride() -> None:
    drawing = drawn("convolution", size=6, kernel=2, stride=2)
    windows = [
        next(m for m in frame.marks if isinstance(m, Box) and m.stroke == "kernel-strong" and m.line == 3)
        for frame in drawing.frames
    ]
    cell = windows[0].width / 2
    places = [((w.x - windows[0].x) / cell, (w.y - windows[0].y) / cell) for w in windows]
    assert places == [(x, y) for y in (0, 2, 4) for x in (0, 2, 4)]


def test_titles_carry_the_sizes() -> None:
    found = words(drawn("convolution", "en", size=(4, 6), kernel=(2, 3)))
    assert {"Input 4×6", "Kernel 2×3", "Output 3×4"} <= set(found)


def test_a_larger_input_leaves_the_kernel_as_it_is() -> None:
    kernels = [matrices(drawn("convolution", "en", size=size))[0].tolist() for size in (4, 5, 6)]
    assert kernels[0] == kernels[1] == kernels[2]


def test_settings_that_are_not_the_usual_ones_are_in_the_caption() -> None:
    caption = drawn("convolution", "en", stride=2, padding=1).caption
    assert "stride 2, padding 1" in caption
    assert "bias" not in caption


def test_a_long_film_has_60_frames_at_most_and_ends_complete() -> None:
    drawing = drawn("convolution", size=9, kernel=1)
    assert len(drawing.frames) <= 60
    assert counter(drawing.frames[-1]) == "81/81"


def test_a_sum_that_two_decimals_do_not_write_is_about_what_is_written() -> None:
    # 0.25 times 0.25 is 0.0625, and 2 times 0.25 is 0.5.
    drawing = drawn("convolution", drawing="0.25 2", weights="0.25")
    first, second = (
        [mark.text for mark in frame.marks if isinstance(mark, Label)] for frame in drawing.frames
    )
    assert first[first.index("≈") + 1] == "0.06"
    assert second[second.index("=", second.index("×0.25")) + 1] == "0.5"
    assert "0.25×0.25 ≈ 0.06" in drawing.alt


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"kernel": 6}, "a kernel of 6 with dilation 1 spans 6 cells, but the input of 5"),
        ({"stride": 0}, "stride is 0; it must be at least 1"),
        ({"padding": -1}, "padding is -1; it must not be negative"),
        ({"size": 0}, "size is 0; it must be from 1 to 100"),
        ({"kernel": 0}, "kernel is 0; it must be from 1 to 100"),
        ({"dilation": 0}, "dilation is 0; it must be at least 1"),
        ({"drawing": "cat"}, "drawing is 'cat'; it takes one of"),
        ({"weights": "1 2 / 3"}, "weights is '1 2 / 3'; its rows must have the same count of numbers"),
        ({"size": 30}, "a page has 700; lower size, kernel or padding"),
        ({"bias": 1e300}, "does not fit"),
        ({"bias": 0.125}, "bias is 0.125; it may have two decimals"),
        ({"drawing": ""}, "drawing is ''; its rows must have the same count of numbers"),
        ({"weights": ""}, "weights is ''; its rows must have the same count of numbers"),
    ],
    ids=str,
)
def test_what_cannot_be_is_refused_in_a_sentence(given: dict[str, Any], sentence: str) -> None:
    with pytest.raises(GeneratorError, match=re.escape(sentence)):
        drawn("convolution", **given)


@pytest.mark.slow
@pytest.mark.parametrize(
    "given", [c for c in COMBINATIONS if "dilation" not in c or "stride" not in c], ids=str
)
def test_the_output_that_is_drawn_equals_keras(given: dict[str, Any]) -> None:
    from keras import layers

    p = DEFAULTS | given
    kernel, image, output = matrices(drawn("convolution", "en", **given))
    layer = layers.Conv2D(1, kernel.shape, p["stride"], "valid", dilation_rate=p["dilation"])
    padding = p["padding"] if isinstance(p["padding"], tuple) else (p["padding"],) * 2
    padded = np.pad(image, [(padding[0],) * 2, (padding[1],) * 2])[None, :, :, None]
    layer.build(padded.shape)
    layer.set_weights([kernel[:, :, None, None], np.array([p["bias"]])])
    np.testing.assert_allclose(output, np.asarray(layer(padded))[0, :, :, 0], atol=0.005)

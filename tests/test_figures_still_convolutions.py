"""The still partners of the convolution film: one step enlarged, and the equation of three matrices."""

from __future__ import annotations

import numpy as np
import pytest

from generator.errors import GeneratorError
from generator.parts.convolutions.convolving import convolution_of
from generator.parts.convolutions.products_line import products_line
from generator.scene import Line
from tests.figure_drawing import drawn, grids, labels, numbers_in

IMAGE = "1 2 0 / 0 1 3 / 2 1 1"
WEIGHTS = "1 0 / 2 -1"
HAND = {"drawing": IMAGE, "weights": WEIGHTS}


def test_the_products_of_a_step_are_patch_times_kernel_by_hand() -> None:
    marks = drawn("convolution_step", row=0, column=1, **HAND).frames[0].marks
    (products,) = grids(marks, "muted")
    assert numbers_in(marks, products) == [["2", "0"], ["2", "−3"]]


def test_the_sum_stands_in_its_cell_of_the_output() -> None:
    marks = drawn("convolution_step", row=0, column=1, bias=4, **HAND).frames[0].marks
    output = grids(marks, "output-strong")[0]
    assert numbers_in(marks, output) == [["", "5"], ["", ""]]
    assert "".join(labels(marks)).endswith("2+0+2+(−3)+4=5")


@pytest.mark.parametrize("kernel", [1, 2, 3, 4, 5, (2, 4)])
@pytest.mark.parametrize("padding", [0, 2])
def test_the_line_of_products_sums_up_to_the_output(kernel: int | tuple[int, int], padding: int) -> None:
    c = convolution_of(6, kernel, 1, padding, 1, -3, None, None, 5)
    texts = [mark.text.strip("()") for mark in products_line(c, 1, 1).marks]  # type: ignore[union-attr]
    terms = [float(text.replace("−", "-")) for text in texts if text not in "+="]
    assert sum(terms[:-1]) == terms[-1] == c.output[1, 1]
    assert len(terms) == c.weights.size + 2


def test_a_step_outside_the_output_is_refused_with_what_is_possible() -> None:
    with pytest.raises(GeneratorError, match="output is 3×3, so rows are 0 to 2 and columns 0 to 2"):
        drawn("convolution_step", row=3)


@pytest.mark.parametrize(
    "given",
    [
        {"size": 7, "padding": 1, "stride": 2, "row": 3, "column": 0},
        {"size": 7, "padding": 1, "row": 6, "column": 6},
        {"kernel": 5, "size": 9, "row": 4, "column": 4},
        {"kernel": 2, "size": 6, "dilation": 3, "row": 1, "column": 2},
        {"size": 1, "kernel": 1},
        {"size": (3, 9), "kernel": (1, 3), "column": 5},
    ],
)
def test_a_step_fits_a_page_wherever_it_is(given: dict[str, object]) -> None:
    assert drawn("convolution_step", **given).width == 700


def _written_matrices(alt: str) -> list[np.ndarray]:
    parts = [part.split("]")[0] for part in alt.split("[")[1:]]
    return [np.array([row.split() for row in part.replace("−", "-").split("/")], float) for part in parts]


@pytest.mark.slow
@pytest.mark.parametrize("stride", [1, 2, (1, 2)])
@pytest.mark.parametrize("padding", [0, 1])
@pytest.mark.parametrize("dilation", [1, 2])
def test_the_equation_equals_keras(stride: int | tuple[int, int], padding: int, dilation: int) -> None:
    import keras

    if stride != 1 and dilation != 1:
        return  # TensorFlow has no such layer.
    drawing = drawn(
        "convolution_equation", size=6, stride=stride, padding=padding, dilation=dilation, bias=-2
    )
    image, weights, output = _written_matrices(drawing.alt)
    layer = keras.layers.Conv2D(1, weights.shape, stride, dilation_rate=dilation)
    padded = np.pad(image, padding)[None, :, :, None].astype(np.float32)
    layer.build(padded.shape)
    layer.set_weights([weights[:, :, None, None], np.array([-2.0])])
    np.testing.assert_allclose(np.asarray(layer(padded))[0, :, :, 0], output, rtol=1e-5)


def test_the_equation_by_hand() -> None:
    assert _written_matrices(drawn("convolution_equation", **HAND).alt)[2].tolist() == [[0, 1], [3, 2]]


def test_every_matrix_stands_between_two_brackets_in_its_role() -> None:
    marks = drawn("convolution_equation").frames[0].marks
    strokes = [mark.stroke for mark in marks if isinstance(mark, Line)]
    assert strokes == [role for role in ("input-strong", "kernel-strong", "output-strong") for _ in range(2)]


@pytest.mark.parametrize("bias", [0, -12])
@pytest.mark.parametrize("size", range(3, 11))
def test_an_equation_fits_a_page_or_says_what_to_lower(size: int, bias: int) -> None:
    try:
        drawing = drawn("convolution_equation", size=size, bias=bias)
    except GeneratorError as error:
        assert size >= 9
        assert "lower" in str(error)
    else:
        assert drawing.width == 700


@pytest.mark.parametrize("name", ["convolution_step", "convolution_equation"])
@pytest.mark.parametrize("given", [{"size": 2}, {"stride": 0}, {"padding": -1}, {"weights": "1 x"}])
def test_a_convolution_that_cannot_be_is_refused(name: str, given: dict[str, object]) -> None:
    with pytest.raises(GeneratorError):
        drawn(name, **given)


@pytest.mark.parametrize("name", ["convolution_step", "convolution_equation"])
@pytest.mark.parametrize("given", [{}, {"stride": 2, "padding": 1, "bias": 1}])
def test_words_about_a_convolution_come_in_both_languages(name: str, given: dict[str, object]) -> None:
    korean, english = drawn(name, "ko", **given), drawn(name, "en", **given)
    assert korean.caption.endswith("다.") and "(으)로" not in korean.caption + korean.alt
    for words in (english.alt, english.caption):
        assert not any("가" <= character <= "힣" for character in words)

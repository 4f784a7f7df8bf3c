"""How many numbers a layer takes in or learns, as posts write it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import GeneratorError
from generator.networks import NETWORKS, output_shapes, parameter_counts
from generator.unrolled import im2col
from generator.writing.portable import portable
from generator.writing.tex_shapes import affine_parameters, flattened, im2col_rule, im2col_size


def results(tex: str) -> list[int]:
    """The last number of each line."""
    lines = tex.replace("{,}", "").replace(r"\end{aligned}", "").split(r"\cr")
    return [int(line.rpartition("=")[2]) for line in lines]


def test_a_colour_picture_of_32_pixels_a_side_is_a_row_of_3072_numbers() -> None:
    assert flattened(32, 32, 3) == r"32 \times 32 \times 3 = 3{,}072"
    assert flattened(1024) == "1{,}024 = 1{,}024"


def test_an_affine_layer_s_parameters_are_those_of_the_network_s_dense_layers() -> None:
    net = NETWORKS["paper"]
    entering, counts = (net.input_shape, *output_shapes(net)), parameter_counts(net)
    for index, layer in enumerate(net.layers):
        if layer.kind == "dense":
            assert results(affine_parameters(entering[index][0], layer.filters)) == [counts[index]]
    assert affine_parameters(120, 84) == r"(120 + 1) \times 84 = 10{,}164"


@given(
    size=st.tuples(st.integers(3, 6), st.integers(3, 6)),
    kernel=st.integers(1, 3),
    channels=st.integers(1, 3),
    batch=st.integers(1, 3),
    stride=st.integers(1, 3),
    padding=st.integers(0, 2),
)
def test_the_size_of_im2col_is_that_of_its_matrix(
    size: tuple[int, int], kernel: int, channels: int, batch: int, stride: int, padding: int
) -> None:
    tex = im2col_size(size, kernel, channels=channels, batch=batch, stride=stride, padding=padding)
    matrix = im2col(np.zeros((batch, channels, *size)), kernel, stride, padding)
    assert tuple(results(tex)) == matrix.shape


def test_one_input_of_three_channels_makes_9_rows_of_75_numbers_and_ten_make_90() -> None:
    assert results(im2col_size(7, 5, channels=3)) == [9, 75]
    assert results(im2col_size(7, 5, channels=3, batch=10)) == [90, 75]


def test_they_are_in_the_portable_form() -> None:
    for tex in (flattened(32, 32, 3), affine_parameters(1024, 4704), im2col_rule(), im2col_size(7, 5)):
        assert portable(tex, display=True) == tex


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: flattened(),
        lambda: flattened(3, 0),
        lambda: affine_parameters(0, 3),
        lambda: im2col_size(7, 5, batch=0),
        lambda: im2col_size(3, 5),
    ],
)
def test_what_cannot_be_counted_is_refused(wrong: object) -> None:
    assert callable(wrong)
    with pytest.raises(GeneratorError):
        wrong()

"""The effective receptive field as it is drawn: its pixels, its square, its means."""

from __future__ import annotations

import numpy as np
import pytest

from generator.errors import GeneratorError
from generator.learning.effective import effective_field
from generator.parts.numbers import short
from generator.scene import Box, Drawing, Picture
from tests.contrast import assert_contrast
from tests.drawn import MODELS, drawn, words
from tests.legible import assert_apart, assert_readable, assert_within


def picture(drawing: Drawing) -> Picture:
    """The map; the scale below it is a picture, too."""
    return next(m for m in drawing.frames[0].marks if isinstance(m, Picture) and len(m.levels) > 20)


def levels(drawing: Drawing) -> np.ndarray:
    return np.array([list(row) for row in picture(drawing).levels])


def test_every_pixel_has_the_colour_of_its_gradient() -> None:
    field = effective_field(MODELS["paper"], "C3", (5, 5))
    expected = np.rint(field / field.max() * 127 + 128)
    assert np.array_equal(levels(drawn("effective_receptive_field")), expected)


@pytest.mark.parametrize(("layer", "unit"), [("C3", (5, 5)), ("S2", (0, 13)), ("S4", (4, 0))])
def test_what_lies_outside_the_outline_is_white(layer: str, unit: tuple[int, int]) -> None:
    drawing = drawn("effective_receptive_field", layer=layer, unit=unit)
    image = picture(drawing)
    (square,) = (
        mark
        for mark in drawing.frames[0].marks
        if isinstance(mark, Box) and mark.stroke == "kernel-strong" and mark.width > 20
    )
    rows, columns = np.nonzero(levels(drawing) > 128)
    left, top = image.x + columns * image.cell, image.y + rows * image.cell
    assert (left >= square.x - 1e-6).all()
    assert (top >= square.y - 1e-6).all()
    assert (left + image.cell <= square.x + square.width + 1e-6).all()
    assert (top + image.cell <= square.y + square.height + 1e-6).all()


def test_the_legend_compares_the_middle_with_the_edge() -> None:
    field = effective_field(MODELS["paper"], "C3", (5, 5))
    square = field[10:24, 10:24]
    middle = square[3:11, 3:11].mean()
    edge = np.concatenate([square[0], square[-1], square[1:-1, 0], square[1:-1, -1]]).mean()
    drawing = drawn("effective_receptive_field", "en")
    assert f"mean gradient of a pixel {short(middle)}" in words(drawing)
    assert f"at the outer edge {short(edge)}" in words(drawing)
    assert f"{middle / edge:.1f} times as much" in drawing.caption


@pytest.mark.parametrize("model", ["paper", "post"])
@pytest.mark.parametrize("layer", ["C1", "S2", "C3", "S4"])
@pytest.mark.parametrize("unit", [None, (0, 0), (0, 4)])
def test_every_layer_can_be_read(model: str, layer: str, unit: tuple[int, int] | None) -> None:
    for language in ("ko", "en"):
        drawing = drawn("effective_receptive_field", language, model=model, layer=layer, unit=unit)
        for holds in (assert_within, assert_readable, assert_apart):
            holds(drawing)
        assert_contrast(drawing, "light")
        assert_contrast(drawing, "dark")


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"layer": "F6"}, "layer is 'F6'"),
        ({"unit": (0, 10)}, "unit is (0, 10); C3 of 'paper' has 10×10 units, from (0, 0) to (9, 9)"),
        ({"unit": (10**12, 0)}, "from (0, 0) to (9, 9)"),
        ({"model": "fashion"}, "not trained"),
    ],
)
def test_what_is_not_there_is_refused(given: dict[str, object], told: str) -> None:
    if given.get("model") == "fashion" and MODELS.path("fashion").exists():
        pytest.skip("the fashion network is trained here")
    given = {"layer": "conv2", **given} if "model" in given else given
    with pytest.raises(GeneratorError) as refused:
        drawn("effective_receptive_field", "en", **given)
    assert told in str(refused.value)

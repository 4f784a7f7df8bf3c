"""The figures of receptive fields: what they say, where their marks lie, what they refuse."""

from __future__ import annotations

import pytest

from generator.errors import GeneratorError
from generator.networks import NETWORKS
from generator.receptive import layer_field, network_fields
from generator.scene import Box, Dot, Grid, Picture
from tests.drawn import drawn, words
from tests.legible import assert_apart, assert_readable, assert_within

PAPER = {"C1": (5, 1), "S2": (6, 2), "C3": (14, 2), "S4": (16, 4), "C5": (32, 4)}
LANGUAGES = ("ko", "en")


@pytest.mark.parametrize(("layer", "numbers"), PAPER.items())
def test_receptive_field_writes_the_papers_size_and_jump(layer: str, numbers: tuple[int, int]) -> None:
    drawing = drawn("receptive_field", layer=layer)
    assert {f"R = {numbers[0]}", f"J = {numbers[1]}"} <= set(words(drawing))
    assert f"{numbers[0]}×{numbers[0]}" in drawing.caption
    assert "scikit-learn" in drawing.caption
    assert "scikit-learn" in drawing.alt


@pytest.mark.parametrize(("layer", "unit"), [("C3", (0, 0)), ("C3", (4, 9)), ("S4", (2, 3)), ("C1", (27, 0))])
def test_receptive_field_outlines_the_field_on_the_picture(layer: str, unit: tuple[int, int]) -> None:
    marks = drawn("receptive_field", layer=layer, unit=unit).frames[0].marks
    (pixels,) = (mark for mark in marks if isinstance(mark, Picture))
    (outline,) = (m for m in marks if isinstance(m, Box) and m.stroke == "kernel-strong" and m.line == 3)
    field = layer_field(NETWORKS["paper"], layer)
    top, left = field.interval(unit[0])[0], field.interval(unit[1])[0]
    assert (outline.x, outline.y) == (pixels.x + left * pixels.cell, pixels.y + top * pixels.cell)
    assert outline.width == outline.height == field.size * pixels.cell


@pytest.mark.parametrize("layer", PAPER)
def test_receptive_field_sets_every_unit_at_the_height_of_its_centre(layer: str) -> None:
    marks = drawn("receptive_field", layer=layer).frames[0].marks
    (pixels,) = (mark for mark in marks if isinstance(mark, Picture))
    (grid,) = (mark for mark in marks if isinstance(mark, Grid) and mark.frame == "output-strong")
    field = layer_field(NETWORKS["paper"], layer)
    assert grid.rows == grid.columns == field.units
    for unit, centre in enumerate(field.centres):
        assert grid.y + (unit + 0.5) * grid.cell == pixels.y + centre * pixels.cell


def test_a_field_beyond_the_input_lies_on_dashed_padding_and_is_counted() -> None:
    drawing = drawn("receptive_field", "en", model="post", layer="C1", unit=(0, 0))
    (pixels,) = (mark for mark in drawing.frames[0].marks if isinstance(mark, Picture))
    ground = next(m for m in drawing.frames[0].marks if isinstance(m, Box) and m.fill == "padding-tint")
    assert ground.dash
    assert (pixels.x - ground.x) / pixels.cell == 2
    # Of 5 × 5 pixels, 3 × 3 are on the input and one on the 28 × 28 picture.
    assert "24 of its pixels lie on padding. 16 of them lie beyond the input" in drawing.alt


def test_pixels_on_padding_are_counted_by_hand_for_the_first_unit_of_c3() -> None:
    # 14 × 14 with 12 × 12 of it on the 28 × 28 picture.
    assert f"{14 * 14 - 12 * 12} of its pixels lie on padding" in drawn("receptive_field", "en").alt


@pytest.mark.parametrize("unit", [(10, 0), (0, 10), (-1, 0)])
def test_receptive_field_refuses_a_unit_that_the_layer_does_not_have(unit: tuple[int, int]) -> None:
    with pytest.raises(GeneratorError, match=r"C3 of 'paper' has 10×10 units, from \(0, 0\) to \(9, 9\)"):
        drawn("receptive_field", unit=unit)


@pytest.mark.parametrize("name", ["receptive_field", "receptive_field_centres", "receptive_field_growth"])
def test_an_unknown_layer_or_model_is_refused_with_those_that_there_are(name: str) -> None:
    with pytest.raises(GeneratorError, match="C1, S2, C3, S4, C5"):
        drawn(name, layer="F6")
    with pytest.raises(GeneratorError, match="paper, post, fashion, alexnet"):
        drawn(name, model="vgg")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_centres_of_c3_are_dots_at_7_9_to_25_and_cover_0_to_32(language: str) -> None:
    drawing = drawn("receptive_field_centres", language)  # type: ignore[arg-type]
    marks = drawing.frames[0].marks
    (pixels,) = (mark for mark in marks if isinstance(mark, Picture))
    right = pixels.x + 32 * pixels.cell
    found = {
        ((m.x - pixels.x) / pixels.cell, (m.y - pixels.y) / pixels.cell)
        for m in marks
        if isinstance(m, Dot) and m.x < right
    }
    odd = range(7, 26, 2)
    assert found == {(x, y) for x in odd for y in odd}
    assert {*map(str, odd), "0 … 32", "7, 9, …, 25"} <= set(words(drawing))


def test_the_square_of_20_pixels_lies_in_the_middle() -> None:
    marks = drawn("receptive_field_centres").frames[0].marks
    (pixels,) = (mark for mark in marks if isinstance(mark, Picture))
    square = next(m for m in marks if isinstance(m, Box) and m.stroke == "frame-red")
    assert (square.width, square.height) == (20 * pixels.cell, 20 * pixels.cell)
    assert (square.x - pixels.x, square.y - pixels.y) == (6 * pixels.cell, 6 * pixels.cell)


def test_the_caption_counts_the_centres_in_the_square() -> None:
    assert "all 100 centres" in drawn("receptive_field_centres", "en").caption
    assert "400 of the 784 centres" in drawn("receptive_field_centres", "en", layer="C1").caption
    assert "the one centre" in drawn("receptive_field_centres", "en", layer="C5").caption


def test_a_square_larger_than_the_input_is_refused() -> None:
    with pytest.raises(GeneratorError, match="focus is 33; the input of 'paper' has 32 pixels a side"):
        drawn("receptive_field_centres", focus=33)


@pytest.mark.parametrize("language", LANGUAGES)
def test_growth_writes_size_and_jump_of_every_layer(language: str) -> None:
    found = words(drawn("receptive_field_growth", language))  # type: ignore[arg-type]
    sizes = [int(text[4:]) for text in found if text.startswith("R = ")]
    assert sizes == [5, 6, 14, 16, 32]
    assert {"J = 1", "J = 2", "J = 4"} <= set(found)
    assert set(PAPER) <= set(found)


def test_growth_says_how_many_units_the_cone_takes() -> None:
    alt = drawn("receptive_field_growth", "en").alt
    for part in ("S4: 5 of 5", "C3: 10 of 10", "S2: 14 of 14", "C1: 28 of 28", "from 0 to 32"):
        assert part in alt


def test_growth_marks_zeros_of_padding_with_dashes() -> None:
    dashed = [
        m
        for m in drawn("receptive_field_growth", model="post", unit=0).frames[0].marks
        if getattr(m, "dash", None)
    ]
    assert len(dashed) == 2
    assert "2 of them padding" in drawn("receptive_field_growth", "en", model="post", unit=0).alt


def test_growth_refuses_a_unit_that_the_layer_does_not_have() -> None:
    with pytest.raises(GeneratorError, match="unit is 6; the units of S4 along one axis are 0 to 5"):
        drawn("receptive_field_growth", model="post", unit=6)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["receptive_field", "receptive_field_centres", "receptive_field_growth"])
@pytest.mark.parametrize("model", NETWORKS)
def test_every_layer_of_every_network_can_be_drawn_and_read(model: str, name: str, language: str) -> None:
    for field in network_fields(NETWORKS[model])[1:]:
        last = field.units - 1
        units = {"receptive_field": [(0, 0), (last, 0), (last, last)], "receptive_field_growth": [0, last]}
        for unit in units.get(name, [None]):
            given = {} if unit is None else {"unit": unit}
            drawing = drawn(name, language, model=model, layer=field.name, **given)  # type: ignore[arg-type]
            assert drawing.width == 700
            assert_within(drawing)
            assert_readable(drawing)
            assert_apart(drawing)

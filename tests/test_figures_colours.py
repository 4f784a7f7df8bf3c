"""Circles of light and of ink: what colour lies where, and whether its name can be read there."""

from __future__ import annotations

from math import hypot

import numpy as np
import pytest

from generator.layout import COLUMN
from generator.mixing import COLOURS, added, contrast, filtered, hexadecimal
from generator.painting.themes import THEME_NAMES, THEMES, ThemeName
from generator.parts.arrangement import PHONE
from generator.parts.pixels.circles import Circles
from generator.scene import Dot, Drawing, Label
from tests.contrast import ground, rgb
from tests.figure_drawing import drawn, labels
from tests.legible import box

MODELS = [("rgb", added, "black"), ("cmyk", filtered, "white")]
every_model = pytest.mark.parametrize(("model", "mix", "nothing"), MODELS)
every_layout = pytest.mark.parametrize("layout", ["row", "stacked"])


def _circles(drawing: Drawing) -> list[Dot]:
    return [mark for mark in drawing.frames[0].marks if isinstance(mark, Dot)]


def _inside(dots: list[Dot], x: float, y: float) -> list[str]:
    return [dot.fill.removeprefix("pure-") for dot in dots if hypot(x - dot.x, y - dot.y) < dot.radius]


@every_layout
@every_model
@pytest.mark.parametrize("theme", THEME_NAMES)
def test_every_point_has_the_mixture_of_the_circles_around_it(
    model: str, mix: object, nothing: str, layout: str, theme: ThemeName
) -> None:
    drawing = drawn("colour_mixing", model=model, layout=layout)
    dots = _circles(drawing)
    marks = [mark for mark in drawing.frames[0].marks if not isinstance(mark, Label)]
    reach = dots[0].radius
    centre = sum(dot.x for dot in dots) / 3, sum(dot.y for dot in dots) / 3
    for dx, dy in np.random.default_rng(0).uniform(-2, 2, (400, 2)) * reach:
        x, y = centre[0] + dx, centre[1] + dy
        # A polygon's edge is up to a tenth of a pixel off the circle's.
        if any(abs(hypot(x - dot.x, y - dot.y) - dot.radius) < 0.2 for dot in dots):
            continue
        around = _inside(dots, x, y)
        if around:
            mixture = mix(*(COLOURS[name] for name in around))
            assert ground((x, y), marks, THEMES[theme]) == rgb(hexadecimal(mixture))


@every_layout
@every_model
@pytest.mark.parametrize("values", ["hex", "shares"])
@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_label_lies_within_its_own_part(
    model: str, mix: object, nothing: str, layout: str, values: str, language: str
) -> None:
    drawing = drawn("colour_mixing", language, model=model, layout=layout, values=values)
    dots = _circles(drawing)
    on_colour = [
        mark for mark in drawing.frames[0].marks if isinstance(mark, Label) and mark.ink in ("black", "white")
    ]
    assert len(on_colour) == 14
    for label in on_colour:
        left, top, right, bottom = box(label)
        parts = {tuple(_inside(dots, x, y)) for x in (left - 1, label.x, right + 1) for y in (top, bottom)}
        assert len(parts) == 1, label.text


@every_model
def test_every_part_is_named_with_its_own_value(model: str, mix: object, nothing: str) -> None:
    drawing = drawn("colour_mixing", model=model)
    marks = drawing.frames[0].marks
    named = {
        mark.text: other.text
        for mark in marks
        for other in marks
        if isinstance(mark, Label)
        and isinstance(other, Label)
        and mark.ink == other.ink
        and mark.ink in ("black", "white")
        and mark.x == other.x
        and 0 < other.y - mark.y < 20
    }
    expected = {name.capitalize(): hexadecimal(COLOURS[name]) for name in COLOURS if name != nothing}
    assert named == expected
    assert all(f"{name} {value}" in drawing.alt for name, value in expected.items())


def test_the_best_ink_has_a_contrast_of_at_least_4_5_on_every_pure_colour() -> None:
    for colour in COLOURS.values():
        assert max(contrast(colour, COLOURS[ink]) for ink in ("black", "white")) >= 4.5


def test_all_light_is_white_and_all_ink_is_black() -> None:
    assert "(1, 0, 0) + (0, 1, 0) + (0, 0, 1) = (1, 1, 1)" in labels(drawn("colour_mixing").frames[0].marks)
    inks = labels(drawn("colour_mixing", model="cmyk").frames[0].marks)
    assert "(0, 1, 1) × (1, 0, 1) × (1, 1, 0) = (0, 0, 0)" in inks


def test_stacked_it_is_as_wide_as_a_phone() -> None:
    row, stacked = (drawn("colour_mixing", layout=layout) for layout in ("row", "stacked"))
    assert (row.width, stacked.width) == (COLUMN, PHONE)
    assert (row.alt, row.caption) == (stacked.alt, stacked.caption)


@pytest.mark.parametrize("part", [(0, 1), (0, 2), (1, 2), (0, 1, 2)])
def test_an_overlaps_outline_lies_on_the_circles_around_it(part: tuple[int, ...]) -> None:
    circles = Circles(100, 60)
    for x, y in circles.shared(part):
        far = [hypot(x - circles.middles[n][0], y - circles.middles[n][1]) for n in part]
        assert max(far) == pytest.approx(100, abs=0.02)

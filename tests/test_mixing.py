"""Mixing lights and inks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.mixing import COLOURS, added, contrast, filtered, hexadecimal, luminance, name_of
from generator.painting.themes import THEME_NAMES, THEMES, ThemeName

LEVELS = st.integers(0, 255)
ANY = st.tuples(LEVELS, LEVELS, LEVELS)


@pytest.mark.parametrize(
    ("lights", "mixture"),
    [
        (("red", "green"), "yellow"),
        (("red", "blue"), "magenta"),
        (("green", "blue"), "cyan"),
        (("red", "green", "blue"), "white"),
        (("black", "red"), "red"),
    ],
)
def test_lights_add_up(lights: tuple[str, ...], mixture: str) -> None:
    assert name_of(added(*(COLOURS[name] for name in lights))) == mixture


@pytest.mark.parametrize(
    ("inks", "mixture"),
    [
        (("cyan", "magenta"), "blue"),
        (("cyan", "yellow"), "green"),
        (("magenta", "yellow"), "red"),
        (("cyan", "magenta", "yellow"), "black"),
        (("white", "cyan"), "cyan"),
    ],
)
def test_inks_filter_one_after_the_other(inks: tuple[str, ...], mixture: str) -> None:
    assert name_of(filtered(*(COLOURS[name] for name in inks))) == mixture


@given(ANY, ANY)
def test_light_never_gets_darker_and_ink_never_lighter(
    one: tuple[int, int, int], other: tuple[int, int, int]
) -> None:
    assert all(most >= max(pair) for most, *pair in zip(added(one, other), one, other, strict=True))
    assert all(least <= min(pair) for least, *pair in zip(filtered(one, other), one, other, strict=True))
    assert added(one, other) == added(other, one)
    assert filtered(one, other) == filtered(other, one)


@given(st.lists(st.sampled_from(sorted(COLOURS)), min_size=1, max_size=4))
def test_inks_are_what_lights_are_to_the_complements(names: list[str]) -> None:
    """Of pure colours, mixing inks is mixing the light that each takes away."""

    def complement(colour: tuple[int, int, int]) -> tuple[int, int, int]:
        red, green, blue = colour
        return (255 - red, 255 - green, 255 - blue)

    colours = [COLOURS[name] for name in names]
    assert filtered(*colours) == complement(added(*map(complement, colours)))


@pytest.mark.parametrize("theme", THEME_NAMES)
def test_pure_colours_are_the_same_in_every_theme(theme: ThemeName) -> None:
    for name, colour in COLOURS.items():
        assert THEMES[theme][f"pure-{name}"] == hexadecimal(colour)


def test_contrast_is_that_of_wcag() -> None:
    # Values of WebAIM's contrast checker, to two decimals rounded down.
    assert contrast(COLOURS["black"], COLOURS["white"]) == 21
    assert int(contrast(COLOURS["white"], COLOURS["blue"]) * 100) == 859
    assert int(contrast(COLOURS["white"], COLOURS["red"]) * 100) == 399
    assert luminance(COLOURS["green"]) == pytest.approx(0.7152)

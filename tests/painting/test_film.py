from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest

from generator.painting import film
from generator.painting.film import SCALE, painted_film, rasters
from generator.painting.pictures import paint
from generator.painting.themes import THEME_NAMES, ThemeName
from generator.scene import Drawing
from tests.drawn import drawn

WHITE = (255, 255, 255)


def last_frame_alone(drawing: Drawing) -> Drawing:
    return replace(drawing, frames=drawing.frames[-1:])


@pytest.mark.parametrize("theme", THEME_NAMES)
@pytest.mark.parametrize("figure", ["convolution", "pooling"])
def test_frames_put_together_from_what_changes_look_like_frames_painted_whole(
    figure: str, theme: ThemeName, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(film, "reduced", lambda pictures, tones, inks: pictures)
    drawing = drawn(figure)
    together = rasters(painted_film(drawing), theme, 256, [])[-1].astype(int)
    whole = rasters(painted_film(last_frame_alone(drawing)), theme, 256, [])[-1].astype(int)
    # An edge that anti-aliasing draws may differ by some levels where a box cuts it.
    assert np.abs(together - whole).max() <= 24
    assert (together != whole).any(axis=2).mean() < 1e-4


def test_a_raster_picture_has_twice_the_logical_size() -> None:
    drawing = drawn("convolution")
    height, width, _ = rasters(painted_film(drawing), "light", 48, [WHITE])[0].shape
    assert (width, height) == (SCALE * math.ceil(drawing.width), SCALE * math.ceil(drawing.height))


def test_a_frame_repaints_only_a_small_part_of_the_picture() -> None:
    first, *others = painted_film(drawn("convolution"))
    whole = first[0].width * first[0].height
    for boxes in others:
        assert sum(box.width * box.height for box in boxes) < whole / 3


def test_the_bytes_of_a_file_do_not_depend_on_what_is_painted_with_it() -> None:
    drawing = drawn("pooling")
    names = [f"pooling{ending}" for ending in (".svg", ".png", ".gif", "-dark.png", "-dark.gif")]
    together = dict(paint("pooling", drawing, "ko", names))
    assert list(together) == [*names[:3], *names[3:]]
    for name in names:
        assert dict(paint("pooling", drawing, "ko", [name])) == {name: together[name]}

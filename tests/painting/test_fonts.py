"""Glyphs as outlines."""

from __future__ import annotations

import re

import pytest
from fontTools.pens.boundsPen import BoundsPen

from generator.errors import GeneratorError
from generator.metrics import ADVANCES, drawn
from generator.painting.fonts import GRID, _font, outline

NUMBERS = re.compile(r"-?\d*\.?\d+")
COMMANDS = re.compile(r"([a-zA-Z])([^a-zA-Z]*)")


def ends(path: str) -> list[tuple[float, float]]:
    """Every point that path data names, control points too, in its own units."""
    x = y = start_x = start_y = 0.0
    points: list[tuple[float, float]] = []
    for command, rest in COMMANDS.findall(path):
        numbers = [float(number) for number in NUMBERS.findall(rest)]
        size = {"h": 1, "v": 1, "q": 4, "z": 0}.get(command.lower(), 2)
        for i in range(0, len(numbers), size or 1):
            chunk = numbers[i : i + size]
            dx, dy = (x, y) if command.islower() else (0.0, 0.0)
            if command.lower() == "h":
                x = dx + chunk[0]
            elif command.lower() == "v":
                y = dy + chunk[0]
            else:
                points += [(dx + chunk[j], dy + chunk[j + 1]) for j in range(0, size, 2)]
                x, y = points[-1]
            points.append((x, y))
            if command.lower() == "m" and i == 0:
                start_x, start_y = x, y
        if command.lower() == "z":
            x, y = start_x, start_y
    return points


@pytest.mark.parametrize("character", ["가", "힣", "5", "W", "×", "Σ", "∞", "g", "|", "."])
def test_an_outline_has_the_bounds_of_the_fonts_glyph(character: str) -> None:
    font, names, glyphs = _font()
    pen = BoundsPen(glyphs)
    glyphs[names[ord(character)]].draw(pen)
    scale = GRID / font["head"].unitsPerEm
    left, low, right, high = (edge * scale for edge in pen.bounds)
    points = ends(outline(character))
    xs, ys = [x for x, _ in points], [y for _, y in points]
    assert (min(xs), max(xs)) == pytest.approx((left, right), abs=2)
    assert (min(ys), max(ys)) == pytest.approx((-high, -low), abs=2)


def test_every_character_that_the_widths_know_has_an_outline_except_the_space() -> None:
    empty = [character for character in ADVANCES if not outline(drawn(character))]
    assert empty == [" "]


def test_every_contour_is_closed() -> None:
    for character in "0거×g":
        path = outline(character)
        assert path.lower().count("m") == path.lower().count("z") > 0


def test_a_missing_glyph_is_an_error_that_names_the_character() -> None:
    with pytest.raises(GeneratorError, match=r"∗.*U\+2217"):
        outline("∗")

"""Glyph outlines of NanumGothic, the one font of every picture."""

from __future__ import annotations

import atexit
import importlib.util
from functools import cache
from pathlib import Path
from typing import Any

from generator.errors import GeneratorError
from generator.metrics import ENLARGED
from generator.painting.glyph_cache import cache_file, keep, kept

# Outlines are rounded to this many units an em: 0.14 pixels at 17 pixels, and short in an SVG.
GRID = 125
# Round letters reach a little below the line; in the font's units.
_BELOW_LINE = -40


@cache
def _font_file() -> Path:
    found = importlib.util.find_spec("koreanize_matplotlib")
    if found is None or not found.submodule_search_locations:
        raise GeneratorError("drawing needs the font NanumGothic: pip install 'generator[draw]'")
    return Path(found.submodule_search_locations[0]) / "fonts" / "NanumGothic.ttf"


@cache
def _font() -> tuple[Any, dict[int, str], Any]:
    from fontTools.ttLib import TTFont

    font = TTFont(_font_file(), lazy=True)
    # Any names will do; those that fontTools would look up for 17,000 glyphs take longer than all the rest.
    font.setGlyphOrder([f"glyph{index}" for index in range(font["maxp"].numGlyphs)])
    return font, font.getBestCmap(), font.getGlyphSet()


@cache
def _cache_file() -> Path:
    here = Path(__file__)
    return cache_file(_font_file(), here, here.with_name("pens.py"), here.parent.with_name("metrics.py"))


@cache
def _outlines() -> dict[str, str]:
    """The outlines known so far; new ones are kept when the program ends."""
    known = kept(_cache_file())
    at_first = len(known)

    def keep_new_ones() -> None:
        if len(known) > at_first:
            keep(_cache_file(), known)

    atexit.register(keep_new_ones)
    return known


def outline(character: str) -> str:
    """SVG path data of a glyph, in ``GRID`` units an em, y down, the baseline at 0; empty for a space.

    Raises:
        GeneratorError: the font has no glyph for the character, or is not installed.
    """
    known = _outlines()
    if character not in known:
        known[character] = _from_font(character)
    return known[character]


def _from_font(character: str) -> str:
    from generator.painting.pens import RelativePen

    font, names, glyphs = _font()
    if ord(character) not in names:
        raise GeneratorError(f"the font NanumGothic has no glyph for {character!r} (U+{ord(character):04X})")
    pen = RelativePen(glyphs, GRID / font["head"].unitsPerEm)
    glyphs[names[ord(character)]].draw(_enlarging(pen, character) if character in ENLARGED else pen)
    return "".join(pen.parts)


def _enlarging(pen: Any, character: str) -> Any:
    """A pen that draws the character larger with the other one, its foot on the line."""
    from fontTools.pens.boundsPen import BoundsPen
    from fontTools.pens.transformPen import TransformPen

    _, names, glyphs = _font()
    found = BoundsPen(glyphs)
    glyphs[names[ord(character)]].draw(found)
    scale = ENLARGED[character]
    return TransformPen(pen, (scale, 0, 0, scale, 0, -scale * found.bounds[1] + _BELOW_LINE))

"""Widths of text without the font: every one is the font's own."""

from __future__ import annotations

import pytest

from generator.errors import GeneratorError
from generator.metrics import ADVANCES, HANGUL_ADVANCE, SUBSTITUTES, UNITS_PER_EM, drawn, text_width
from generator.painting.fonts import _font
from tests.font import advance

HANGUL = [chr(code) for code in range(ord("가"), ord("힣") + 1)]


def test_the_em_is_the_fonts_own() -> None:
    assert _font()[0]["head"].unitsPerEm == UNITS_PER_EM


def test_every_advance_equals_the_fonts_own() -> None:
    assert {character: advance(character) for character in ADVANCES} == ADVANCES


def test_every_hangul_syllable_is_in_the_font_and_equally_wide() -> None:
    assert {advance(character) for character in HANGUL} == {HANGUL_ADVANCE}


def test_the_widths_know_every_printable_character_of_ascii() -> None:
    assert {chr(code) for code in range(32, 127)} <= ADVANCES.keys()


def test_substitutes_are_in_the_font_and_what_they_replace_is_not() -> None:
    names = _font()[1]
    assert all(ord(missing) not in names and ord(there) in names for missing, there in SUBSTITUTES.items())


def test_a_lines_width_is_the_sum_of_its_characters() -> None:
    assert text_width("입력 5×5", 10) == pytest.approx(
        (2 * HANGUL_ADVANCE + ADVANCES[" "] + 2 * ADVANCES["5"] + ADVANCES["×"]) / 100
    )


def test_digits_are_equally_wide_so_that_counters_stand_still() -> None:
    assert len({ADVANCES[digit] for digit in "0123456789"}) == 1


def test_a_minus_sign_is_drawn_as_the_dash_of_its_form() -> None:
    assert drawn("\N{MINUS SIGN}1") == "\N{EN DASH}1"
    assert text_width("\N{MINUS SIGN}", 10) == text_width("\N{EN DASH}", 10)


@pytest.mark.parametrize("character", ["∗", "😀", "漢", "\n"])
def test_a_character_without_a_glyph_is_named_with_its_text(character: str) -> None:
    with pytest.raises(GeneratorError, match=rf"U\+{ord(character):04X}.*'a"):
        text_width(f"a{character}", 15)

"""How wide text is, without opening the font.

Layout needs widths in commands that install no font (`check`), so the advances of NanumGothic stand here as a
table; a test compares every one with the font itself.
"""

from __future__ import annotations

from generator.errors import GeneratorError

UNITS_PER_EM = 1000
HANGUL_ADVANCE = 940

# The font's ∂ is no higher than a raised letter; it is drawn so many times as large.
ENLARGED = {"∂": 1.6}

# NanumGothic has no minus sign; its en dash has the same form and height.
SUBSTITUTES = {"\N{MINUS SIGN}": "\N{EN DASH}"}

_BY_ADVANCE = {
    185: "‘’",
    242: "I`il|",
    269: "j",
    280: " ",
    290: "·",
    303: "',.:;{}",
    350: "“”",
    363: "()-J[]frt",
    375: "/",
    410: "²–",
    424: "!s",
    428: "³",
    430: '"',
    445: "ε",
    446: "°θ",
    448: "ω",
    449: "δλ",
    450: "γφ",
    452: "β",
    453: "μ",
    461: "σ",
    464: "y↑↓",
    484: "Lcvz",
    492: "α",
    496: "∂",
    503: "F",
    510: "x",
    520: "k",
    545: "?STZ_ae",
    547: "<>",
    567: "±",
    576: "E",
    577: "P",
    592: "×",
    606: "#$*0123456789Bbdghnopqu",
    613: "Σ",
    622: "R",
    641: "K",
    647: "≠",
    650: "÷",
    654: "+=^~",
    658: "∑",
    666: "VXY",
    672: "C≤≥",
    705: "½",
    727: "&ADHNU",
    734: "Δ",
    787: "OQ",
    797: "G",
    804: "√",
    813: "∞",
    848: "w",
    864: "—",
    872: "@",
    908: "m",
    940: "…→←≈⊙",
    966: "\\",
    969: "M",
    1029: "W",
    1090: "%",
}

ADVANCES = {character: advance for advance, characters in _BY_ADVANCE.items() for character in characters}


def drawn(text: str) -> str:
    """The text with each character that the font lacks replaced by one of the same form."""
    return "".join(SUBSTITUTES.get(character, character) for character in text)


def text_width(text: str, size: float) -> float:
    """Width in logical pixels of a line of text ``size`` pixels high (its em).

    Raises:
        GeneratorError: a character has no glyph in NanumGothic.
    """
    return sum(_advance(character, text) for character in drawn(text)) * size / UNITS_PER_EM


def _advance(character: str, text: str) -> int:
    if "가" <= character <= "힣":
        return HANGUL_ADVANCE
    if character not in ADVANCES:
        raise GeneratorError(
            f"the font of the pictures has no glyph for {character!r} (U+{ord(character):04X}) in {text!r}; "
            "use another character, for example × for a product"
        )
    return round(ADVANCES[character] * ENLARGED.get(character, 1))

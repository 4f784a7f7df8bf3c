"""The inks of every role, for light and dark pages.

Contrast of each *strong* ink on its page, and of *ink* on each *tint*, was chosen after WCAG 2; hues after
their distance (CIEDE2000) under simulated colour blindness. ``page`` is what raster pictures are painted on:
white, and the dark background of the Chirpy theme.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from generator.mixing import COLOURS, hexadecimal

ThemeName = Literal["light", "dark"]
THEME_NAMES: tuple[ThemeName, ...] = ("light", "dark")

_LIGHT = {
    "page": "#FFFFFF",
    "ink": "#1F2933",
    "muted": "#5B6673",
    "grid": "#8A94A0",
    "input-strong": "#1D5FC2",
    "input-tint": "#D9E6FB",
    "kernel-strong": "#A03A00",
    "kernel-tint": "#FDE2CE",
    "output-strong": "#14805A",
    "output-tint": "#CFEFDF",
    "accent-strong": "#5B1A66",
    "accent-tint": "#EFDDF3",
    "padding-strong": "#5B6673",
    "padding-tint": "#F3F5F7",
}

_DARK = {
    "page": "#1B1B1E",
    "ink": "#E8EAED",
    "muted": "#A6ACB5",
    "grid": "#6B727C",
    "input-strong": "#86A4F2",
    "input-tint": "#1B2F5A",
    "kernel-strong": "#E8894A",
    "kernel-tint": "#4A2409",
    "output-strong": "#5CE6C0",
    "output-tint": "#0C4233",
    "accent-strong": "#C77FB6",
    "accent-tint": "#471F3C",
    "padding-strong": "#9AA1AB",
    "padding-tint": "#2A2B30",
}

# Inks that lie on data: pictures of pixels look the same in every theme, and so does what is drawn on them.
_ON_DATA = {"black": "#000000", "white": "#FFFFFF", "frame-red": "#D92B2B"}
# Light and ink themselves: "pure-red" and its like.
_PURE = {f"pure-{name}": hexadecimal(colour) for name, colour in COLOURS.items()}

THEMES: Mapping[ThemeName, Mapping[str, str]] = MappingProxyType(
    {
        "light": MappingProxyType(_LIGHT | _ON_DATA | _PURE),
        "dark": MappingProxyType(_DARK | _ON_DATA | _PURE),
    }
)

NEGATIVE, NEUTRAL, POSITIVE = (0xA0, 0x3A, 0x00), (0xF7, 0xF7, 0xF7), (0x1D, 0x5F, 0xC2)


def grey(level: int) -> tuple[int, int, int]:
    """The colour of an intensity from 0 (black) to 255 (white)."""
    return (level, level, level)


def signed(level: int) -> tuple[int, int, int]:
    """The colour of a signed level: 1 is the most negative, 128 is zero, 255 the most positive."""
    share = min(abs(level - 128) / 127, 1.0)
    end = POSITIVE if level > 128 else NEGATIVE
    red, green, blue = (
        round(middle + (far - middle) * share) for middle, far in zip(NEUTRAL, end, strict=True)
    )
    return (red, green, blue)

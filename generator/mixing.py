"""Mixing light and mixing ink, in red, green and blue from 0 to 255.

Lights add up: what each has of red, green and blue arrives together. Inks filter one after the other: of the
white light that falls on paper each lets a share of red, green and blue through, and the shares multiply.
Both are ideal. Real inks let a little of everything through, which is why printers have black (K), too.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import prod
from types import MappingProxyType

Colour = tuple[int, int, int]
"""Red, green, blue from 0 to 255."""

FULL = 255

# The corners of the colour cube. They are data and look the same in every theme.
COLOURS: Mapping[str, Colour] = MappingProxyType(
    {
        "black": (0, 0, 0),
        "red": (FULL, 0, 0),
        "green": (0, FULL, 0),
        "blue": (0, 0, FULL),
        "cyan": (0, FULL, FULL),
        "magenta": (FULL, 0, FULL),
        "yellow": (FULL, FULL, 0),
        "white": (FULL, FULL, FULL),
    }
)


def added(*lights: Colour) -> Colour:
    """What lights give together: the sum of each primary, at most 255."""
    red, green, blue = (min(sum(shares), FULL) for shares in zip(*lights, strict=True))
    return (red, green, blue)


def filtered(*inks: Colour) -> Colour:
    """What is left of white light after inks: the product of each primary's shares of 255."""
    red, green, blue = (
        round(FULL * prod(level / FULL for level in levels)) for levels in zip(*inks, strict=True)
    )
    return (red, green, blue)


def hexadecimal(colour: Colour) -> str:
    """A colour as pages write it: #FF0000."""
    red, green, blue = colour
    return f"#{red:02X}{green:02X}{blue:02X}"


def name_of(colour: Colour) -> str:
    """The name of one of `COLOURS`.

    Raises:
        KeyError: it is none of them.
    """
    return {value: name for name, value in COLOURS.items()}[colour]


def luminance(colour: Colour) -> float:
    """Relative luminance from 0 to 1 of an sRGB colour. Source: WCAG 2.2, "relative luminance"."""
    shares = (level / FULL for level in colour)
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4) for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    """Contrast of two colours, from 1 to 21. Source: WCAG 2.2, "contrast ratio"."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)

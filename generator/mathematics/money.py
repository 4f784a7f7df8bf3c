"""Dollars that are no mathematics, and the spelling in which no viewer takes them for it."""

from __future__ import annotations

import re

from generator.checking.fault import Edit
from generator.mathematics.meant import words

WRITTEN = "<span>$</span>"
_ADDRESS = re.compile(r"(?:https?|ftp)://[^\s<>]+")
_DOLLAR = re.compile(r"\\\$|(?<!>)\$|(?<!<span>)\$")


def money(text: str, start: int, end: int) -> list[Edit]:
    """The edits that hide the dollars between two places which belong to no formula."""
    shown = words(text)
    addresses = [found.span() for found in _ADDRESS.finditer(shown, start, end)]
    return [
        Edit(found.start(), found.end(), _written(found.start(), addresses))
        for found in _DOLLAR.finditer(shown, start, end)
        if text[found.start() - 6 : found.end() + 7] != WRITTEN
    ]


def _written(place: int, addresses: list[tuple[int, int]]) -> str:
    """A dollar as the text needs it, or as an address does, which a tag would break."""
    return "%24" if any(start <= place < end for start, end in addresses) else WRITTEN

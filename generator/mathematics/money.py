"""Dollars that are no mathematics, and the spelling in which no viewer takes them for it."""

from __future__ import annotations

import re

from generator.checking.fault import Edit
from generator.mathematics.meant import words

WRITTEN = "<span>$</span>"
_ADDRESS = re.compile(r"(?<!\]\()(?:https?|ftp)://[^\s<>]+")
# Two in a row are no money, but a formula that lacks one end.
_DOLLAR = re.compile(r"\\\$|(?<!\$)\$(?!\$)")


def money(text: str, start: int, end: int) -> list[Edit]:
    """The edits that hide the dollars between two places which belong to no formula."""
    edits = [
        Edit(found.start(), found.end(), WRITTEN)
        for found in _DOLLAR.finditer(words(text), start, end)
        if text[found.start() - 6 : found.end() + 7] != WRITTEN
    ]
    # A tag would break an address.
    for address in _ADDRESS.finditer(text, start, end):
        edits += [
            Edit(found.start(), found.end(), "%24") for found in _DOLLAR.finditer(text, *address.span())
        ]
    return sorted(edits)

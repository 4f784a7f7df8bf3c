"""Dollars that are no mathematics, and the spelling in which no viewer takes them for it."""

from __future__ import annotations

import re

from generator.checking.fault import Edit
from generator.mathematics.meant import words

WRITTEN = "<span>$</span>"
_DOLLAR = re.compile(r"\\\$|(?<!>)\$|(?<!<span>)\$")


def money(text: str, start: int, end: int) -> list[Edit]:
    """The edits that hide the dollars between two places which belong to no formula."""
    shown = words(text)
    return [
        Edit(found.start(), found.end(), WRITTEN)
        for found in _DOLLAR.finditer(shown, start, end)
        if text[found.start() - 6 : found.end() + 7] != WRITTEN
    ]

"""Dollars that are no mathematics, and the spelling in which no viewer takes them for it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checking.fault import Edit
from generator.mathematics.formula import blanked
from generator.mathematics.hidden import visible
from generator.mathematics.meant import meant

WRITTEN = "<span>$</span>"
_DOLLAR = re.compile(r"\\\$|(?<!>)\$|(?<!<span>)\$")


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Where the paragraphs of a post begin and end: runs of lines that are not blank."""
    for found in re.finditer(r"(?:[^\n]*\S[^\n]*(?:\n|\Z))+", visible(text)):
        yield found.span()


def money(text: str, start: int, end: int) -> list[Edit]:
    """The edits that hide the dollars between two places which belong to no formula."""
    shown = blanked(visible(text), meant(text))
    return [
        Edit(found.start(), found.end(), WRITTEN)
        for found in _DOLLAR.finditer(shown, start, end)
        if text[found.start() - 6 : found.end() + 7] != WRITTEN
    ]

"""Bars that make a table of a paragraph in Jekyll alone."""

from __future__ import annotations

import re

from generator.checking.fault import Edit
from generator.mathematics.hidden import visible
from generator.mathematics.meant import words

_BAR = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$", re.MULTILINE)


def bars(text: str, start: int, end: int) -> list[Edit]:
    """The edits that make words of the bars between two places, unless they belong to a table."""
    shown = visible(text)
    if _RULE.search(shown, start, end) or shown[start:end].lstrip(" >").startswith("|"):
        return []
    return [Edit(found.start(), found.end(), "\\|") for found in _BAR.finditer(words(text), start, end)]

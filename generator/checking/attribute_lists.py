"""kramdown's lists of attributes in a text: ``{: width="300" }``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LIST = re.compile(r"\{:(?!:)((?:[^{}\n\\]|\\.)*)(\}|(?=\n|\Z))")


@dataclass(frozen=True)
class AttributeList:
    """A list from ``start`` to ``end``; without its closing brace it is not ``whole``."""

    start: int
    end: int
    inside: str
    inside_start: int
    whole: bool


def attribute_lists(text: str) -> Iterator[AttributeList]:
    """The lists of a text without code and formulas, in order."""
    for match in _LIST.finditer(text):
        yield AttributeList(*match.span(), match[1], match.start(1), bool(match[2]))

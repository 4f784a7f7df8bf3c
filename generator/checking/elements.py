"""The HTML tags in a document, also those that are not written to their end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
})  # fmt: skip
_VALUE = r"\"(?:[^\"\n]|\n(?!\s*\n))*\"|'(?:[^'\n]|\n(?!\s*\n))*'"
_TAG = re.compile(rf"(?<!\\)<(/?)([A-Za-z][\w-]*)(?=[\s/>])((?:[^<>\"'\n]|\n(?!\s*\n)|{_VALUE})*)>")
_BROKEN = re.compile(r"(?<!\\)<(/?)([A-Za-z][\w-]*)(?=[\s<]|$)([^<>\n]*)(?=[<>\n]|\Z)", re.MULTILINE)


@dataclass(frozen=True)
class Tag:
    """A tag from ``start`` to ``end``; ``whole`` says whether it has its end, and its quotes theirs.

    ``name`` is in small letters.
    ``inside`` is what stands between the name and the end, beginning at ``inside_start``.
    """

    start: int
    end: int
    name: str
    closing: bool
    inside: str
    inside_start: int
    whole: bool = True

    @property
    def alone(self) -> bool:
        """Whether nothing closes it: ``<br>``, ``<x/>``."""
        return self.name in VOID or self.inside.rstrip().endswith("/")


def tags(text: str) -> Iterator[Tag]:
    """The tags of a text without code and formulas, in order."""
    found = [_tag(match, whole=True) for match in _TAG.finditer(text)]
    taken = [(tag.start, tag.end) for tag in found]
    for match in _BROKEN.finditer(text):
        if not any(start <= match.start() < end for start, end in taken) and ("=" in match[3] or match[1]):
            found.append(_tag(match, whole=False))
    yield from sorted(found, key=lambda tag: tag.start)


def _tag(match: re.Match[str], *, whole: bool) -> Tag:
    return Tag(*match.span(), match[2].lower(), bool(match[1]), match[3], match.start(3), whole)

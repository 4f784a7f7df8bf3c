"""GitHub's dollars: looked for in the words that Markdown has left, one piece between two tags at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.viewers.shown import Shown

_OPENS = r"(?<![^ \t\n(])"
_CLOSES = r"(?![A-Za-z0-9_$])"
_DOUBLE = r"\$\$([^$]+)\$\$"
_FORMULA = re.compile(rf"{_OPENS}(?:{_DOUBLE}|\$([^$\s](?:[^$\n]*[^$\s])?)\$){_CLOSES}")
_DISPLAY = re.compile(_DOUBLE)
_DISPLAYS = re.compile(rf"\s*(?:{_DOUBLE}\s*)+")
_OPENS_CODE = re.compile(rf"{_OPENS}\$\Z")
_CLOSES_CODE = re.compile(rf"\${_CLOSES}")


@dataclass(frozen=True)
class Words:
    """A piece of text without a tag in it; a line end is ``\\n``."""

    text: str


@dataclass(frozen=True)
class Code:
    """A code span."""

    text: str


@dataclass(frozen=True)
class Tag:
    """Anything else that ends a piece of text: emphasis, a link, a line break, an image, HTML."""


Piece = Words | Code | Tag


def find(pieces: Sequence[Piece], *, paragraph: bool) -> Iterator[Shown]:
    """The formulas in a run of pieces, in order.

    ``paragraph`` says whether the run fills a paragraph outside lists: there ``$$`` formulas are displays if
    they have the paragraph to themselves.
    """
    pieces = list(pieces)
    alone = pieces[0] if paragraph and len(pieces) == 1 else None
    if isinstance(alone, Words) and _DISPLAYS.fullmatch(alone.text):
        yield from (Shown(tex, display=True) for tex in _DISPLAY.findall(alone.text))
        return
    for at, piece in enumerate(pieces):
        if isinstance(piece, Words):
            yield from (Shown(found[1] or found[2], display=False) for found in _FORMULA.finditer(piece.text))
        elif isinstance(piece, Code) and _between_dollars(pieces, at):
            pieces[at + 1] = Words(_text(pieces, at + 1)[1:])
            yield Shown(piece.text, display=False)


def _between_dollars(pieces: Sequence[Piece], at: int) -> bool:
    before, after = _text(pieces, at - 1), _text(pieces, at + 1)
    return bool(_OPENS_CODE.search(before) and _CLOSES_CODE.match(after))


def _text(pieces: Sequence[Piece], at: int) -> str:
    piece = pieces[at] if 0 <= at < len(pieces) else None
    return piece.text if isinstance(piece, Words) else ""

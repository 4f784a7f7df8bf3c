"""Capital letters in a row that are one name: where a post says TP = 40, TP is no product."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.equations.signs import Sign

_ENDS = frozenset({"", ",", ";", "\\quad", "\\qquad", "&", "\\\\"})


def abbreviated(formulas: list[list[Sign]]) -> list[list[Sign]]:
    """The formulas with each abbreviation as one sign, if a statement gives it a number."""
    names = {name for found in formulas for name in _given(found)}
    if not names:
        return formulas
    longest = re.compile("|".join(sorted(map(re.escape, names), key=len, reverse=True)))
    return [_joined(found, longest) for found in formulas]


def _given(found: list[Sign]) -> Iterator[str]:
    """The names that stand between an end and an equals sign with a number behind it."""
    texts = ["", *(sign.text for sign in found), ""]
    for at, text in enumerate(texts):
        if text != "=" or not texts[at + 1][:1].isdigit() or texts[at + 2] not in _ENDS:
            continue
        first = at
        while len(texts[first - 1]) == 1 and texts[first - 1].isascii() and texts[first - 1].isupper():
            first -= 1
        name = "".join(texts[first:at])
        if texts[first - 1] in _ENDS and 2 <= len(name) <= 4 and len(set(name)) > 1:
            yield name


def _joined(found: list[Sign], names: re.Pattern[str]) -> list[Sign]:
    result: list[Sign] = []
    at = 0
    while at < len(found):
        run = at
        while run < len(found) and len(found[run].text) == 1 and found[run].text.isupper():
            run += 1
        match = names.match("".join(sign.text for sign in found[at:run]))
        size = len(match[0]) if match else 1
        piece = found[at : at + size]
        result.append(Sign(match[0], piece[0].start, piece[-1].end) if match else piece[0])
        at += size
    return result

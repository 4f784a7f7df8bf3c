"""Capital letters in a row that are one name: where a post says TP = 40, TP is no product."""

from __future__ import annotations

import re

from generator.equations.signs import Sign

_CAPITALS = re.compile(r"[A-Z]{2,4}")


def abbreviated(formulas: list[list[Sign]]) -> list[list[Sign]]:
    """The formulas with each abbreviation as one sign, if a formula begins by giving it a number."""
    names = {name for found in formulas if (name := _given(found))}
    if not names:
        return formulas
    longest = re.compile("|".join(sorted(map(re.escape, names), key=len, reverse=True)))
    return [_joined(found, longest) for found in formulas]


def _given(found: list[Sign]) -> str:
    """The name that a formula begins with, before an equals sign and a number."""
    letters = 0
    while letters < len(found) and _CAPITALS.fullmatch(found[letters].text * 2):
        letters += 1
    behind = [sign.text for sign in found[letters : letters + 1]]
    if letters < 2 or behind != ["="] or len(found) != letters + 2 or not found[-1].is_number:
        return ""
    name = "".join(sign.text for sign in found[:letters])
    return name if len(set(name)) > 1 and _CAPITALS.fullmatch(name) else ""


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

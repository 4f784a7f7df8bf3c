r"""Slips of the keyboard that change what a formula says: ``^10``, ``(5-1)2``, ``\rm`` before a group."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from generator.equations.findings import Doubt
from generator.equations.signs import Sign

DOTS = frozenset({"\\cdots", "\\ldots", "\\dots", "\\dotsc", "\\dotsb", "..."})
_SWITCHES = {
    "\\rm": "\\mathrm",
    "\\bf": "\\mathbf",
    "\\it": "\\mathit",
    "\\sf": "\\mathsf",
    "\\tt": "\\mathtt",
}


def slips(signs: Sequence[Sign]) -> Iterator[Doubt]:
    """What can be told from the signs alone."""
    yield from _powers(signs)
    yield from _fonts(signs)
    yield from _missing(signs)
    yield from _bases(signs)


def fences(signs: Sequence[Sign]) -> Iterator[Doubt]:
    r"""``\left`` or ``\right`` without the other."""
    waiting: list[Sign] = []
    for sign in signs:
        if sign.text == "\\left":
            waiting.append(sign)
        elif waiting:
            waiting.pop()
        else:
            yield Doubt(sign.start, sign.end, "\\right has no \\left before it")
    for sign in waiting:
        yield Doubt(sign.start, sign.end, "\\left has no \\right behind it")


def _bases(signs: Sequence[Sign]) -> Iterator[Doubt]:
    r"""``\log_1 4``, and ``\log_10 4``, of which TeX takes the 1 alone."""
    for first, mark, base in zip(signs, signs[1:], signs[2:], strict=False):
        if first.text == "\\log" and mark.text == "_" and base.is_number and base.text[0] == "1":
            right = f"; write \\log_{{{base.text}}}" if len(base.text) > 1 else ""
            yield Doubt(mark.start, base.end, f"1 is no base of a logarithm{right}")


def _powers(signs: Sequence[Sign]) -> Iterator[Doubt]:
    for before, mark, sign in zip(["", *(one.text for one in signs)], signs, signs[1:], strict=False):
        if before == "\\log":
            continue
        if mark.text in ("^", "_") and sign.text.isascii() and sign.text.isdigit() and len(sign.text) > 1:
            first, rest = sign.text[0], sign.text[1:]
            right = f"{mark.text}{{{sign.text}}}"
            message = f"{mark.text} takes the {first} alone and leaves {rest} behind; write {right}"
            yield Doubt(mark.start, sign.end, message)


def _fonts(signs: Sequence[Sign]) -> Iterator[Doubt]:
    r"""``\rm{Input} = x``: the braces end nothing, so that x is upright, too."""
    for at, sign in enumerate(signs[:-1]):
        if sign.text not in _SWITCHES:
            continue
        if signs[at + 1].text != "{":
            yield from _swallowing(signs, at)
            continue
        depth = 0
        behind = at + 1
        while behind < len(signs):
            depth += {"{": 1, "}": -1}.get(signs[behind].text, 0)
            behind += 1
            if not depth:
                break
        rest = []
        for one in signs[behind:]:
            depth += {"{": 1, "}": -1}.get(one.text, 0)
            if depth < 0:
                break
            rest.append(one)
        if any(one.text.isalpha() for one in rest):
            right = _SWITCHES[sign.text]
            yield Doubt(sign.start, sign.end, f"{sign.text} changes all that follows; write {right}{{…}}")


def _swallowing(signs: Sequence[Sign], at: int) -> Iterator[Doubt]:
    r"""``\rm P = wx``: no brace ends it before the equals sign."""
    depth = 0
    for sign in signs[at + 1 :]:
        depth += {"{": 1, "}": -1}.get(sign.text, 0)
        if depth < 0:
            return
        if sign.text == "=" and not depth:
            macro = signs[at]
            message = f"{macro.text} changes all that follows; is {_SWITCHES[macro.text]}{{…}} meant?"
            yield Doubt(macro.start, macro.end, message, question=True)
            return


def _missing(signs: Sequence[Sign]) -> Iterator[Doubt]:
    """A number behind a bracket: ``(5-1)2``."""
    numbers = all(not one.text.isalpha() for one in signs)
    for before, sign in itertools.pairwise(signs):
        if numbers and before.text == ")" and sign.is_number and before.end >= sign.start:
            message = f"is a sign missing between ) and {sign.text}?"
            yield Doubt(before.start, sign.end, message, question=True)

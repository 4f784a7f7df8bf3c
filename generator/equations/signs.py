r"""The signs of a formula with their places in the post: macros, numbers in one piece, single characters."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.mathematics.formula import Formula
from generator.writing.tex import tokens

_SPACE = frozenset(
    {"\\,", "\\;", "\\:", "\\!", "\\>", "\\ ", "~", "\\thinspace", "\\medspace", "\\thickspace", "\\enspace"}
    | {"\\displaystyle", "\\textstyle", "\\limits", "\\nolimits", "\\mathstrut", "\\strut", "\\nonumber"}
    | {"\\big", "\\Big", "\\bigg", "\\Bigg", "\\bigl", "\\bigr", "\\Bigl", "\\Bigr", "\\biggl", "\\biggr"}
    | {"\\left", "\\right", "\\middle", "\\bigm", "\\hfill", "\\notag", "\\negthinspace", "\\allowbreak"}
)
_WORD = frozenset({"\\text", "\\mbox", "\\textrm", "\\textbf", "\\textit", "\\tag", "\\label", "\\hspace"})
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:\{,\}\d{3}|\\,\d{3})+(?!\d)|[1-9]\d{0,2}(?:,\d{3})+(?!\d)")
_OPENING = frozenset({"(", "[", "\\{", "\\lbrace", "\\langle"})
_CLOSING = frozenset({")", "]", "\\}", "\\rbrace", "\\rangle"})


@dataclass(frozen=True)
class Sign:
    """A piece of TeX from ``start`` to ``end`` of a post's text; ``inner`` is what a word macro says."""

    text: str
    start: int
    end: int
    inner: str = ""

    @property
    def is_number(self) -> bool:
        return self.text.isascii() and self.text.lstrip(".")[:1].isdigit()


def signs(text: str, formula: Formula, tex: str | None = None) -> list[Sign]:
    """The signs of a formula of the post ``text``; ``tex`` is what it says once macros are written out."""
    placed = _placed(text, formula, formula.tex if tex is None else tex)
    return _without_space(_words(_numbers(placed)))


def fences(text: str, formula: Formula) -> list[Sign]:
    r"""Each ``\left`` and ``\right`` of a formula as it is typed."""
    return [sign for sign in _placed(text, formula, formula.tex) if sign.text in ("\\left", "\\right")]


def _placed(text: str, formula: Formula, tex: str) -> list[Sign]:
    found, at = [], formula.start
    for token in tokens(tex):
        place = text.find(token, at, formula.end) if not token.isspace() else -1
        if token.isspace() or place < 0 or place - at > 60:
            found.append(Sign(token, at, at))
            continue
        at = place + len(token)
        found.append(Sign(token, place, at))
    return found


def _numbers(found: list[Sign]) -> list[Sign]:
    """Digits, what groups them and a decimal point as one sign."""
    result: list[Sign] = []
    at = depth = 0
    while at < len(found):
        sign = found[at]
        depth += (sign.text in _OPENING) - (sign.text in _CLOSING)
        size = _length(found, at, depth) if sign.text.isascii() else 0
        if not size:
            result.append(sign)
            at += 1
            continue
        written = "".join(one.text for one in found[at : at + size])
        digits = re.sub(r"[^\d.]", "", written)
        result.append(Sign(digits, sign.start, found[at + size - 1].end))
        at += size
    return result


def _length(found: list[Sign], at: int, depth: int) -> int:
    """How many signs from ``at`` on make a number; 0 where none begins."""
    if not found[at].text.isdigit() and found[at].text != ".":
        return 0
    run = "".join(one.text for one in found[at : at + 60])
    match = _GROUPED.match(run)
    if match and ("{" in match[0] or "\\" in match[0] or depth <= 0):
        whole = match[0]
    else:
        match = re.match(r"\d+|(?=\.\d)", run)
        if not match:
            return 0
        whole = match[0]
    decimals = re.match(r"\.\d+", run[len(whole) :])
    whole += decimals[0] if decimals else ""
    size = length = 0
    while length < len(whole):
        length += len(found[at + size].text)
        size += 1
    return size


def _words(found: list[Sign]) -> list[Sign]:
    r"""``\text{…}`` and its like as one sign."""
    result: list[Sign] = []
    at = 0
    while at < len(found):
        sign = found[at]
        at += 1
        if sign.text not in _WORD:
            result.append(sign)
            continue
        while at < len(found) and found[at].text.isspace():
            at += 1
        inside, end, at = _group(found, at)
        if sign.text not in ("\\tag", "\\label", "\\hspace"):
            result.append(Sign("\\text", sign.start, end, inside))
    return result


def _group(found: list[Sign], at: int) -> tuple[str, int, int]:
    if at >= len(found) or found[at].text != "{":
        return "", found[at - 1].end, at
    depth, first = 0, at + 1
    while at < len(found):
        depth += {"{": 1, "}": -1}.get(found[at].text, 0)
        at += 1
        if depth == 0:
            break
    return "".join(one.text for one in found[first : at - 1]), found[at - 1].end, at


def _without_space(found: list[Sign]) -> list[Sign]:
    kept: list[Sign] = []
    before = ""
    for sign in found:
        if sign.text.isspace():
            continue
        # \left. and \right. set nothing.
        if sign.text not in _SPACE and not (sign.text == "." and before in ("\\left", "\\right")):
            kept.append(sign)
        before = sign.text
    return kept

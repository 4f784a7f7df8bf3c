"""Asterisks, underscores and tildes as GitHub's reader of Markdown pairs them, where markdown-it differs."""

from __future__ import annotations

import unicodedata

from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter

_SPACES = frozenset("\t\n\f\r")
_ASCII_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


def emphasis(state: StateInline, silent: bool) -> bool:
    """The rule for asterisks and underscores: beside them a tilde is looked through."""
    if silent or state.src[state.pos] not in "*_":
        return False
    start, end = _run(state)
    before, after = start, end
    while before > 0 and state.src[before - 1] == "~":
        before -= 1
    while state.src[after : after + 1] == "~":
        after += 1
    _put(state, _mark(state, end - start, before, after), pieces=end - start)
    return True


def tildes(state: StateInline, silent: bool) -> bool:
    """The rule for one or two tildes: the rule of three holds for them as for asterisks."""
    if silent or state.src[state.pos] != "~":
        return False
    start, end = _run(state)
    _put(state, _mark(state, end - start, start, end) if end - start <= 2 else None, pieces=1)
    return True


def _run(state: StateInline) -> tuple[int, int]:
    end = state.pos
    while state.src[end : end + 1] == state.src[state.pos]:
        end += 1
    return state.pos, end


def _put(state: StateInline, mark: Delimiter | None, pieces: int) -> None:
    start, end = _run(state)
    for _ in range(pieces):
        state.push("text", "", 0).content = state.src[start:end] if pieces == 1 else state.src[start]
        if mark:
            place = len(state.tokens) - 1
            state.delimiters.append(
                Delimiter(mark.marker, mark.length, place, end=-1, open=mark.open, close=mark.close)
            )
    state.pos = end


def _mark(state: StateInline, length: int, before: int, after: int) -> Delimiter:
    """Whether a run opens and closes, by what stands ``before`` and ``after`` it."""
    sign = state.src[state.pos]
    space_before, punctuation_before = _kind(state.src[before - 1] if before else "\n")
    space_after, punctuation_after = _kind(state.src[after : after + 1] or "\n")
    left = not space_after and (not punctuation_after or space_before or punctuation_before)
    right = not space_before and (not punctuation_before or space_after or punctuation_after)
    opens, closes = left, right
    if sign == "_":
        opens = left and (not right or punctuation_before)
        closes = right and (not left or punctuation_after)
    return Delimiter(ord(sign), length, token=-1, end=-1, open=opens, close=closes)


def _kind(sign: str) -> tuple[bool, bool]:
    """Whether a character is white space, and whether punctuation: signs such as → and × are not."""
    category = unicodedata.category(sign)
    space = sign in _SPACES or category == "Zs"
    return space, sign in _ASCII_PUNCTUATION or category[0] == "P"

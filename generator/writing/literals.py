r"""Strings in templates mean what they show: ``math("\nabla")`` is TeX's nabla, not a line end and "abla".

Jinja reads ``\n``, ``\t`` or ``\x`` in a string as Python does, and knows no raw strings. So every backslash
in a string is doubled before Jinja sees it; only a backslash before the string's own quote stays an escape.
"""

from __future__ import annotations

import re

VARIABLE = ("<@", "@>")
BLOCK = ("<!--%", "%-->")
COMMENT = ("<!--#", "#-->")

_STRING = r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*\""""
_START = re.compile("|".join(re.escape(pair[0]) for pair in (COMMENT, BLOCK, VARIABLE)))
_RAW = re.compile(r"<!--%[-+]?\s*raw\s*-?%-->.*?<!--%[-+]?\s*endraw\s*[-+]?%-->", re.DOTALL)
_ENDS = {
    VARIABLE[0]: re.compile(rf"({_STRING})|{re.escape(VARIABLE[1])}", re.DOTALL),
    BLOCK[0]: re.compile(rf"({_STRING})|{re.escape(BLOCK[1])}", re.DOTALL),
}


def raw_strings(source: str) -> str:
    """The template with the backslashes of its strings doubled; lines stay where they are."""
    parts: list[str] = []
    at = 0
    while start := _START.search(source, at):
        parts.append(source[at : start.start()])
        code, at = _code(source, start.start(), start.group())
        parts.append(code)
    return "".join([*parts, source[at:]])


def _code(source: str, start: int, opening: str) -> tuple[str, int]:
    """The code that begins at ``start``, with its strings doubled, and where it ends."""
    if opening == COMMENT[0]:
        end = source.find(COMMENT[1], start)
        end = len(source) if end < 0 else end + len(COMMENT[1])
        return source[start:end], end
    if raw := _RAW.match(source, start):
        return raw.group(), raw.end()
    parts, at = [opening], start + len(opening)
    while found := _ENDS[opening].search(source, at):
        parts.append(source[at : found.start()])
        at = found.end()
        if found[1] is None:
            return "".join([*parts, found.group()]), at
        parts.append(_doubled(found[1]))
    return "".join([*parts, source[at:]]), len(source)


def _doubled(literal: str) -> str:
    quote = literal[0]
    return re.sub(
        r"\\(.)",
        lambda pair: pair[0] if pair[1] == quote else "\\\\" + _twice(pair[1]),
        literal,
        flags=re.DOTALL,
    )


def _twice(sign: str) -> str:
    return "\\\\" if sign == "\\" else sign

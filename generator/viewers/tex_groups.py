"""Groups, brackets and lengths of a formula, which are read without regard to what is in them."""

from __future__ import annotations

import re

from generator.viewers.tex_errors import RefusedError
from generator.writing.tex import Reader

# A length with its unit, as both engines take them.
DISTANCE = re.compile(
    r"\s*[-+]?\s*(?:\d+(?:[.,]\d*)?|[.,]\d+)\s*(?:e[mx]|p[tc]|mm|cm|in|mu|px|dd|cc|nc|nd|sp|bp)\s*"
)
_LONGEST = 20


def raw(reader: Reader, of: str) -> str:
    """Read the argument of the macro ``of``, a group or one token, and return it as it is written."""
    reader.skip_space()
    if reader.peek() != "{":
        token = reader.take()
        if not token or token == "}":
            raise RefusedError(rf"\{of} lacks an argument")
        return token
    start, depth = reader.at + 1, 0
    while reader.at < len(reader.tokens):
        depth += {"{": 1, "}": -1}.get(reader.take(), 0)
        if depth == 0:
            return "".join(reader.tokens[start : reader.at - 1])
    raise RefusedError("{ without }")


def bracket(reader: Reader) -> str:
    """Read a bracket that begins here, and return its inside."""
    reader.take()
    start, depth = reader.at, 0
    while reader.at < len(reader.tokens):
        token = reader.take()
        depth += {"{": 1, "}": -1}.get(token, 0)
        if token == "]" and depth == 0:
            return "".join(reader.tokens[start : reader.at - 1])
        if depth < 0:
            break
    raise RefusedError("[ without ]")


def distance(reader: Reader, of: str) -> None:
    """Read the length behind ``\\kern`` or ``\\hspace``."""
    if reader.peek() == "*":
        reader.take()
    reader.skip_space()
    if reader.peek() == "{":
        found = DISTANCE.fullmatch(raw(reader, of))
        length = 0
    else:
        found = DISTANCE.match("".join(reader.tokens[reader.at : reader.at + _LONGEST]))
        length = len(found.group().rstrip()) if found and of != "hspace" else 0
        found = found if length else None
    if not found:
        raise RefusedError(rf"\{of} without a distance")
    while length > 0:
        length -= len(reader.take())


def single(reader: Reader) -> str:
    """Take one token as TeX counts them: dots, hyphens and primes that stand together are several."""
    token = reader.take()
    if len(token) > 1 and token[0] in ".-'":
        reader.at -= 1
        reader.tokens = [*reader.tokens[: reader.at], *token, *reader.tokens[reader.at + 1 :]]
        return reader.take()
    return token

"""What stands around a formula: the line it shares, the quote, list or HTML block it lies in."""

from __future__ import annotations

import re
from collections.abc import Iterator

_BLOCK = re.compile(r"^(?:[^\S\n]*\S[^\n]*(?:\n|\Z))+", re.MULTILINE)
_BEFORE = re.compile(r"[ \t]*(?:>[ \t]?)*[ \t]*(?:(?:[-*+]|\d+[.)])[ \t]+)*[ \t]*")
_AFTER = re.compile(r"[ \t]*[.,;:。!?]*[ \t]*(?:\\\\)?[ \t]*")
_ITEM = re.compile(r"[ \t>]*(?:[-*+]|\d+[.)])[ \t]")
_QUOTED = re.compile(r"[ \t]*(?:>[ \t]?)+")
_INLINE = "br|span|a|b|i|em|strong|code|sup|sub|img|kbd|mark"
_HTML = re.compile(
    rf"[ ]{{0,3}}<(?!(?:{_INLINE})\b)([a-zA-Z][\w-]*)\b(?![^>]*markdown)",
    re.IGNORECASE,
)


def blocks(text: str) -> Iterator[tuple[int, int]]:
    """Where the runs of lines that are not blank begin and end."""
    return (found.span() for found in _BLOCK.finditer(text))


def line_before(text: str, start: int) -> str:
    """What stands before ``start`` on its line."""
    return text[text.rfind("\n", 0, start) + 1 : start]


def line_after(text: str, end: int) -> str:
    """What stands after ``end`` on its line."""
    stop = text.find("\n", end)
    return text[end : len(text) if stop < 0 else stop]


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a formula shares its lines with nothing but a quote's or a list's mark and punctuation."""
    return bool(_BEFORE.fullmatch(line_before(text, start)) and _AFTER.fullmatch(line_after(text, end)))


def quote_mark(text: str, start: int) -> str:
    """The ``> `` before ``start`` on its line; empty where it stands in no quote."""
    found = _QUOTED.match(line_before(text, start))
    return found.group() if found else ""


def unquoted(text: str, start: int, inside: str) -> str:
    """The inside of a formula without the ``> `` that each of its lines has in a quote."""
    if "\n" not in inside or not quote_mark(text, start):
        return inside
    return "\n".join(_QUOTED.sub("", line, count=1) for line in inside.split("\n"))


def in_html_block(text: str, start: int) -> bool:
    """Whether the lines that hold ``start`` begin with an HTML element that is still open there."""
    begin = 0
    for blank in re.finditer(r"(?:\A|\n)[ \t]*\n", text[:start]):
        begin = blank.end()
    element = _HTML.match(text, begin)
    if not element:
        return False
    name = re.escape(element[1])
    opened = len(re.findall(rf"<{name}\b", text[begin:start], re.IGNORECASE))
    return opened > len(re.findall(rf"</{name}\b", text[begin:start], re.IGNORECASE))


def last_in_bullets(text: str, start: int, end: int) -> bool:
    """Whether a formula is the last thing in an item of a plain list of bullets, so that it may leave it."""
    if _ITEM.match(line_before(text, start)) or not stands_alone(text, start, end):
        return False
    items = [line for line in text[:start].split("\n") if _ITEM.match(line)]
    below = text[end:].partition("\n")[2].lstrip("\n")
    return bool(re.match(r"[-*+] ", items[-1])) and not below[:1].isspace()


def in_list(text: str, start: int) -> bool:
    """Whether ``start`` stands in a list: behind a mark, or indented below one."""
    before = line_before(text, start)
    if _ITEM.match(before):
        return True
    if not before[:1].isspace():
        return False
    for line in reversed(text[:start].split("\n")[:-1]):
        if _ITEM.match(line):
            return True
        if line.strip() and not line[0].isspace():
            return False
    return False


def holder(text: str, start: int, end: int) -> str:
    """What a formula stands in that keeps a viewer from it, in words."""
    if re.match(r"[ \t]*\[\^", line_before(text, start)):
        return "the footnote"
    if "[" in line_before(text, start) and re.match(r"[^\[\]\n]*\][(\[]", line_after(text, end)):
        return "the link"
    if re.search(r"<[A-Za-z][^<>]*>", text[text.rfind("\n\n", 0, start) + 1 : start]):
        return "the HTML element"
    return "what surrounds it"

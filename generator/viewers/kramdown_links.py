"""Links, images, and marks of footnotes."""

from __future__ import annotations

import re

from generator.viewers.kramdown_nodes import Node, link_name
from generator.viewers.kramdown_patterns import ID, SPACE
from generator.viewers.kramdown_span_reader import SpanReader

_FOOTNOTE = re.compile(rf"\[\^({ID})\]")
_START = re.compile(r"!?\[(?=[^^])", re.DOTALL)
_BRACKET = re.compile(r"(\])|!?\[")
_CLOSING = re.compile(r"\]")
_NAME = re.compile(rf"{SPACE}*?\[([^\]]+)?\]")
_ANGLED = re.compile(r"\(<.*?>")
_PARENTHESIS = re.compile(rf"(\()|(\))|{SPACE}(?=['\"])")
_TITLE = re.compile(rf"{SPACE}*?([\"']).+?\1{SPACE}*?\)", re.DOTALL)
_ESCAPED = re.compile(r"\\([\\.*_+`<>()\[\]{}#!:|\"'$=-])")


def footnote_mark(reader: SpanReader) -> bool:
    """``[^name]``; without such a footnote it stays text."""
    found = reader.take(_FOOTNOTE)
    if not found:
        return False
    if found[1] in reader.definitions.footnotes:
        return reader.add(Node("footnote", found[1]))
    return reader.write(found[0])


def link(reader: SpanReader) -> bool:
    """``[text](address)``, ``[text][name]``, ``[name]``, and images; an image's text does not show."""
    found = reader.take(_START)
    if not found:
        return False
    start = reader.place
    kind = "img" if found[0][0] == "!" else "a"
    situation = reader.situation(kind)
    nested = kind == "a" and reader.is_inside("img", "a")
    too_late = start > reader.last_place(_CLOSING)
    if not nested and not too_late and situation not in reader.hopeless and not reader.is_tired():
        node = Node(kind)
        if _read_text(reader, node) and _take_address(reader, start):
            if kind == "img":
                node.children = []
            return reader.add(node)
        reader.hopeless.add(situation)
    reader.place = start
    return reader.write(found[0])


def _read_text(reader: SpanReader, node: Node) -> bool:
    depth = 1

    def closes(found: re.Match[str]) -> bool:
        nonlocal depth
        depth += -1 if found[1] else 1
        # An image inside has taken its own closing bracket.
        return depth == sum(child.kind == "img" for child in node.children)

    return reader.read(node, _BRACKET, closes)


def _take_address(reader: SpanReader, start: int) -> bool:
    text = _ESCAPED.sub(r"\1", reader.text[start : reader.place])
    reader.place += 1
    if (name := reader.take(_NAME)) or reader.text[reader.place : reader.place + 1] != "(":
        return link_name((name and name[1]) or text) in reader.definitions.links
    if reader.take(_ANGLED):
        if reader.text.startswith(")", reader.place):
            reader.place += 1
            return True
    elif _take_parentheses(reader):
        return True
    return reader.take(_TITLE) is not None


def _take_parentheses(reader: SpanReader) -> bool:
    """Go to the end of an address, or to a title behind it; whether that was the end."""
    depth = 0
    while found := _PARENTHESIS.search(reader.text, reader.place):
        reader.place = found.end()
        if found[1]:
            depth += 1
        elif found[2]:
            depth -= 1
            if not depth:
                return True
        else:
            return False
    return False

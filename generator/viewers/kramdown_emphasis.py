"""Emphasis between stars, low lines and tildes."""

from __future__ import annotations

import re

from generator.viewers.kramdown_nodes import Node
from generator.viewers.kramdown_span_reader import SpanReader

_START = re.compile(r"\*\*?|__?")
_STOPS = {delimiter: re.compile(re.escape(delimiter)) for delimiter in ("*", "**", "_", "__")}
_ENDS = {
    "*": re.compile(r"(?<![ \t\n\r\f\v])(?=\*)(?!\*\*(?!\*))"),
    "**": re.compile(r"(?<![ \t\n\r\f\v])(?=\*\*)"),
    "_": re.compile(r"(?<![ \t\n\r\f\v])(?=_)(?!__(?!_))(?!_[^\W_])"),
    "__": re.compile(r"(?<![ \t\n\r\f\v])(?=__)(?!__[^\W_])"),
}
_STRUCK = re.compile(r"~~(?![ \t\n\r\f\v~]).*?[^ \t\n\r\f\v~]~~", re.DOTALL)
_WHITE = frozenset(" \t\n\r\f\v")


def emphasis(reader: SpanReader) -> bool:
    """``*em*``, ``**strong**``, and the same with low lines."""
    start = reader.place
    after_word = _is_after_word(reader.text, start)
    found = reader.take(_START)
    if not found:
        return False
    delimiter, kind = found[0], "strong" if len(found[0]) == 2 else "em"
    follows = reader.text[reader.place : reader.place + 1]
    if (delimiter[0] == "_" and after_word) or follows in _WHITE or reader.is_inside(kind):
        return reader.write(delimiter)
    node = _try(reader, delimiter, kind)
    if node is None and kind == "strong" and reader.node.kind != "em":
        reader.place = start + 1
        delimiter = delimiter[0]
        node = _try(reader, delimiter, "em")
    if node is None:
        reader.place = found.end()
        return reader.write(found[0])
    reader.place += len(delimiter)
    return reader.add(node)


def _is_after_word(text: str, place: int) -> bool:
    before = text[max(place - 2, 0) : place]
    return before[-1:].isalpha() or (before[1:] == "-" and before[0].isalpha())


def _try(reader: SpanReader, delimiter: str, kind: str) -> Node | None:
    situation = reader.situation(delimiter)
    too_late = reader.place > reader.last_place(_ENDS[delimiter])
    if too_late or situation in reader.hopeless or reader.is_tired():
        return None
    node, end = Node(kind), _ENDS[delimiter]

    def accepts(found: re.Match[str]) -> bool:
        return bool(node.children) and end.match(reader.text, found.start()) is not None

    if reader.read(node, _STOPS[delimiter], accepts):
        return node
    reader.hopeless.add(situation)
    return None


def strike(reader: SpanReader) -> bool:
    """``~~struck out~~``: the text between is read by itself."""
    found = reader.take(_STRUCK)
    if not found:
        return False
    node = Node("del")
    SpanReader(found[0][2:-2], reader.grammar, reader.definitions).read(node)
    return reader.add(node)

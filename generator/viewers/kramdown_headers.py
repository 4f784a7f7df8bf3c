"""Headers: with number signs, and underlined."""

from __future__ import annotations

import re

from generator.viewers.kramdown_nodes import Node
from generator.viewers.kramdown_reader import Reader

_HEADER = re.compile(r"#{1,6}[\t ]+(.*)\n")
_UNDERLINED = re.compile(r" {0,3}([^ \t\n].*)\n[-=]+[ \t\r\f\v]*\n")
_HEADER_ID = re.compile(r"[\t ]\{#[^\W\d][\w\-.:·]*\}\Z")


def header(reader: Reader) -> bool:
    """``## text ##``, after an empty line or not."""
    if found := reader.match(_HEADER):
        return _add_header(reader, found, re.sub(r"[\t ]#+\Z", "", _without_id(found[1])).rstrip())
    return False


def underlined_header(reader: Reader) -> bool:
    """One line of text and a line of equals signs or hyphens."""
    if reader.after_boundary() and (found := reader.match(_UNDERLINED)):
        return _add_header(reader, found, _without_id(found[1]))
    return False


def _without_id(text: str) -> str:
    return _HEADER_ID.sub("", text.rstrip()).rstrip()


def _add_header(reader: Reader, found: re.Match[str], text: str) -> bool:
    if not text:
        return False
    reader.source.place = found.end()
    return reader.add(Node("header", children=[Node("raw", text)]))

"""What a document defines in lines of their own: footnotes, addresses, abbreviations, attributes."""

from __future__ import annotations

import re

from generator.viewers.kramdown_html import read_verbatim
from generator.viewers.kramdown_nodes import Node, link_name
from generator.viewers.kramdown_patterns import (
    ATTRIBUTES,
    ID,
    INDENT,
    LINE_ATTRIBUTES,
    SPACE,
    code_end,
    line_end,
)
from generator.viewers.kramdown_reader import Reader

_FOOTNOTE = re.compile(rf" {{0,3}}\[\^({ID})\]:")
_LINK = re.compile(
    r" {0,3}\[([^\n\]]+)\]:[ \t]*(?:<.*?>|([^\n]*?[^ \t\n\r\f\v][^\n]*?))"
    r"(?:(?:[ \t]*?\n|[ \t]+?)[ \t]*?([\"']).+?\3)?[ \t]*?\n"
)
_ABBREVIATION = re.compile(r" {0,3}\*\[(.+?)\]:.*?\n")
_NAMED_ATTRIBUTES = re.compile(rf" {{0,3}}\{{:{ID}:{ATTRIBUTES}+\}}{SPACE}*?\n")
_EXTENSION = re.compile(rf" {{0,3}}\{{::([a-zA-Z0-9_]+)(?:{SPACE}({ATTRIBUTES}*?)|)(/)?\}}{SPACE}*?\n")


def footnote(reader: Reader) -> bool:
    """``[^name]: text``, with indented lines after it."""
    found = reader.match(_FOOTNOTE)
    if not found:
        return False
    text = reader.source.text
    end = code_end(text, line_end(text, found.end()))
    reader.source.place = end
    note = Node("note")
    reader.inside(note, INDENT.sub("", text[found.end() : end]))
    reader.definitions.footnotes[found[1]] = note
    return reader.add(Node("end", "definition"))


def link(reader: Reader) -> bool:
    """``[name]: address "title"``."""
    found = reader.match(_LINK)
    if not found or re.search(r"[ \t]+[\"']", found[2] or ""):
        return False
    reader.source.place = found.end()
    reader.definitions.links.add(link_name(found[1]))
    return reader.add(Node("end", "definition"))


def abbreviation(reader: Reader) -> bool:
    """``*[CNN]: convolutional neural network``."""
    found = reader.take(_ABBREVIATION)
    if not found:
        return False
    reader.definitions.abbreviations.append(found[1])
    return reader.add(Node("end", "definition"))


def extension(reader: Reader) -> bool:
    """Attributes for a block before or after, names for attributes, and ``{::comment}``."""
    if reader.take(_NAMED_ATTRIBUTES):
        return reader.add(Node("end", "attributes"))
    if found := reader.match(_EXTENSION):
        return _extension(reader, found)
    found = reader.take(LINE_ATTRIBUTES)
    if not found:
        return False
    last = reader.last()
    if last and last.kind != "blank" and (last.kind != "end" or last.text == "definition"):
        last.attributes = f"{last.attributes} {found[1]}".strip()
        return bool(reader.match(LINE_ATTRIBUTES)) or reader.add(Node("end", "attributes"))
    reader.pending = f"{reader.pending} {found[1]}".strip()
    return True


def _extension(reader: Reader, start: re.Match[str]) -> bool:
    name, body, end = start[1], "", start.end()
    if not start[3]:
        stop = re.compile(rf"^ {{0,3}}\{{:/(?:{name})?\}}{SPACE}*?\n", re.MULTILINE)
        found = stop.search(reader.source.text, end)
        if not found:
            return False
        body, end = reader.source.text[end : found.start()], found.end()
    if name not in ("comment", "nomarkdown", "options"):
        return False
    reader.source.place = end
    if name == "nomarkdown":
        reader.node.children.append(read_verbatim(body))
    elif name == "comment" and body:
        reader.node.children.append(Node("comment"))
    elif name == "options":
        reader.add(Node("end", "extension"))
    return True

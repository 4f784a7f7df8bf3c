"""HTML that stands as a block: kramdown leaves it as it is, but where ``markdown="1"`` asks for more."""

from __future__ import annotations

import re

from generator.viewers.html_elements import (
    BLOCK_CONTENT,
    EMPTY_ELEMENTS,
    KNOWN_ELEMENTS,
    SPAN_CONTENT,
    SPAN_ELEMENTS,
)
from generator.viewers.kramdown_nodes import Definitions, Node, write
from generator.viewers.kramdown_patterns import CLOSE_TAG, COMMENT, INSTRUCTION, NAME, OPEN_TAG, SPACE
from generator.viewers.kramdown_reader import DEEPEST, Reader, Source

_OPEN_LINE = re.compile(r" {0,3}" + OPEN_TAG.pattern, re.DOTALL)
_CLOSE_LINE = re.compile(r" {0,3}" + CLOSE_TAG.pattern)
_MARKUP = re.compile(rf"<(?:{NAME}|/|!--|\?)")
_REST_OF_LINE = re.compile(r"[ \t]*\n")
_ATTRIBUTE = re.compile(rf"({NAME})(?:{SPACE}*={SPACE}*(?:(\w+)|(\"|')(.*?)\3))?", re.DOTALL)


def html_block(reader: Reader) -> bool:
    """An element or a comment that begins a line, or the end of the element that is being read."""
    if reader.take(COMMENT):
        reader.node.children.append(Node("comment"))
        reader.take(_REST_OF_LINE)
        return True
    if (found := reader.match(_OPEN_LINE)) and found[1].lower() not in SPAN_ELEMENTS:
        reader.source.place = found.end()
        _element(reader, found)
        return True
    found = reader.match(_CLOSE_LINE)
    if found and reader.node.kind == "html" and found[1].lower() == reader.node.text:
        reader.source.place = found.end()
        reader.closed = True
    return reader.closed


def element_name(written: str) -> str:
    """HTML's own names mean the same in capitals."""
    return written.lower() if written.lower() in KNOWN_ELEMENTS else written


def html_attributes(written: str) -> dict[str, str]:
    """The attributes of a tag, by their names in small letters."""
    return {found[1].lower(): found[2] or found[4] or "" for found in _ATTRIBUTE.finditer(written)}


def html_node(name: str, attributes: dict[str, str]) -> Node:
    """An element with the class that MathJax looks for."""
    classes = attributes.get("class", "").split()
    return Node("html", name, attributes=" ".join(f".{word}" for word in classes), verbatim=True)


def read_verbatim(text: str) -> Node:
    """HTML that a document hands through untouched."""
    node = Node("p", transparent=True, verbatim=True)
    _read_verbatim(Reader(Source(text), node, Definitions(), lambda *_: None))
    return node


def _element(reader: Reader, tag: re.Match[str]) -> None:
    name = element_name(tag[1])
    attributes = html_attributes(tag[2])
    node = html_node(name, attributes)
    reader.give_attributes(node)
    parent_is_verbatim = reader.node.kind == "html" and reader.node.verbatim
    reader.node.children.append(node)
    if name in ("script", "style"):
        _until_close(reader.source, name)
    elif not tag[4] and name not in EMPTY_ELEMENTS and reader.source.depth < DEEPEST:
        reader.source.depth += 1
        _content(reader, node, attributes.get("markdown"))
        reader.source.depth -= 1
    if not parent_is_verbatim and not tag[4] and name not in EMPTY_ELEMENTS | {"script", "style"}:
        reader.take(_REST_OF_LINE)


def _content(reader: Reader, node: Node, markdown: str | None) -> None:
    if markdown == "1":
        markdown = "block" if node.text in BLOCK_CONTENT else "span" if node.text in SPAN_CONTENT else "0"
    if markdown == "block":
        node.verbatim = False
        reader.take(_REST_OF_LINE)
        reader.read_blocks(reader.definitions, node, reader.source)
    elif markdown == "span":
        node.verbatim = False
        write(node, _until_close(reader.source, node.text), "raw")
    else:
        _read_verbatim(Reader(reader.source, node, reader.definitions, reader.read_blocks))


def _read_verbatim(reader: Reader) -> None:
    source = reader.source
    while not reader.at_end():
        found = _MARKUP.search(source.text, source.place)
        end = found.start() if found else len(source.text)
        write(reader.node, source.text[source.place : end])
        source.place = end
        if reader.take(COMMENT) or reader.take(INSTRUCTION):
            reader.node.children.append(Node("comment"))
        elif tag := reader.take(OPEN_TAG):
            _element(reader, tag)
        elif tag := reader.take(CLOSE_TAG):
            if element_name(tag[1]) == reader.node.text:
                return
            write(reader.node, tag[0])
        elif not reader.at_end():
            write(reader.node, source.text[source.place])
            source.place += 1


def _until_close(source: Source, name: str) -> str:
    start = source.place
    found = re.compile(rf"</{re.escape(name)}{SPACE}*>", re.IGNORECASE).search(source.text, start)
    source.place = found.end() if found else len(source.text)
    return source.text[start : found.start() if found else len(source.text)]

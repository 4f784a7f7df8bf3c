"""HTML inside running text, addresses in angle brackets, and ``{: … }`` behind a span."""

from __future__ import annotations

import re

from generator.viewers.html_elements import (
    BLOCK_CONTENT,
    BLOCK_ELEMENTS,
    EMPTY_ELEMENTS,
    KNOWN_ELEMENTS,
    SPAN_CONTENT,
)
from generator.viewers.kramdown_html import element_name, html_attributes, html_node, read_verbatim
from generator.viewers.kramdown_nodes import Node, write
from generator.viewers.kramdown_patterns import ATTRIBUTES, CLOSE_TAG, COMMENT, ID, NAME, OPEN_TAG, SPACE
from generator.viewers.kramdown_span_reader import Grammar, SpanReader

_AUTOLINK = re.compile(r"<((?:mailto|https?|ftps?):.+?|(?:[^\W_]|[-_.])+?@(?:[^\W_]|[-_.])+?)>")
_START = re.compile(rf"<(?:{NAME}|!--|/)")
_EXTENSION = re.compile(rf"\{{::([a-zA-Z0-9_]+)(?:{SPACE}({ATTRIBUTES}*?)|)(/)?\}}")
_EXTENSION_END = re.compile(rf"\{{:/(?:{ID})?\}}")
_SPAN_ATTRIBUTES = re.compile(rf"\{{:({ATTRIBUTES}+)\}}")
# Elements in elements, far more than anybody writes: what is deeper is text.
_DEEPEST = 60


def autolink(reader: SpanReader) -> bool:
    """``<https://…>`` and ``<name@place>``."""
    if found := reader.take(_AUTOLINK):
        return reader.add(Node("a", children=[Node("text", found[1])]))
    return False


def element(reader: SpanReader) -> bool:
    """A comment or an element; tags that have no place in running text stay text."""
    if not reader.match(_START):
        return False
    if len(reader.open) > _DEEPEST or reader.is_tired():
        return reader.write_letter()
    if found := reader.take(COMMENT):
        return reader.add(Node("comment", found[0]))
    if found := reader.take(CLOSE_TAG):
        return reader.write(found[0])
    found = reader.take(OPEN_TAG)
    if not found:
        return reader.write_letter()
    name = element_name(found[1])
    if name in BLOCK_ELEMENTS:
        return reader.write(found[0])
    attributes = html_attributes(found[2])
    node = html_node(name, attributes)
    node.verbatim = not _reads_markdown(name, reader.node.verbatim, attributes.get("markdown"))
    reader.add(node)
    if not found[4] and name not in EMPTY_ELEMENTS:
        _read_content(reader, node)
    return True


def _reads_markdown(name: str, inside_verbatim: bool, wish: str | None) -> bool:
    fits = name in BLOCK_CONTENT or name in SPAN_CONTENT
    if wish == "1":
        return fits
    if wish in ("0", "span"):
        return wish == "span"
    return fits and not inside_verbatim


def _read_content(reader: SpanReader, node: Node) -> None:
    flags = re.IGNORECASE if node.text in KNOWN_ELEMENTS else 0
    stop = re.compile(rf"</{re.escape(node.text)}{SPACE}*>", flags)
    if reader.read(node, stop, grammar=_HTML if node.verbatim else None):
        reader.take(stop)
    else:
        write(node, reader.text[reader.place :])
        reader.place = len(reader.text)


_HTML = Grammar(re.compile("<"), {"<": (element,)})


def extension(reader: SpanReader) -> bool:
    """``{::comment}`` and its kind, and attributes, which vanish behind any element and stay behind text."""
    if not reader.text.startswith("{:", reader.place):
        return False
    if found := reader.match(_EXTENSION):
        return _extension(reader, found)
    if reader.match(_EXTENSION_END):
        return reader.write_letter()
    found = reader.match(_SPAN_ATTRIBUTES)
    last = reader.node.children[-1] if reader.node.children else None
    if not found or last is None or last.kind == "text":
        return reader.write_letter()
    reader.place = found.end()
    last.attributes = f"{last.attributes} {found[1]}".strip()
    return True


def _extension(reader: SpanReader, start: re.Match[str]) -> bool:
    name, body, end = start[1], "", start.end()
    if not start[3]:
        stop = re.compile(rf"\{{:/(?:{name})?\}}").search(reader.text, end)
        if not stop:
            return reader.write_letter()
        body, end = reader.text[start.end() : stop.start()], stop.end()
    if name not in ("comment", "nomarkdown", "options"):
        return reader.write_letter()
    reader.place = end
    if name == "nomarkdown":
        reader.add(read_verbatim(body))
    elif name == "comment" and body:
        reader.add(Node("comment"))
    return True

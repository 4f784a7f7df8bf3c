"""A document's blocks as kramdown reads them: paragraphs, quotations, code, formulas, and all the others."""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.viewers.kramdown_definition_lists import definition_list
from generator.viewers.kramdown_definitions import abbreviation, extension, footnote, link
from generator.viewers.kramdown_headers import header, underlined_header
from generator.viewers.kramdown_html import html_block
from generator.viewers.kramdown_lists import bullets_or_numbers
from generator.viewers.kramdown_nodes import Definitions, Node, write
from generator.viewers.kramdown_patterns import (
    BLANK,
    END_OF_BLOCK,
    FENCED_CODE,
    LAZY_END,
    PARAGRAPH_END,
    QUOTE_START,
    RULE,
    SPACE,
    code_end,
    stripped,
)
from generator.viewers.kramdown_reader import Reader, Source
from generator.viewers.kramdown_tables import table

_FORMULA = re.compile(rf" {{0,3}}(\\)?\$\$(.*?)\$\$({SPACE}*?\n)?", re.DOTALL)
_BACKSLASH = re.compile(r" {0,3}\\")


def read(text: str) -> tuple[Node, Definitions]:
    """The document's blocks, whose text still has to be read as spans, and what it defines."""
    definitions, root = Definitions(), Node("root")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    read_blocks(definitions, root, Source(text.removesuffix("\n") + "\n"))
    return root, definitions


def read_blocks(definitions: Definitions, node: Node, source: Source) -> None:
    """Read blocks into ``node`` to the end of the source, or of the HTML element that ``node`` is."""
    reader = Reader(source, node, definitions, read_blocks)
    while not reader.at_end() and not reader.closed:
        if not any(block(reader) for block in _BLOCKS) and not reader.closed:
            write(node, reader.take_line(), "raw")


def _blank(reader: Reader) -> bool:
    if not (found := reader.take(BLANK)):
        return False
    last = reader.last()
    if last and last.kind == "blank":
        last.text += found[0]
        return True
    return reader.add(Node("blank", found[0]))


def _indented_code(reader: Reader) -> bool:
    end = code_end(reader.source.text, reader.source.place)
    if end == reader.source.place:
        return False
    reader.source.place = end
    return reader.add(Node("code"))


def _fenced_code(reader: Reader) -> bool:
    return bool(reader.take(FENCED_CODE)) and reader.add(Node("code"))


def _quotation(reader: Reader) -> bool:
    if not reader.match(QUOTE_START):
        return False
    quotation = Node("blockquote")
    text = QUOTE_START.sub("", reader.take_lines_until(LAZY_END))
    reader.add(quotation)
    reader.inside(quotation, text)
    return True


def _rule(reader: Reader) -> bool:
    return bool(reader.take(RULE)) and reader.add(Node("hr"))


def _formula(reader: Reader) -> bool:
    found = reader.match(_FORMULA)
    if not found or not reader.after_boundary():
        return False
    if found[1]:
        # The backslash goes; what follows is a paragraph.
        if found[3]:
            reader.take(_BACKSLASH)
        return False
    before, reader.source.place = reader.source.place, found.end()
    if not reader.before_boundary():
        reader.source.place = before
        return False
    return reader.add(Node("formula", stripped(found[2])))


def _end_of_block(reader: Reader) -> bool:
    return bool(reader.take(END_OF_BLOCK)) and reader.add(Node("end"))


def _paragraph(reader: Reader) -> bool:
    start = reader.source.place
    text = reader.take_lines_until(PARAGRAPH_END).rstrip(" \t\n\r\f\v\0")
    if not text.strip(" \t"):
        return False
    last = reader.last()
    if last and last.kind == "p":
        breaks = reader.source.text[max(start - 3, 0) : start] == "  \n"
        write(last, ("  \n" if breaks else "\n") + text, "raw")
        return True
    return reader.add(Node("p", children=[Node("raw", text.lstrip(" \t\n\r\f\v\0"))]))


_BLOCKS: tuple[Callable[[Reader], bool], ...] = (
    _blank,
    _indented_code,
    _fenced_code,
    _quotation,
    header,
    _rule,
    bullets_or_numbers,
    definition_list,
    html_block,
    underlined_header,
    _formula,
    table,
    footnote,
    link,
    abbreviation,
    extension,
    _end_of_block,
    _paragraph,
)

"""Tables: any paragraph whose lines have a bar, be it meant or not."""

from __future__ import annotations

import re
from itertools import chain

from generator.viewers.kramdown_nodes import Node
from generator.viewers.kramdown_reader import Reader
from generator.viewers.kramdown_span_reader import SpanReader
from generator.viewers.kramdown_spans import CODE, CODE_AND_HTML

_BAR = r"(?:\||.*?[^\\\n]\|)"
_STARTS_WITH_BAR = re.compile(_BAR)
_START = re.compile(rf" {{0,3}}(?=[^ \t\n\r\f\v]){_BAR}.*?\n")
_LINE = re.compile(rf"{_BAR}.*?\n")
_RULE = re.compile(r"[+|: \t-]*?-[+|: \t-]*?[ \t]*\n")
_FOOT = re.compile(r"[+|: \t=]*?=[+|: \t=]*?[ \t]*\n")
_CODE_ELEMENT = re.compile(r"(<code.*?>.*?</code>)")


def table(reader: Reader) -> bool:
    """A table's cells; a paragraph follows if the bars are only in code or on some lines."""
    if not reader.match(_START) or not reader.after_boundary():
        return False
    source, start = reader.source, reader.source.place
    leading = source.text[start:].lstrip(" \t").startswith("|")
    reader.take(_RULE)
    rows, has_body = _rows(reader, leading)
    if reader.before_boundary() and has_body and _has_bars(source.text[start : source.place - 1], reader):
        cells = [Node("td", children=[Node("raw", cell.strip(" \t\n\r\f\v\0"))]) for cell in chain(*rows)]
        return reader.add(Node("table", children=cells))
    source.place = start
    return False


def _rows(reader: Reader, leading: bool) -> tuple[list[list[str]], bool]:
    """The cells of each row, and whether some are in the table's body."""
    rows: list[list[str]] = []
    waiting, in_head, in_foot, has_body = 0, False, False, False
    while reader.match(_LINE):
        if reader.take(_RULE):
            if waiting and not in_head and not in_foot and not has_body:
                in_head, waiting = True, 0
            elif waiting and not in_foot:
                has_body, waiting = True, 0
        elif reader.take(_FOOT):
            has_body, waiting, in_foot = has_body or bool(waiting), 0, True
        else:
            rows.append(_cells(reader, reader.take_line().rstrip("\n").rstrip(" \t"), leading))
            waiting += 1
    return rows, has_body or (bool(waiting) and not in_foot)


def _cells(reader: Reader, line: str, leading: bool) -> list[str]:
    cells: list[str] = []
    for number, part in enumerate(_CODE_ELEMENT.split(line)):
        if number % 2:
            _append(cells, [part])
            continue
        root = Node("raw")
        SpanReader(part, CODE, reader.definitions).read(root)
        for node in root.children:
            if node.kind == "text":
                _append(cells, [cell.replace(r"\|", "|") for cell in re.split(r"(?<!\\)\|", node.text)])
            else:
                _append(cells, [_as_code(node.text)])
    if leading and cells and not cells[0].strip():
        del cells[0]
    if cells and not cells[-1].strip():
        cells.pop()
    return cells


def _append(cells: list[str], parts: list[str]) -> None:
    """Add text to the last cell, and cells after it."""
    if cells:
        cells[-1] += parts[0]
        cells += parts[1:]
    else:
        cells += parts


def _as_code(text: str) -> str:
    ticks = max(re.findall("`+", text), default="") + "`"
    space = " " if len(ticks) > 1 else ""
    return f"{ticks}{space}{text}{space}{ticks}"


def _has_bars(text: str, reader: Reader) -> bool:
    """Whether each line has a bar outside of code."""
    root = Node("raw")
    SpanReader(text, CODE_AND_HTML, reader.definitions).read(root)
    seen = False
    for node in root.children:
        lines = node.text.rstrip("\n").split("\n") if node.text.strip("\n") else []
        if node.kind == "code":
            if len(lines) > 2 or (len(lines) == 2 and not seen):
                return seen
            seen = seen and len(lines) != 2
        else:
            if len(lines) > 1 and not seen and not _STARTS_WITH_BAR.match(lines[0]):
                return False
            seen = (seen and len(lines) <= 1) or bool(lines and _STARTS_WITH_BAR.match(lines[-1]))
    return seen

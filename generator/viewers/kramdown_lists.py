"""Lists with bullets or numbers."""

from __future__ import annotations

import re

from generator.viewers.kramdown_items import Item, first_line, next_line, start_pattern
from generator.viewers.kramdown_nodes import Node
from generator.viewers.kramdown_patterns import (
    BLANK,
    END_OF_BLOCK,
    LIST_START,
    RULE,
    SPACE,
)
from generator.viewers.kramdown_reader import Reader

_BULLET = r"[+*-]"
_NUMBER = r"[0-9]+\."
_TASK = re.compile(rf"\A{SPACE}*\[[ xX]\]{SPACE}+")
_CHECKBOX = '<input type="checkbox" />'


def bullets_or_numbers(reader: Reader) -> bool:
    """A list and its items, with the blocks in them."""
    if not reader.match(LIST_START):
        return False
    kind, marker = ("ul", _BULLET) if reader.match(start_pattern(_BULLET, 4)) else ("ol", _NUMBER)
    node = Node(kind)
    reader.give_attributes(node)
    items, ended = _items(reader, marker)
    reader.node.children.append(node)
    for item in items:
        node.children.append(child := Node("li"))
        for part in item.parts:
            reader.inside(child, part)
    last = None
    for child in node.children:
        last = _settle(node, child, ended) if child.children else last
    if last and not ended:
        reader.node.children.append(last)
    _check_boxes(node)
    return True


def _items(reader: Reader, marker: str) -> tuple[list[Item], bool]:
    items: list[Item] = []
    start, after_blank, nested = start_pattern(marker, 4), False, False
    while not reader.at_end():
        if after_blank and reader.match(RULE):
            break
        if reader.take(END_OF_BLOCK):
            return items, True
        if found := reader.take(start):
            items.append(first_line(found))
            start = start_pattern(marker, items[-1].indentation)
            nested, after_blank = bool(LIST_START.match(items[-1].parts[0])), False
        elif more := next_line(reader, items[-1], after_blank):
            nested, after_blank = _append(items[-1], more, nested), False
        elif blank := reader.take(BLANK):
            items[-1].parts[-1] += blank[0]
            nested = after_blank = True
        else:
            break
    return items, False


def _append(item: Item, more: tuple[str, bool], nested: bool) -> bool:
    """Add a line to an item; whether a list may now be inside it."""
    line, indented = more
    if LIST_START.match(line):
        if not nested and indented:
            item.parts.append("")
            nested = True
        elif nested and not indented:
            line = " " * (item.indentation + 4) + line
    item.parts[-1] += line
    return nested


def _settle(node: Node, item: Node, ended: bool) -> Node | None:
    """Decide whether an item's first paragraph stands without an element; the empty lines after the item."""
    first, is_last = item.children[0], item is node.children[-1]
    if first.kind == "p" and len(item.children) > 1 and item.children[1].kind == "end" and first.attributes:
        del item.children[1]
    second = item.children[1].kind if len(item.children) > 1 else ""
    tight = second != "blank" or (is_last and len(item.children) == 2 and not ended)
    if first.kind == "p" and tight and (not is_last or len(node.children) == 1 or _others_are_tight(node)):
        first.transparent = True
    return item.children.pop() if item.children[-1].kind == "blank" else None


def _others_are_tight(node: Node) -> bool:
    return any(
        not item.children or item.children[0].kind != "p" or item.children[0].transparent
        for item in node.children[:-1]
    )


def _check_boxes(node: Node) -> None:
    for item in node.children:
        if item.children and item.children[0].kind == "p":
            text = item.children[0].children[0]
            text.text = _TASK.sub(_CHECKBOX, text.text)

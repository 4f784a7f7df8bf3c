"""Definition lists: a paragraph of terms, and lines that begin with a colon."""

from __future__ import annotations

from generator.viewers.kramdown_items import Item, first_line, next_line, start_pattern
from generator.viewers.kramdown_nodes import Node
from generator.viewers.kramdown_patterns import BLANK, DEFINITION_START, END_OF_BLOCK, ITEM_ATTRIBUTES
from generator.viewers.kramdown_reader import Reader


def definition_list(reader: Reader) -> bool:
    """The terms are the paragraph before, so there must be one."""
    children = reader.node.children
    if not reader.match(DEFINITION_START) or not _terms_stand_before(children):
        return False
    apart = children[-1].kind == "blank"
    if apart:
        children.pop()
    paragraph = children.pop()
    reader.pending = ""
    node = Node("dl", attributes=paragraph.attributes)
    node.children += [_term(line) for line in paragraph.children[0].text.split("\n") if line]
    after: Node | None = None
    for item, loose in _items(reader, apart):
        definition = _definition(reader, item, loose)
        if definition.children:
            after = definition.children.pop() if definition.children[-1].kind == "blank" else None
        node.children.append(definition)
    _join(children, node)
    if after:
        children.append(after)
    return True


def _terms_stand_before(children: list[Node]) -> bool:
    if not children:
        return False
    if children[-1].kind == "p":
        return True
    return (
        len(children) > 1
        and (children[-1].kind, children[-1].text) == ("blank", "\n")
        and children[-2].kind == "p"
    )


def _term(line: str) -> Node:
    attributes = ITEM_ATTRIBUTES.match(line)
    return Node("dt", children=[Node("raw", line[attributes.end() :] if attributes else line)])


def _items(reader: Reader, loose: bool) -> list[tuple[Item, bool]]:
    items: list[tuple[Item, bool]] = []
    start, after_blank = start_pattern(":", 4), False
    while not reader.at_end():
        if found := reader.take(start):
            items.append((first_line(found), loose))
            start = start_pattern(":", items[-1][0].indentation)
            loose = after_blank = False
        elif reader.match(END_OF_BLOCK):
            break
        elif more := next_line(reader, items[-1][0], after_blank):
            items[-1][0].parts[0] += more[0]
            loose = after_blank = False
        elif blank := reader.take(BLANK):
            items[-1][0].parts[0] += blank[0]
            loose = after_blank = True
        else:
            break
    return items


def _definition(reader: Reader, item: Item, loose: bool) -> Node:
    node = Node("dd")
    reader.inside(node, item.parts[0])
    if node.children and node.children[0].kind == "p" and not loose:
        node.children[0].transparent = True
    return node


def _join(children: list[Node], node: Node) -> None:
    """Lists that follow each other are one."""
    if len(children) > 1 and children[-1].kind == "blank" and children[-2].kind == "dl":
        children.pop()
    if children and children[-1].kind == "dl":
        children[-1].children += node.children
    else:
        children.append(node)

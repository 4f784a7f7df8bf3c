"""Functions that the post defines, at numbers: their bodies with the numbers in place."""

from __future__ import annotations

from dataclasses import replace

from generator.equations.definitions import Definitions
from generator.equations.tree import Node


def inlined(node: Node, known: Definitions) -> Node:
    """The expression with what is defined written out where its arguments are numbers."""
    if node.kind == "call" and all(part.is_numeric for part in node.parts):
        plain = node.name.rstrip("'")
        found = known.functions.get((plain, len(node.parts)))
        if found is None:
            return node
        if node.name == plain:
            values = dict(zip(found.parameters, node.parts, strict=True))
            return replace(_with(found.body, values), start=node.start, end=node.end)
        letter = Node("symbol", node.start, node.end, (), found.parameters[0])
        if node.name == plain + "'" and len(node.parts) == 1 and found.body.symbols <= {letter.key}:
            return Node("slope", node.start, node.end, (node.parts[0], found.body, letter))
        return node
    parts = tuple(inlined(part, known) for part in node.parts)
    return node if parts == node.parts else replace(node, parts=parts)


def _with(body: Node, values: dict[str, Node]) -> Node:
    if body.kind == "symbol" and not body.parts and body.name in values:
        return values[body.name]
    return replace(body, parts=tuple(_with(part, values) for part in body.parts))

"""GitHub's reading of a document: cmark-gfm, then the dollar rules on what it left as text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.viewers.shown import Shown
from tests.viewers.cmark import Node, parse

# Before a formula: nothing, a blank, a line's start or an opening bracket; after it: no word and no dollar.
FORMULA = re.compile(
    r"(?<![^ \t\n(])(?:"
    r"\$\$(?P<double>[^$]+)\$\$"
    r"|\$(?P<single>[^\s$](?:[^$\n]*[^\s$])?)\$"
    r")(?![A-Za-z0-9_$])"
)
# The same holds for the dollars around inline code.
OPENS_CODE = re.compile(r"(?<![^ \t\n(])\$\Z")
CLOSES_CODE = re.compile(r"\$(?![A-Za-z0-9_$])")
ONLY_DISPLAYS = re.compile(r"\s*(?:\$\$[^$]+\$\$\s*)+")
LEAVES_WITH_TEXT = frozenset({"paragraph", "heading", "table_cell"})
# The library has no name for footnotes and the marks that lead to them.
HIDDEN = frozenset({"link", "image", "<unknown>"})
HIDING_TAG = re.compile(r"<(/?)(?:a|code|pre|kbd|script|style|textarea)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Piece:
    """A run of text that the page keeps in one node, or inline code."""

    text: str
    code: bool = False


def formulas(document: str) -> list[Shown]:
    """The formulas that GitHub hands to MathJax, in order."""
    return list(_blocks(parse(document), in_list=False))


def _blocks(node: Node, in_list: bool) -> Iterator[Shown]:
    if node.kind == "code_block":
        if node.info.split()[:1] == ["math"]:
            yield Shown(node.literal, display=True)
    elif node.kind in LEAVES_WITH_TEXT:
        yield from _leaf(node, may_display=node.kind == "paragraph" and not in_list)
    elif node.kind not in HIDDEN:
        for child in node.children:
            yield from _blocks(child, in_list or node.kind in {"item", "tasklist"})


def _leaf(node: Node, may_display: bool) -> Iterator[Shown]:
    pieces = list(_pieces(node.children))
    if may_display and len(pieces) == 1 and ONLY_DISPLAYS.fullmatch(pieces[0].text):
        for found in re.finditer(r"\$\$([^$]+)\$\$", pieces[0].text):
            yield Shown(found[1], display=True)
        return
    for place, piece in enumerate(pieces):
        if piece.code:
            if _between_dollars(pieces, place):
                # The dollar behind the code is used up: no formula begins or ends at it.
                pieces[place + 1] = Piece(pieces[place + 1].text[1:])
                yield Shown(piece.text, display=False)
            continue
        for found in FORMULA.finditer(piece.text):
            yield Shown(found["double"] or found["single"], display=False)


def _between_dollars(pieces: list[Piece], place: int) -> bool:
    before = pieces[place - 1].text if place else ""
    after = pieces[place + 1].text if place + 1 < len(pieces) else ""
    return bool(OPENS_CODE.search(before) and CLOSES_CODE.match(after))


def _pieces(nodes: Iterable[Node]) -> Iterator[Piece]:
    text = ""
    hidden = 0
    for node in nodes:
        if node.kind == "text" and not hidden:
            text += node.literal
        elif node.kind == "softbreak" and not hidden:
            text += "\n"
        else:
            if text:
                yield Piece(text)
            text = ""
            if node.kind == "html_inline" and (tag := HIDING_TAG.match(node.literal)):
                hidden = max(0, hidden + (-1 if tag[1] else 1))
            elif hidden:
                continue
            elif node.kind == "code":
                yield Piece(node.literal, code=True)
            else:
                yield Piece("")  # an element stands between the texts around it
                if node.kind not in HIDDEN:
                    yield from _pieces(node.children)
                yield Piece("")
    if text:
        yield Piece(text)

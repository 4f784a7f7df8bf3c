"""GitHub: cmark-gfm, whose text is searched for dollars afterwards, and MathJax."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.viewers import cmark, github_dollars
from generator.viewers.body import body
from generator.viewers.shown import Shown

if TYPE_CHECKING:
    from markdown_it.token import Token

_DEEPER = {"list_item": "lists", "footnote_block": "footnotes"}


def formulas(text: str) -> list[Shown]:
    """What GitHub hands to MathJax, in order.

    The rules are a reconstruction that agreed with the site wherever somebody asked it.
    """
    return list(_shown(cmark.read(body(text))))


def _shown(tokens: list[Token]) -> Iterator[Shown]:
    around = {"lists": 0, "footnotes": 0}
    parent = ""
    for token in tokens:
        name = token.type.removesuffix("_open").removesuffix("_close")
        if name in _DEEPER:
            around[_DEEPER[name]] += token.nesting
        elif around["footnotes"]:
            continue
        elif token.type == "fence" and token.info.split()[:1] == ["math"]:
            yield Shown(token.content, display=True)
        elif token.type == "inline":
            paragraph = parent == "paragraph" and not around["lists"]
            yield from github_dollars.find(cmark.pieces(token.children or []), paragraph=paragraph)
        parent = name

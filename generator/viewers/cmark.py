"""GitHub's Markdown as markdown-it reads it: CommonMark with tables, single tildes, bare links, footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from generator.viewers.github_dollars import Code, Piece, Tag, Words

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

# GitHub writes the < of these tags as a character, so that they are words.
_FILTERED = re.compile(
    r"</?(?:title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)(?=[\s/>])", re.IGNORECASE
)


@cache
def reader() -> MarkdownIt:
    """The reader, made once."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin
    from mdit_py_plugins.gfm_autolink import gfm_autolink_plugin

    options = {"strikethrough_single_tilde": True, "maxNesting": 100}
    made = MarkdownIt("commonmark", options).enable(["table", "strikethrough"])
    return made.use(gfm_autolink_plugin).use(footnote_plugin, inline=False)


def pieces(tokens: list[Token]) -> list[Piece]:
    """A run of inline tokens as text, code and tags; the text of links is left out."""
    found: list[Piece] = []
    for piece in _pieces(tokens):
        last = found[-1] if found else None
        if isinstance(piece, Words) and isinstance(last, Words):
            found[-1] = Words(last.text + piece.text)
        else:
            found.append(piece)
    return found


def _pieces(tokens: list[Token]) -> Iterator[Piece]:
    links = 0
    for token in tokens:
        links += {"link_open": 1, "link_close": -1}.get(token.type, 0)
        if links:
            continue
        if token.type == "text" or _is_filtered(token):
            yield Words(token.content)
        elif token.type == "softbreak":
            yield Words("\n")
        elif token.type == "code_inline":
            yield Code(token.content)
        else:
            yield Tag()


def _is_filtered(token: Token) -> bool:
    return token.type == "html_inline" and _FILTERED.match(token.content) is not None

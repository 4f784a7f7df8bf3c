"""GitHub's Markdown as markdown-it reads it: CommonMark with tables, single tildes, bare links, footnotes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
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
# Raw tags between which MathJax looks for nothing.
_HIDING = re.compile(r"<(/?)(?:a|code|pre|kbd)(?=[\s/>])", re.IGNORECASE)


def read(text: str) -> list[Token]:
    """The blocks of a document, as markdown-it lists them."""
    return _reader().parse(text)


@cache
def _reader() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin
    from mdit_py_plugins.gfm_autolink import gfm_autolink_plugin

    from generator.viewers.cmark_addresses import address
    from generator.viewers.cmark_marks import emphasis, tildes

    options = {"strikethrough_single_tilde": True, "maxNesting": 100}
    made = MarkdownIt("commonmark", options).enable(["table", "strikethrough"])
    made.use(gfm_autolink_plugin).use(footnote_plugin, inline=False)
    made.inline.ruler.at("emphasis", emphasis)
    made.inline.ruler.at("strikethrough", tildes)
    made.inline.ruler.before("gfm_autolink_protocol", "bare_address", address)
    return made


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
    hidden = 0
    for token in tokens:
        hidden = max(0, hidden + _hides(token))
        if hidden or token.type not in _WRITTEN:
            yield Tag()
        else:
            yield _WRITTEN[token.type](token)


def _hides(token: Token) -> int:
    """1 where text begins that is no place for mathematics, -1 where it ends."""
    if token.type == "html_inline" and (tag := _HIDING.match(token.content)):
        return -1 if tag[1] else 1
    return {"link_open": 1, "link_close": -1}.get(token.type, 0)


def _html(token: Token) -> Piece:
    return Words(token.content) if _FILTERED.match(token.content) else Tag()


_WRITTEN: dict[str, Callable[[Token], Piece]] = {
    "text": lambda token: Words(token.content),
    "softbreak": lambda token: Words("\n"),
    "code_inline": lambda token: Code(token.content),
    "html_inline": _html,
}

"""VS Code's preview: markdown-it, whose mathematics goes to KaTeX."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from generator.viewers.body import body
from generator.viewers.shown import Shown

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_WANTS_A_BLOCK = re.compile(r"\\begin\{(?:align|equation|gather|cd|alignat)\}", re.IGNORECASE)


def formulas(text: str) -> list[Shown]:
    """What the preview hands to KaTeX, in order; ``display`` is the mode in which KaTeX sets it."""
    return list(_shown(_reader().parse(body(text))))


@cache
def _reader() -> MarkdownIt:
    from markdown_it import MarkdownIt

    from generator.viewers.vscode_dollars import add_dollars

    reader = MarkdownIt("js-default", {"html": True})
    add_dollars(reader)
    return reader


def _shown(tokens: list[Token]) -> Iterator[Shown]:
    for token in tokens:
        if token.type == "math_inline":
            yield _inline(token.content)
        elif token.type == "math_block" or (token.type == "fence" and token.info.strip().lower() == "math"):
            yield Shown(token.content, display=True)
        elif token.type == "inline":
            yield from _shown(token.children or [])


def _inline(tex: str) -> Shown:
    if len(tex) > 2 and tex[0] == tex[-1] == "`":
        tex = tex[1:-1]
    return Shown(tex, display=_WANTS_A_BLOCK.search(tex) is not None)

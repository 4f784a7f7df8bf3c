"""A finished post as HTML, its mathematics read as VS Code's preview reads it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from generator.watching.mathematics import mathml

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_TITLE = re.compile(r"""^title[ \t]*:[ \t]*(?:"([^"\n]*)"|'([^'\n]*)'|([^\n]*))""", re.MULTILINE)
_FIGURE = re.compile(r'((?:src|srcset)=")(?:\.\./)*/?figures/([\w.-]+)"')


_IMAGE = re.compile(r'<img\b[^>]*?src="(?:\.\./)*/?figures/([\w.-]+)"[^>]*>')


def _unknown(file: str) -> None:
    return None


@dataclass(frozen=True)
class Shown:
    """A post on its page: its title, and its body as HTML."""

    title: str
    body: str


def shown(
    text: str,
    name: str,
    version: Callable[[str], str],
    size: Callable[[str], tuple[int, int] | None] = _unknown,
) -> Shown:
    """The post's page; ``version`` tells which state a picture's file is in, so that browsers ask anew.

    ``size`` tells its width and height, for which the page keeps the place.
    """
    environment: dict[str, object] = {}
    reader = _reader()
    tokens = reader.parse(text, environment)
    front = tokens[0].content if tokens and tokens[0].type == "front_matter" else ""
    found = _TITLE.search(front)
    title = next((part.strip() for part in found.groups() if part), name) if found else name
    body = reader.renderer.render(tokens, reader.options, environment)
    body = _IMAGE.sub(lambda match: _sized(match, size), body)
    return Shown(title, _FIGURE.sub(lambda match: _versioned(match, version), body))


def _sized(match: re.Match[str], size: Callable[[str], tuple[int, int] | None]) -> str:
    sides = size(match[1])
    if sides is None or re.search(r"\s(?:width|height)=", match.group()):
        return match.group()
    return f'<img width="{sides[0]}" height="{sides[1]}"{match.group().removeprefix("<img")}'


def _versioned(match: re.Match[str], version: Callable[[str], str]) -> str:
    return f'{match[1]}/figures/{match[2]}?v={version(match[2])}"'


@cache
def _reader() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin
    from mdit_py_plugins.front_matter import front_matter_plugin

    from generator.viewers.vscode_dollars import BLOCK, INLINE, add_dollars

    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    reader.use(front_matter_plugin).use(footnote_plugin)
    add_dollars(reader)
    reader.add_render_rule(INLINE, _formula)
    reader.add_render_rule(BLOCK, _block)
    return reader


def _formula(_: object, tokens: Sequence[Token], at: int, *rest: object) -> str:
    tex = tokens[at].content
    # GitHub's own spelling, which the preview knows, too.
    quoted = len(tex) > 2 and tex[0] == tex[-1] == "`"
    return mathml(tex[1:-1] if quoted else tex, display=False)


def _block(_: object, tokens: Sequence[Token], at: int, *rest: object) -> str:
    return mathml(tokens[at].content, display=True)

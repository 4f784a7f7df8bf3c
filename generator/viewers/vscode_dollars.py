"""The dollars of VS Code's preview, as rules for markdown-it.

They are read while Markdown is: a formula that has begun hides everything up to its end from Markdown. The
quirks are the preview's own, and each decides what a reader sees.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

INLINE = "math_inline"
BLOCK = "math_block"

_WORD = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")
_BEFORE = _WORD | {"$", "\\"}
_AFTER = _WORD | {"$"}
_TAG_WITH_MORE = re.compile(r"<[A-Za-z0-9_]+.+[^/]>")


def add_dollars(reader: MarkdownIt) -> None:
    """Teach a markdown-it reader the preview's mathematics."""
    reader.inline.ruler.after("escape", INLINE, _single)
    reader.inline.ruler.after("escape", "math_double", _double)
    ends = ["paragraph", "reference", "blockquote", "list"]
    reader.block.ruler.after("blockquote", BLOCK, _block, {"alt": ends})


def _single(state: StateInline, silent: bool) -> bool:
    """``$…$``, from a dollar behind no word to the next one that no backslash hides."""
    source, start = state.src, state.pos + 1
    if source[state.pos] != "$" or _right_behind_a_tag(state):
        return False
    end = -1 if source[state.pos - 1 : state.pos] in _BEFORE else _bare(source, "$", start)
    if end < 0 or source[end + 1 : end + 2] in _AFTER:
        return _words(state, start, silent)
    return _formula(state, INLINE, start, end, silent)


def _double(state: StateInline, silent: bool) -> bool:
    """``$$…$$`` in the middle of a paragraph, which the preview sets as a block all the same."""
    source, start = state.src, state.pos + 2
    if source[state.pos : start] != "$$":
        return False
    end = _bare(source, "$$", start) if _stands_alone(source, state.pos) else -1
    if end < 0 or not _stands_alone(source, end):
        return _words(state, start, silent)
    return _formula(state, BLOCK, start, end, silent)


def _right_behind_a_tag(state: StateInline) -> bool:
    """No formula in the words that follow an opening tag with attributes."""
    last = _last_token(state)
    return last is not None and last.type == "html_inline" and bool(_TAG_WITH_MORE.fullmatch(last.content))


def _last_token(state: StateInline) -> Token | None:
    """The last token that is more than words: the preview keeps escaped characters among the words."""
    marks = {mark.token for mark in state.delimiters}
    at = len(state.tokens) - 1
    while at >= 0 and state.tokens[at].type == "text_special":
        at -= 1
        if at >= 0 and state.tokens[at].type == "text" and at not in marks:
            at -= 1
    return state.tokens[at] if at >= 0 else None


def _stands_alone(source: str, at: int) -> bool:
    """Two dollars that no third one touches, and no backslash either."""
    return source[at + 2 : at + 3] != "$" and source[at - 1 : at] not in ("$", "\\")


def _bare(source: str, sign: str, at: int) -> int:
    """Where the next sign without an odd number of backslashes before it stands, or -1."""
    while (at := source.find(sign, at)) >= 0:
        before = source[:at]
        if (at - len(before.rstrip("\\"))) % 2 == 0:
            break
        at += len(sign)
    return at


def _words(state: StateInline, end: int, silent: bool) -> bool:
    if not silent:
        state.pending += state.src[state.pos : end]
    state.pos = end
    return True


def _formula(state: StateInline, kind: str, start: int, end: int, silent: bool) -> bool:
    closing = end + start - state.pos
    if not silent:
        state.push(kind, "math", 0).content = state.src[start:end]
    state.pos = closing
    return True


def _block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A line that begins with ``$$``; without a second one at its end it goes on until there is one."""
    first = _line(state, start)
    if not first.startswith("$$") or first.count("$$", 2) > 1:
        return False
    if silent:
        return True
    first, last, at = first[2:], "", start
    closed = first.find("$$") == len(first) - 2 >= 0
    if closed:
        first = first.strip()[:-2]
    else:
        at, last = _last_line(state, start, end)
    token = state.push(BLOCK, "math", 0)
    token.map = [start, at + 1]
    token.content = (
        (first + "\n" if first.strip() else "")
        + state.getLines(start + 1, at, state.tShift[start], True)
        + (last if last.strip() else "")
    )
    state.line = at + 1
    return True


def _last_line(state: StateBlock, start: int, end: int) -> tuple[int, str]:
    """The line with the closing dollars, and the TeX in it.

    Dollars with words behind them close as well, but then the TeX in that line is lost, and a line that ends
    the list around is lost as a whole.
    """
    for at in range(start + 1, end):
        line = _line(state, at)
        if line and state.tShift[at] < state.blkIndent:
            return at, ""
        if line.strip().endswith("$$"):
            return at, line[: line.rindex("$$")]
        if "$$" in line:
            return at, ""
    return end, ""


def _line(state: StateBlock, at: int) -> str:
    return state.src[state.bMarks[at] + state.tShift[at] : state.eMarks[at]]

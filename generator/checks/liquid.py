"""Liquid finds what it reads, and leaves alone what readers shall see.

Liquid goes over a post before anything else, over its code as well: what stands between double braces
vanishes, and a brace without its partner stops the build of the whole site.

Bad:

    ```jinja
    <p>{{ result }}</p>
    ```

Good:

    <!-- {% raw %} -->
    ```jinja
    <p>{{ result }}</p>
    ```
    <!-- {% endraw %} -->
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from generator.checking.document import Document
from generator.checking.fault import Edit, Fault
from generator.checking.liquid_tokens import Token
from generator.viewers.viewer import JEKYLL
from generator.writing.markdown import Code

_BLOCKS = frozenset({
    "if", "unless", "for", "case", "capture", "highlight", "tablerow", "raw", "comment",
})  # fmt: skip
_ROOTS = frozenset({
    "page", "site", "layout", "content", "paginator", "jekyll", "include", "theme", "post", "forloop",
    "tablerowloop", "true", "false", "nil", "null", "empty", "blank",
})  # fmt: skip
_NAMED = re.compile(r"(?:assign|capture|for|tablerow|increment|decrement)\s+([\w-]+)")
_HEAD = re.compile(r"[A-Za-z_][\w-]*")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_HIGHLIGHT = re.compile(r"\{%-?\s*highlight\b[^%]*%\}(.*)\{%-?\s*endhighlight\s*-?%\}", re.DOTALL)
_OWN = ("raw", "endraw", "highlight", "endhighlight")
_RAW, _END = "{% raw %}", "{% endraw %}"


def find(document: Document) -> Iterator[Fault]:
    """A fault for all code that Liquid changes, and for what it cannot or should not read in the text."""
    if JEKYLL not in document.viewers:
        return
    formulas = [(formula.start, formula.end) for formula in document.formulas]
    tokens = [token for token in document.liquid if not _within(formulas, token.start)]
    comments = [match.span() for match in _COMMENT.finditer(document.text)]
    code = [(one.start, one.end) for one in document.code]
    told: set[Code] = set()
    text: list[Token] = []
    for token in tokens:
        # Who writes raw into code knows that Liquid reads it.
        if not _within(code, token.start) or (token.closed and token.name in _OWN):
            text.append(token)
            continue
        around = document.code[bisect_right(code, (token.start, len(document.text))) - 1]
        if around not in told:
            told.add(around)
            yield _in_code(document, token, around)
    # What nobody sees may vanish, but not stop the build.
    yield from _in_text(token for token in text if not (token.closed and _within(comments, token.start)))
    yield from _unbalanced(token for token in text if token.closed)


def _within(spans: Sequence[tuple[int, int]], offset: int) -> bool:
    at = bisect_right(spans, (offset, sys.maxsize)) - 1
    return at >= 0 and offset < spans[at][1]


def _in_code(document: Document, token: Token, code: Code) -> Fault:
    end = "" if token.closed else ", and without its end stops the build of the whole site"
    message = (
        f"Liquid reads {_short(token)} in code, too{end}; type <!-- {_RAW} --> before the code "
        f"and <!-- {_END} --> behind it"
    )
    return Fault(token.start, token.end, message, _wrapping(document.text, code), not token.closed)


def _wrapping(text: str, code: Code) -> tuple[Edit, ...]:
    """``raw`` round the code, in comments of HTML, which hide it from those who know no Liquid."""
    if "endraw" in text[code.start : code.end]:
        return ()
    if code.kind == "highlight":
        inner = _HIGHLIGHT.fullmatch(text, code.start, code.end)
        return (
            (Edit(inner.start(1), inner.start(1), _RAW), Edit(inner.end(1), inner.end(1), _END))
            if inner
            else ()
        )
    if code.kind == "span":
        return (
            Edit(code.start, code.start, f"<!-- {_RAW} -->"),
            Edit(code.end, code.end, f"<!-- {_END} -->"),
        )
    first = text[code.start : code.end].partition("\n")[0]
    before = re.match(r"[ >\t]*", first)
    indent = before.group() if before else ""
    if code.kind != "fence" or first[len(indent)] not in "`~":
        return ()
    # A list of attributes belongs to the code above it.
    listed = re.compile(r"\n[ >\t]*\{:[^\n]*").match(text, code.end)
    end = listed.end() if listed else code.end
    return (
        Edit(code.start, code.start, f"{indent}<!-- {_RAW} -->\n"),
        Edit(end, end, f"\n{indent}<!-- {_END} -->"),
    )


def _in_text(tokens: Iterable[Token]) -> Iterator[Fault]:
    known = set(_ROOTS)
    for token in tokens:
        escaped = (Edit(token.start, token.start + 1, "&#123;"),)
        if not token.closed:
            message = (
                f"Liquid finds no end of {_short(token)}, and stops the build of the whole site; "
                f"type &#123;{token.written[1]} for {token.written[:2]}"
            )
            yield Fault(token.start, token.end, message, escaped, stops=True)
        elif token.is_tag:
            known |= {match[1] for match in _NAMED.finditer(token.inside)}
        elif not _is_known(token.inside, known):
            message = (
                f"Liquid knows no {_short(token)}, and shows nothing in its place; type &#123;{{ for {{{{"
            )
            yield Fault(token.start, token.end, message, escaped)


def _is_known(inside: str, known: set[str]) -> bool:
    if not inside or inside[0] in "\"'" or re.match(r"-?\d", inside):
        return True
    head = _HEAD.match(inside)
    return bool(head and head.group() in known)


def _unbalanced(tokens: Iterable[Token]) -> Iterator[Fault]:
    """Blocks without their end, and ends without their block: both stop the build."""
    blocks: list[Token] = []
    for token in tokens:
        closes = token.name.removeprefix("end")
        if token.name in _BLOCKS:
            blocks.append(token)
        elif token.name.startswith("end") and closes in _BLOCKS:
            while blocks and closes in [block.name for block in blocks] and blocks[-1].name != closes:
                yield _open(blocks.pop())
            if blocks and blocks[-1].name == closes:
                blocks.pop()
            else:
                message = f"{_short(token)} ends nothing, and Liquid stops the build on it; take it out"
                yield Fault(token.start, token.end, message, stops=True)
    yield from map(_open, blocks)


def _open(token: Token) -> Fault:
    message = (
        f"{_short(token)} has no end, and Liquid stops the build of the whole site; "
        f"type {{% end{token.name} %}} where it ends"
    )
    return Fault(token.start, token.end, message, stops=True)


def _short(token: Token) -> str:
    first = token.written.partition("\n")[0]
    return first if len(first) <= 30 else f"{first[:27]}…"

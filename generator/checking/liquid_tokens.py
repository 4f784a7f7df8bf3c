"""A document cut up as Liquid cuts it: it knows nothing of code blocks, formulas and comments of HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# A variable ends at its first brace, be it one or two; with one alone Liquid stops the whole build.
_TOKEN = re.compile(r"\{%.*?%\}|\{\{.*?\}\}?|\{\{|\{%", re.DOTALL)
_NAME = re.compile(r"\{%-?\s*(#|\w+)")
_RAW_END = {name: re.compile(rf"\{{%-?\s*end{name}\s*-?%\}}") for name in ("raw", "comment")}


@dataclass(frozen=True)
class Token:
    """A tag or a variable from ``start`` to ``end``; ``name`` is a tag's name, empty for a variable."""

    start: int
    end: int
    written: str
    name: str

    @property
    def is_tag(self) -> bool:
        """Whether it is ``{% … %}`` rather than ``{{ … }}``."""
        return self.written.startswith("{%")

    @property
    def closed(self) -> bool:
        """Whether it has its end, and a tag its name, without which Liquid stops as well."""
        if self.is_tag:
            swallows = "{%" in self.written[2:]
            return bool(self.name) and self.written.endswith("%}") and not swallows
        return len(self.written) > 3 and self.written.endswith("}}")

    @property
    def inside(self) -> str:
        """What stands between the braces."""
        return self.written[2:-2].strip("-").strip()


def tokens(text: str, start: int = 0) -> Iterator[Token]:
    """What Liquid acts on from ``start``, without what stands between ``raw`` or ``comment`` and its end."""
    at = start
    while found := _TOKEN.search(text, at):
        name = _NAME.match(found.group())
        token = Token(*found.span(), found.group(), name[1] if name else "")
        yield token
        at = found.end()
        if token.closed and token.name in _RAW_END:
            closing = _RAW_END[token.name].search(text, at)
            if closing is None:
                return
            yield Token(*closing.span(), closing.group(), f"end{token.name}")
            at = closing.end()

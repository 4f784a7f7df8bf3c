r"""TeX as tokens, taken from the front."""

from __future__ import annotations

import re

TOKEN = re.compile(r"\\[a-zA-Z]+|\\.|\d+(?:(?:\{,\}|,(?=\d{3}(?!\d)))\d{3})*(?:\.\d+)?|[a-zA-Z]|\S")
SPACING = re.compile(
    r"\\(?:left|right|[bB]ig+[lr]?|thinspace|negthinspace|mkern\d*mu|quad|qquad|displaystyle)(?![a-zA-Z])"
    r"|\\[,;:! ]"
)


class UnreadError(Exception):
    """What this reader does not know."""


class Tokens:
    """The tokens of one side of an equation that are still to be read."""

    def __init__(self, tex: str) -> None:
        self.left: list[str] = TOKEN.findall(SPACING.sub(" ", tex))

    @property
    def next(self) -> str:
        return self.left[0] if self.left else ""

    def take(self, wanted: str = "") -> str:
        if not self.left or (wanted and self.left[0] != wanted):
            raise UnreadError(f"{wanted or 'more'} missing")
        return self.left.pop(0)

    def starts_with(self, *wanted: str) -> bool:
        """Whether these tokens come next."""
        return tuple(self.left[: len(wanted)]) == wanted

    def put_back(self, *tokens: str) -> None:
        """Let these tokens come next."""
        self.left[:0] = tokens

    def words(self) -> str:
        """What a braced group or a single token says."""
        if self.next != "{":
            token = self.take()
            if token[0].isdigit() and len(token) > 1:
                self.put_back(token[1:])
            return token[0] if token[0].isdigit() else token
        depth, said = 0, []
        while True:
            token = self.take()
            depth += {"{": 1, "}": -1}.get(token, 0)
            said.append(token)
            if not depth:
                return "".join(said[1:-1])

"""Reading TeX token by token, and writing it so that what stands side by side stays apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.errors import GeneratorError

_TOKEN = re.compile(r"\\[A-Za-z]+|\\.|\s+|--+|\.\.\.|'+|.", re.DOTALL)
_COMMENT = re.compile(r"(?<!\\)((?:\\\\)*)%[^\n]*(?:\n[ \t]*|$)")

# Two characters that mean something to Liquid, kramdown or Markdown when they touch.
_APART = frozenset({"{{", "{%", "{:", "{#", "](", "[^", "--"})


@dataclass
class Writer:
    """What is written so far."""

    parts: list[str] = field(default_factory=list)
    last: str = ""

    def put(self, piece: str) -> None:
        """Append, with a space where two pieces must not touch."""
        if not piece:
            return
        if piece[:1].isspace() and not self.last:
            return
        joined = self.last[-1:] + piece[:1]
        word = re.fullmatch(r"(?s).*\\[A-Za-z]+|\\mkern\dmu", self.last) is not None
        if joined in _APART or (word and piece[0].isascii() and piece[0].isalpha()):
            self.parts.append(" ")
        self.parts.append(piece)
        self.last = piece


@dataclass
class Reader:
    """The tokens of one formula and the place in them; ``lines`` says whether line ends are kept."""

    tokens: Sequence[str]
    display: bool
    lines: bool = False
    at: int = 0
    braces: int = 0
    environments: list[str] = field(default_factory=list)

    def peek(self) -> str:
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def take(self) -> str:
        token = self.peek()
        self.at += 1
        return token

    def skip_space(self) -> None:
        while self.peek().isspace():
            self.at += 1

    def group(self) -> str:
        """The inside of the braced group that comes next, as it is written."""
        self.skip_space()
        if self.peek() != "{":
            raise GeneratorError(f"TeX: a group in braces is missing before {self.peek() or 'the end'!r}")
        start, depth = self.at + 1, 0
        while self.at < len(self.tokens):
            token = self.take()
            depth += {"{": 1, "}": -1}.get(token, 0)
            if depth == 0:
                return "".join(self.tokens[start : self.at - 1])
        raise GeneratorError("TeX: a { has no }")


def tokens(tex: str) -> list[str]:
    """Macros, control symbols, runs of spaces, hyphens, dots and primes, single characters; no comments."""
    found: list[str] = _TOKEN.findall(_COMMENT.sub(r"\1", tex).strip())
    return found

"""A place in the signs of an expression, and what all readers of its parts share."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field

from generator.equations.signs import Sign
from generator.equations.tree import Node

DEEPEST = 40


class UnreadableError(Exception):
    """The TeX means something that is not read; the message says where it stopped."""


@dataclass(frozen=True)
class Language:
    """How a post writes: ``called`` are letters that it uses as functions, ``named`` those that it gives a
    meaning of their own, so that e is not Euler's number.

    ``expression`` and ``factor`` read a sum and one of a product's factors.
    """

    called: Collection[str]
    named: Collection[str]
    expression: Callable[[Cursor], Node]
    factor: Callable[[Cursor], Node]


@dataclass
class Cursor:
    """A place in ``signs``; ``depth`` counts the brackets around it, ``bars`` are open absolute values."""

    signs: list[Sign]
    language: Language
    at: int = 0
    depth: int = 0
    bars: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The sign that comes next; empty at the end."""
        return self.signs[self.at].text if self.at < len(self.signs) else ""

    def ahead(self, distance: int) -> str:
        place = self.at + distance
        return self.signs[place].text if place < len(self.signs) else ""

    @property
    def is_at_end(self) -> bool:
        return self.at >= len(self.signs)

    def take(self) -> Sign:
        if self.is_at_end:
            raise UnreadableError("the end")
        self.at += 1
        return self.signs[self.at - 1]

    def expect(self, text: str) -> None:
        if self.text != text:
            raise UnreadableError(self.text or "the end")
        self.take()

    @property
    def start(self) -> int:
        """Where the next sign begins in the post."""
        return self.end if self.is_at_end else self.signs[self.at].start

    @property
    def end(self) -> int:
        """Where the last sign ended."""
        return self.signs[self.at - 1].end if self.at else self.signs[0].start

    def node(self, kind: str, start: int, *parts: Node, name: str = "") -> Node:
        """A node from ``start`` to here."""
        return Node(kind, start, self.end, parts, name)

    @property
    def is_unit(self) -> bool:
        """Whether the text that comes next is a unit behind a number: it begins with a space."""
        return self.at > 0 and self.signs[self.at - 1].is_number and self.signs[self.at].inner.startswith(" ")

    def deeper(self) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise UnreadableError("too deep")

    def expression(self) -> Node:
        """A sum, as far as it goes."""
        return self.language.expression(self)

    def factor(self) -> Node:
        """One factor of a product."""
        return self.language.factor(self)

    def inside(self) -> list[Sign]:
        """The signs of a group in braces, or the one sign that stands for it."""
        if self.text != "{":
            return [self.digit() or self.take()]
        first, depth = self.at + 1, 0
        while True:
            depth += {"{": 1, "}": -1}.get(self.take().text, 0)
            if not depth:
                return self.signs[first : self.at - 1]

    def digit(self) -> Sign | None:
        r"""The first digit of a longer number, which is all that TeX takes: ``\frac12``."""
        sign = None if self.is_at_end else self.signs[self.at]
        if sign is None or not sign.is_number or not sign.text[0].isdigit() or len(sign.text) == 1:
            return None
        if self.at and self.signs[self.at - 1].text in ("^", "_") and not self.is_logarithm:
            raise UnreadableError(sign.text)
        self.signs[self.at] = Sign(sign.text[1:], sign.start + 1, sign.end)
        return Sign(sign.text[0], sign.start, sign.start + 1)

    @property
    def is_logarithm(self) -> bool:
        r"""Whether the base of a logarithm comes next: ``\log_28`` is 3."""
        return self.at > 1 and [sign.text for sign in self.signs[self.at - 2 : self.at]] == ["\\log", "_"]

    def nested(self, signs: Sequence[Sign]) -> Node:
        """What a group's signs write."""
        if not signs:
            raise UnreadableError("nothing")
        cursor = Cursor(list(signs), self.language, depth=self.depth + 1)
        node = cursor.expression()
        if not cursor.is_at_end:
            raise UnreadableError(cursor.text)
        return node

    def argument(self) -> Node:
        """A group in braces, or the one sign that stands for it, as an expression."""
        return self.nested(self.inside())

    def skip_empty(self) -> None:
        """Pass ``{}``, which sets nothing."""
        while self.text == "{" and self.ahead(1) == "}":
            self.at += 2

"""An expression as it is written: nothing is computed, every part knows its place in the post."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property


@dataclass(frozen=True)
class Node:
    """A part of an expression, from ``start`` to ``end`` of a post's text.

    ``kind`` is one of: number, symbol (``parts`` are its indices), sum, negative, product, quotient,
    remainder, power, call (of a function that nobody knows), function (that everybody knows), floor,
    ceiling, absolute, factorial, tuple, constant (e and π), slope (of a function at a number: the number,
    the function's body, its letter), total (parts: body, index, from, to; or body, index, a member
    "without"), multiplied (∏), derivative (parts: body, variable). ``name`` names a symbol or function.
    ``decimals`` counts the digits behind a number's point; a ``crossed`` product is written with ×
    throughout, as sizes are.
    """

    kind: str
    start: int
    end: int
    parts: tuple[Node, ...] = ()
    name: str = ""
    value: Fraction = Fraction(0)
    decimals: int = 0
    crossed: bool = field(default=False, compare=False)

    def walk(self) -> Iterator[Node]:
        """This part and all below it."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.parts))

    @cached_property
    def key(self) -> str:
        """The same text for the same expression, wherever it stands."""
        inside = ",".join(part.key for part in self.parts)
        own = str(self.value) if self.kind == "number" else self.name
        return f"{self.kind[:4]}:{own}({inside})"

    @cached_property
    def symbols(self) -> frozenset[str]:
        """The keys of the symbols in it."""
        return frozenset(node.key for node in self.walk() if node.kind == "symbol")

    @cached_property
    def is_numeric(self) -> bool:
        """Whether it is made of numbers alone."""
        return self._is_numeric(frozenset())

    def _is_numeric(self, bound: frozenset[str]) -> bool:
        if self.kind == "symbol":
            return self.name in bound and not self.parts
        if self.kind in ("call", "derivative"):
            return False
        if self.kind == "slope":
            return self.parts[0].is_numeric
        if self.kind in ("total", "multiplied"):
            body, index, *limits = self.parts
            inside = body._is_numeric(bound | {index.name})
            return bool(limits) and inside and all(limit._is_numeric(bound) for limit in limits)
        return all(part._is_numeric(bound) for part in self.parts)

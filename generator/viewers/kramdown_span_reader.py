"""Where reading spans stands: a place in a paragraph's text, and the elements that are open around it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from generator.viewers.kramdown_nodes import Definitions, Node, write


@dataclass(frozen=True, eq=False)
class Grammar:
    """What may begin a span, and what reads it, by the first character; each says whether it did."""

    start: re.Pattern[str]
    handlers: dict[str, tuple[Callable[[SpanReader], bool], ...]]
    others: tuple[Callable[[SpanReader], bool], ...] = ()


class SpanReader:
    """Reads spans of ``text`` into nodes."""

    __slots__ = ("definitions", "grammar", "hopeless", "last_places", "open", "place", "steps", "text")

    def __init__(self, text: str, grammar: Grammar, definitions: Definitions) -> None:
        self.text = text
        self.place = 0
        self.grammar = grammar
        self.definitions = definitions
        self.open: list[Node] = []
        # Beginnings that turned out to have no end, so that none is tried twice.
        self.hopeless: set[tuple[object, ...]] = set()
        self.last_places: dict[re.Pattern[str], int] = {}
        self.steps = 0

    @property
    def node(self) -> Node:
        """The element that spans go into."""
        return self.open[-1]

    def match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The pattern at this place."""
        return pattern.match(self.text, self.place)

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The pattern at this place, which then lies behind."""
        if found := pattern.match(self.text, self.place):
            self.place = found.end()
        return found

    def write(self, text: str) -> bool:
        """Add plain text; says "done" for handlers."""
        write(self.open[-1], text)
        return True

    def write_letter(self) -> bool:
        """Take one character as plain text."""
        self.place += 1
        return self.write(self.text[self.place - 1])

    def add(self, node: Node) -> bool:
        """Add an element; says "done" for handlers."""
        self.open[-1].children.append(node)
        return True

    def before(self) -> str:
        """The character before this place, or nothing."""
        return self.text[self.place - 1] if self.place else ""

    def is_inside(self, *kinds: str) -> bool:
        """Whether such an element is open."""
        return any(node.kind in kinds for node in self.open)

    def last_place(self, pattern: re.Pattern[str]) -> int:
        """Where the pattern is found for the last time in the whole text; −1 if nowhere."""
        if pattern not in self.last_places:
            self.last_places[pattern] = max(
                (found.start() for found in pattern.finditer(self.text)), default=-1
            )
        return self.last_places[pattern]

    def is_tired(self) -> bool:
        """Whether text was read again and again, as nobody's paragraph needs: no more ends are looked for."""
        return self.steps > 5_000 + 5 * len(self.text)

    def situation(self, opener: str) -> tuple[object, ...]:
        """All that what follows depends on."""
        return (self.place, opener, *((node.kind, node.verbatim) for node in self.open))

    def read(
        self,
        node: Node,
        stop: re.Pattern[str] | None = None,
        accepts: Callable[[re.Match[str]], bool] | None = None,
        grammar: Grammar | None = None,
    ) -> bool:
        """Read into ``node`` until ``stop`` is found and accepted (it is left to the caller), or to the end.

        Returns whether it was found. Without ``stop`` the rest of the text becomes part of ``node``.
        """
        self.open.append(node)
        found = self._read(stop, accepts, grammar or self.grammar)
        self.open.pop()
        return found

    def _read(
        self,
        stop: re.Pattern[str] | None,
        accepts: Callable[[re.Match[str]], bool] | None,
        grammar: Grammar,
    ) -> bool:
        text, start = self.text, _start(grammar, stop)
        while self.place < len(text):
            found = start.search(text, self.place)
            if not found:
                if stop is None:
                    self.write(text[self.place :])
                    self.place = len(text)
                return False
            here = found.start()
            self.steps += 1
            self.write(text[self.place : here])
            self.place = here
            if stop and (end := stop.match(text, here)) and (accepts is None or accepts(end)):
                return True
            for handler in grammar.handlers.get(text[here], grammar.others):
                if handler(self):
                    break
            else:
                self.write_letter()
        return False


@cache
def _start(grammar: Grammar, stop: re.Pattern[str] | None) -> re.Pattern[str]:
    if stop is None:
        return grammar.start
    return re.compile(f"(?:{stop.pattern})|{grammar.start.pattern}", grammar.start.flags | stop.flags)

"""Where reading blocks stands: a place in a text, and the node that the blocks go to."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from generator.viewers.kramdown_nodes import Definitions, Node, write
from generator.viewers.kramdown_patterns import BOUNDARY, line_end

# Blocks in blocks, far more than anybody writes: what is deeper is text.
DEEPEST = 50


@dataclass(slots=True)
class Source:
    """A text, how far it is read, and in how many blocks it stands.

    An HTML element with Markdown inside goes on in the source of what is around it.
    """

    text: str
    place: int = 0
    depth: int = 0


@dataclass(slots=True)
class Reader:
    """Reads blocks from ``source`` into ``node``. ``pending`` are attributes for the next block.

    ``read_blocks(definitions, node, source)`` reads what stands inside a block.
    """

    source: Source
    node: Node
    definitions: Definitions
    read_blocks: Callable[[Definitions, Node, Source], None]
    pending: str = ""
    closed: bool = False

    def match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The pattern at this place."""
        return pattern.match(self.source.text, self.source.place)

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The pattern at this place, which then lies behind."""
        if found := pattern.match(self.source.text, self.source.place):
            self.source.place = found.end()
        return found

    def take_line(self) -> str:
        start, self.source.place = self.source.place, line_end(self.source.text, self.source.place)
        return self.source.text[start : self.source.place]

    def take_lines_until(self, end: re.Pattern[str]) -> str:
        """One line, and those after it before ``end``."""
        start = self.source.place
        self.take_line()
        while not self.at_end() and not self.match(end):
            self.take_line()
        return self.source.text[start : self.source.place]

    def at_end(self) -> bool:
        return self.source.place >= len(self.source.text)

    def last(self) -> Node | None:
        return self.node.children[-1] if self.node.children else None

    def add(self, node: Node) -> bool:
        """Put a new block behind the others, with the attributes that wait for it."""
        self.give_attributes(node)
        self.node.children.append(node)
        return True

    def give_attributes(self, node: Node) -> None:
        node.attributes, self.pending = f"{node.attributes} {self.pending}".strip(), ""

    def after_boundary(self) -> bool:
        """Whether a block may begin here that needs an empty line before it."""
        last = self.last()
        return (
            last is None
            or last.kind == "blank"
            or (last.kind == "end" and not last.text)
            or bool(self.pending)
        )

    def before_boundary(self) -> bool:
        return self.match(BOUNDARY) is not None

    def inside(self, node: Node, text: str) -> None:
        """Read the blocks of a text of its own into ``node``."""
        if self.source.depth < DEEPEST:
            self.read_blocks(self.definitions, node, Source(text, depth=self.source.depth + 1))
        else:
            write(node, text, "raw")

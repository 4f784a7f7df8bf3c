"""What proving the equations of a post comes to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from generator.equations.signs import Sign
from generator.equations.tree import Node


@dataclass(frozen=True)
class Doubt:
    """What does not hold, from ``start`` to ``end`` of the post; a question where it may be meant."""

    start: int
    end: int
    message: str
    question: bool = False


@dataclass(frozen=True)
class Left:
    """Something from ``start`` to ``end`` of the post that was not read, or not decided, and why."""

    start: int
    end: int
    why: Literal["read", "decided"]
    reason: str


@dataclass(frozen=True)
class Proof:
    """Doubts by place, how many equalities hold, and what was left."""

    doubts: tuple[Doubt, ...]
    held: int
    left: tuple[Left, ...]

    @property
    def unread(self) -> int:
        return sum(one.why == "read" for one in self.left)

    @property
    def undecided(self) -> int:
        return sum(one.why == "decided" for one in self.left)


@dataclass
class Record:
    """A proof in the making."""

    doubts: list[Doubt] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    held: int = 0

    def doubt(self, where: Node | Sign, message: str) -> None:
        self.doubts.append(Doubt(where.start, where.end, message))

    def unread(self, signs: list[Sign], reason: str) -> None:
        self.left.append(Left(signs[0].start, signs[-1].end, "read", reason))

    def undecided(self, first: Node, second: Node, reason: str) -> None:
        self.left.append(Left(first.start, second.end, "decided", reason))

    def proof(self) -> Proof:
        return Proof(tuple(_apart(self.doubts)), self.held, tuple(self.left))


def _apart(doubts: list[Doubt]) -> Iterator[Doubt]:
    """Doubts by place, a question left out where an error lies."""
    certain = [one for one in doubts if not one.question]
    for one in sorted(set(doubts), key=lambda one: (one.start, one.end)):
        inside = any(other.start < one.end and one.start < other.end for other in certain)
        if not one.question or not inside:
            yield one

"""Slips, as an author would make them, one at a time, and the documents that come of them.

``slips*.txt`` beside ``right/`` hold entries of three lines: ``document: kind``, what stood there,
what stands there now. A kind that ends with ``(by hand)`` is vouched for by its author alone, for the plain
second way cannot tell; one that ends with ``(question)`` contradicts nothing and is merely odd beside its
neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.equations.truth import Link, links

KINDS = ("number", "sign", "index", "operator", "term", "value", "derivative", "typography")
BY_HAND, QUESTION = " (by hand)", " (question)"


@dataclass(frozen=True)
class Slip:
    """``was`` became ``now`` in the right document ``name``."""

    name: str
    kind: str
    was: str
    now: str
    by_hand: bool = False
    question: bool = False


def slips(file: Path) -> Iterator[Slip]:
    """The slips that a ``slips.txt`` lists.

    Raises:
        ValueError: an entry is not of three lines, or of no known kind
    """
    for entry in re.split(r"\n\s*\n", file.read_text(encoding="utf-8").strip()):
        head, was, now = entry.split("\n")
        name, _, kind = head.partition(": ")
        plain = kind.removesuffix(BY_HAND).removesuffix(QUESTION)
        if plain not in KINDS:
            raise ValueError(f"{file.name}: {head!r} is of no kind that is known: {', '.join(KINDS)}")
        yield Slip(
            name, plain, was.strip(), now.strip(), kind.endswith((BY_HAND, QUESTION)), kind.endswith(QUESTION)
        )


def with_slip(right: str, slip: Slip) -> tuple[str, int]:
    """The document with the slip in it, and the line of the slip.

    Raises:
        ValueError: what the slip replaces does not stand there exactly once
    """
    if right.count(slip.was) != 1:
        raise ValueError(f"{slip.name}: {slip.was!r} stands there {right.count(slip.was)} times")
    same = next((at for at, (a, b) in enumerate(zip(slip.was, slip.now, strict=False)) if a != b), 0)
    return right.replace(slip.was, slip.now), right.count("\n", 0, right.index(slip.was) + same) + 1


@cache
def false_links(text: str) -> tuple[Link, ...]:
    """What the plain second way takes for false."""
    return tuple(link for link in links(text) if link.verdict is False)


def proved(right: str, wrong: str, line: int) -> bool:
    """Whether the plain second way finds an equality on that line that is false, and was not."""
    return any(link.line == line for link in set(false_links(wrong)) - set(false_links(right)))

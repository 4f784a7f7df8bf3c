"""A statement whose sides are read: which of them are to be compared with which."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from generator.equations import shapes
from generator.equations.signs import Sign
from generator.equations.tree import Node

_SCALES = (1e2, 1e3, 1e4, 1e6, 1e8, 1e9, 1e12, 2**10, 2**20, 2**30, 8, 60, 3600, 24, 360)


@dataclass(frozen=True)
class Link:
    """A side, the relation before it, and what it was read as."""

    relation: str
    node: Node | None
    signs: list[Sign]


@dataclass
class Chain:
    """The sides in order; of the ``blamed`` something was said, the ``trusted`` are the post's functions."""

    links: list[Link]
    blamed: set[Node] = field(default_factory=set)
    trusted: set[Node] = field(default_factory=set)

    @property
    def start(self) -> int:
        """Where it begins in the post."""
        return next((sign.start for link in self.links for sign in link.signs), 0)

    @property
    def name(self) -> Node | None:
        """The symbol, or function's value, that the chain says something about."""
        first = self.links[0].node
        if first is None or first.kind not in ("symbol", "call") or self.links[1].relation not in ("=", "≈"):
            return None
        return first

    @property
    def names(self) -> list[Node]:
        """All symbols that it begins with: a = b = 0 tells both."""
        found = []
        for link in self.links:
            if link.node is None or link.node.kind != "symbol" or link.relation not in ("", "=", "≈"):
                break
            found.append(link.node)
        return found

    @property
    def replaced(self) -> list[Node]:
        r"""Symbols that get another value: ``w \\leftarrow …``."""
        pairs = zip(self.links, self.links[1:], strict=False)
        nodes = [one.node for one, other in pairs if other.relation == "←"]
        return [node for node in nodes if node is not None and node.kind == "symbol"]

    @property
    def rule(self) -> Node | None:
        """What the name is in symbols."""
        second = self.links[1]
        if self.name is None or second.relation != "=" or second.node is None or second.node.is_numeric:
            return None
        return second.node

    @property
    def result(self) -> Node | None:
        """The last side in a row of equal ones, if it is a number."""
        found = None
        for link in self.links[1:]:
            if link.relation not in ("=", "≈"):
                break
            found = link.node
        return found if found is not None and found.is_numeric and found.kind != "tuple" else None

    @property
    def exact(self) -> Node | None:
        """The last side before one that is about the same, if it is a number."""
        about = next((at for at, link in enumerate(self.links) if link.relation == "≈"), 0)
        found = self.links[about - 1].node if about > 1 else None
        exact = found is not None and found.is_numeric and not any(node.decimals for node in found.walk())
        return found if exact and found is not None and found.kind != "tuple" else None

    def runs(self) -> Iterator[list[Link]]:
        """Sides that are said to be equal, those that are not read among them."""
        run = [self.links[0]]
        for link in self.links[1:]:
            if link.relation != "=":
                yield run
                run = []
            run.append(link)
        yield run

    def filled_in(self) -> Iterator[tuple[Node, Node]]:
        """Symbolic sides with the numeric ones that follow."""
        for one, other in zip(self.links, self.links[1:], strict=False):
            if one.node is None or other.node is None or one.node is self.name:
                continue
            if one.node.kind == "derivative" and one is self.links[0]:
                continue
            if other.relation not in ("=", "≈") or "tuple" in (one.node.kind, other.node.kind):
                continue
            if not one.node.is_numeric and other.node.is_numeric:
                yield one.node, other.node

    @property
    def fills(self) -> frozenset[str]:
        """The symbolic sides, by their keys, that numbers are put into."""
        return frozenset(symbolic.key for symbolic, _ in self.filled_in())

    def numeric_pairs(self) -> Iterator[tuple[Node, Node, str]]:
        """Numeric sides with the one before in their run; those beside another relation too."""
        for run in self.runs():
            numeric = [link.node for link in run if link.node and link.node.is_numeric]
            for one, other in itertools.pairwise(numeric):
                for first, second in _components(one, other):
                    yield first, second, "="
        for link, after in zip(self.links, self.links[1:], strict=False):
            if link.node is None or after.node is None or after.relation not in ("≈", "<", ">", "≤", "≥"):
                continue
            if link.node.is_numeric and after.node.is_numeric:
                for first, second in _components(link.node, after.node):
                    yield first, second, after.relation

    def symbolic_pairs(self) -> Iterator[tuple[Node, Node]]:
        """Symbolic sides with the one before in their run, less what only names something."""
        for run in self.runs():
            symbolic = [link.node for link in run if link.node and not link.node.is_numeric]
            symbolic = [node for node in symbolic if node.kind != "tuple"]
            for one, other in itertools.pairwise(symbolic):
                names = one is run[0].node and one.kind in ("symbol", "call") and not _is_slope(one)
                plain = {one.kind, other.kind} <= {"symbol", "call"} and not _is_slope(one)
                if not names and not plain:
                    yield one, other

    def odd_one(self, first: Node, second: Node, agree: Callable[[Node, Node], bool]) -> tuple[Node, Node]:
        """Which of two sides is wrong, by what the others say, and one that is right."""
        run = next((run for run in self.runs() if {first, second} <= {link.node for link in run}), [])
        others = [link.node for link in run if link.node is not None and link.node.is_numeric]
        others = [one for one in others if one is not first and one is not second]
        if first not in self.trusted and any(agree(one, second) for one in others):
            first, second = second, first
        right = [first, *(one for one in others if agree(one, first))]
        return second, next((one for one in right if one.parts), first)

    @property
    def units(self) -> dict[Node, str]:
        r"""What ``\text`` says behind a side."""
        return {
            link.node: link.signs[-1].inner.strip()
            for link in self.links
            if link.node is not None and link.signs[-1].text == "\\text" and len(link.signs) > 1
        }

    def of_other_units(self, first: Node, second: Node, ratio: float) -> bool:
        """Whether units explain that the sides are not equal, but one the ``ratio``-fold of the other."""
        one, other = (self.units.get(side, "") for side in (first, second))
        if one == other:
            return False
        if (one and other) or len(set(self.units.values())) > 1:
            return True
        return any(abs(ratio / scale - 1) < 0.01 or abs(ratio * scale - 1) < 0.01 for scale in _SCALES)

    def is_shape(self, node: Node) -> bool:
        """Whether a side may be a size, as 28×28, or a product of such."""
        return shapes.is_shape(node) or shapes.factors(node) is not None


def _is_slope(node: Node) -> bool:
    """Whether it is the derivative of a function at something: f'(x)."""
    return node.kind == "call" and node.name.endswith("'")


def _components(first: Node, second: Node) -> Iterator[tuple[Node, Node]]:
    """The sides, or the members of two tuples of the same length."""
    if "tuple" not in (first.kind, second.kind):
        yield first, second
    elif first.kind == second.kind and len(first.parts) == len(second.parts):
        yield from zip(first.parts, second.parts, strict=True)

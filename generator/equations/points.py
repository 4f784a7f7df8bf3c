"""Symbols at random points in the reals: two expressions that differ at all of them are not the same.

Sums over a letter without bounds run over a few whole numbers, unknown functions are smooth ones made up from
their names, and what the post defines is written out.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from generator.equations import quantity as q
from generator.equations.budget import Budget, UndecidedError
from generator.equations.evaluating import Evaluator, Key
from generator.equations.quantity import Quantity
from generator.equations.tree import Node

# Where the symbols lie: (from, to), signs mixed or not.
_REGIONS = (
    (0.2, 2.5, False),
    (0.1, 0.9, False),
    (1.1, 4.0, False),
    (0.3, 2.0, True),
    (-2.0, -0.3, False),
    (0.05, 0.45, False),
    (0.2, 1.5, True),
)
KRONECKER = "\\delta"
_MEMBERS = (1, 3)
_ALL = [Fraction(one) for one in range(_MEMBERS[0], _MEMBERS[1] + 1)]


@dataclass(frozen=True)
class Definition:
    """What a post says that a symbol, or a function's value, is; ``parameters`` are letters in ``body``."""

    parameters: tuple[str, ...]
    body: Node


@dataclass
class Definitions:
    """By name and number of indices or arguments; one member of a family by its indices themselves."""

    symbols: dict[tuple[str, object], Definition] = field(default_factory=dict)
    functions: dict[tuple[str, int], Definition] = field(default_factory=dict)


class Point:
    """A point: what every symbol is worth there, the same each time it is asked.

    With ``shares`` the members of a series that the post does not define add up to one. Where ``together`` is
    set, δ_ij is one where its indices are the same, and it says whether all letters mean the same member.
    """

    def __init__(self, seed: int, known: Definitions, whole: frozenset[str], shares: bool = False) -> None:
        self.seed, self.known, self.whole, self.shares = seed, known, whole, shares
        self.together: bool | None = None
        self.fixed: dict[Key, Quantity] = {}
        self.touched: set[object] = set()
        self.applied: set[object] = set()
        self.slopes: set[object] = set()
        self.hits: set[Key] = set()
        self.expanding: list[object] = []
        self.moved: frozenset[object] = frozenset()
        self.members = _MEMBERS
        self.sloping = False

    def symbol(self, key: Key, evaluator: Evaluator) -> Quantity:
        if key in self.fixed:
            self.hits.add(key)
            return self.fixed[key]
        name, indices = key
        found = self.known.symbols.get((name, indices)) or self.known.symbols.get((name, len(indices)))
        if found and key not in self.expanding and all(isinstance(one, Fraction) for one in indices):
            return self._written_out(found, list(indices), key, evaluator)
        # dL/dw of what was said of L(w).
        applied = self.known.functions.get((name, 1)) if self.fixed and not indices else None
        if applied and name not in self.expanding:
            return self._written_out(Definition((), applied.body), [], name, evaluator)
        if self.together is not None and name == KRONECKER and len(indices) == 2:
            return Fraction(indices[0] == indices[1])
        self.touched.add((name, len(indices)))
        other = "~" if (name, len(indices)) in self.moved else ""
        if self.shares and len(indices) == 1 and indices[0] in _ALL:
            whole = sum(self._somewhere(f"{other}{name}{(one,)}", False) for one in _ALL)
            return self._somewhere(f"{other}{name}{indices}", False) / whole
        return self._somewhere(f"{other}{name}{indices}", name in self.whole)

    def index(self, name: str) -> Quantity | None:
        if len(name) > 1:
            return None
        first, last = _MEMBERS
        if self.together:
            return Fraction(first + 1)
        # Different letters mean different members.
        return Fraction(first + (ord(name) - ord("i") + self.seed) % (last - first + 1))

    def bounds(self, index: str) -> tuple[int, int]:
        return self.members

    def call(self, name: str, values: list[Quantity], evaluator: Evaluator) -> Quantity:
        primes = len(name) - len(name.rstrip("'"))
        if primes:
            return self._slope(name[:-1], values, evaluator)
        found = self.known.functions.get((name, len(values)))
        if found and name not in self.expanding:
            return self._written_out(found, list(values), name, evaluator)
        self.touched.add((name, len(values)))
        if self.fixed or self.sloping:
            self.slopes.add(name)
        if not self.fixed:
            self.applied.add((name, *(q.reals().nstr(q.real(value), 20) for value in values)))
        name = "~" + name if (name, len(values)) in self.moved else name
        angle = self._noise(name) + sum(
            (self._noise(f"{name}/{at}") + 1) * q.real(value) for at, value in enumerate(values)
        )
        return 2 + q.reals().sin(angle) + q.real(values[0]) / 3

    def derivative(self, node: Node, evaluator: Evaluator) -> Quantity:
        body, by = node.parts
        key = evaluator.key(by)
        if not by.parts and by.name in evaluator.bound:
            raise UndecidedError("a derivative by a bound letter")
        centre = q.real(self.symbol(key, evaluator))
        sides = []
        before, seen = dict(self.fixed), set(self.touched)
        self.hits.discard(key)
        for step in (q.step(), -q.step()):
            self.fixed = {**before, key: centre + step}
            try:
                sides.append(q.real(evaluator.value(body)))
            finally:
                self.fixed = before
        if key in self.hits:
            self.touched.add((key[0], len(key[1])))
            return (sides[0] - sides[1]) / (2 * q.step())
        if body.is_numeric:
            return Fraction(0)
        if body.kind not in ("symbol", "call"):
            raise UndecidedError("a derivative of something unknown")
        self.touched = seen
        self.slopes.add((body.key, by.key))
        return self._somewhere(f"d{evaluator.key(body) if body.kind == 'symbol' else body.key}/{key}", False)

    def _slope(self, name: str, values: list[Quantity], evaluator: Evaluator) -> Quantity:
        if len(values) != 1:
            raise UndecidedError("a derivative of several arguments")
        centre = q.real(values[0])
        before, self.sloping = self.sloping, True
        try:
            above, below = (
                q.real(self.call(name, [centre + step], evaluator)) for step in (q.step(), -q.step())
            )
        finally:
            self.sloping = before
        return (above - below) / (2 * q.step())

    def _written_out(
        self, found: Definition, values: list[Any], mark: object, evaluator: Evaluator
    ) -> Quantity:
        self.expanding.append(mark)
        before = evaluator.bound
        if len(self.expanding) > 12:
            raise UndecidedError("definitions that go on")
        evaluator.bound = {**before, **dict(zip(found.parameters, values, strict=False))}
        try:
            return evaluator.value(found.body)
        finally:
            evaluator.bound = before
            self.expanding.pop()

    def _noise(self, what: str) -> Any:
        """A number between 0 and 1 that belongs to a name."""
        data = hashlib.blake2b(f"{self.seed}:{what}".encode(), digest_size=8).digest()
        return q.reals().mpf(int.from_bytes(data, "big")) / 2**64

    def _somewhere(self, what: str, whole: bool) -> Quantity:
        noise = self._noise(what)
        if whole:
            return Fraction(2 + int(noise * 3))
        low, high, mixed = _REGIONS[self.seed % len(_REGIONS)]
        value = low + noise * (high - low)
        return -value if mixed and self._noise(what + "-") > 0.5 else value


@dataclass(frozen=True)
class _Seen:
    """A side's value at a point, and what it took: symbols and functions, functions' values, derivatives of
    what the post does not define."""

    value: Quantity
    touched: frozenset[object]
    applied: frozenset[object]
    slopes: frozenset[object]


def same(first: Node, second: Node, known: Definitions, budget: Budget) -> bool | None:
    """Whether two sides say the same of all symbols in them; none where it cannot be said.

    Sides that differ have to do so at every point, and be about the same symbols: else they may be equal by
    something that is told in words.
    """
    whole = frozenset(_whole(first) | _whole(second))
    differences = 0
    for seed in range(len(_REGIONS)):
        point = Point(seed, known, whole)
        try:
            one, other = (_seen(side, point, budget) for side in (first, second))
        except UndecidedError:
            budget.spend(50)
            continue
        if q.close(one.value, other.value):
            return None if differences else True
        if not _are_comparable(point, (first, second), (one, other), budget):
            return None
        differences += 1
    return False if differences >= 2 else None


def equal(
    first: Node, second: Node, known: Definitions, budget: Budget, shares: bool = False, members: int = 3
) -> bool:
    """Whether two sides have the same value at the first point where both have one.

    ``shares`` lets the members of each series add up to one, as probabilities do; a series without bounds has
    so many ``members``.
    """
    whole = frozenset(_whole(first) | _whole(second))
    for seed in range(len(_REGIONS)):
        point = Point(seed, known, whole, shares)
        point.members = (1, members)
        try:
            return q.close(_seen(first, point, budget).value, _seen(second, point, budget).value)
        except UndecidedError:
            budget.spend(50)
    return False


def same_with_kronecker(first: Node, second: Node, known: Definitions, budget: Budget) -> bool | None:
    """The same where δ_ij is Kronecker's, both for letters that mean different members and for the same."""
    verdicts = []
    for together in (False, True):
        for seed in (0, 1):
            point = Point(seed, known, frozenset())
            point.together = together
            try:
                one, other = (_seen(side, point, budget) for side in (first, second))
            except UndecidedError:
                return None
            if not q.close(one.value, other.value) and not _are_comparable(
                point, (first, second), (one, other), budget
            ):
                return None
            verdicts.append(q.close(one.value, other.value))
    return all(verdicts)


def _seen(side: Node, point: Point, budget: Budget) -> _Seen:
    point.touched, point.applied, point.slopes = set(), set(), set()
    value = Evaluator(point, budget).value(side)
    return _Seen(value, frozenset(point.touched), frozenset(point.applied), frozenset(point.slopes))


def _are_comparable(
    point: Point, sides: tuple[Node, Node], seen: tuple[_Seen, _Seen], budget: Budget
) -> bool:
    """Whether the sides are about the same; symbols that one has alone may not matter for its value."""
    one, other = seen
    if one.applied != other.applied and not has_derivative(*sides):
        return False
    if one.slopes != other.slopes:
        return False
    if one.touched == other.touched:
        return True
    if has_derivative(sides[0]):
        return other.touched <= one.touched
    if has_derivative(sides[1]):
        return one.touched <= other.touched
    if one.touched > other.touched:
        return _cancels(point, sides[0], one, one.touched - other.touched, budget)
    return other.touched > one.touched and _cancels(
        point, sides[1], other, other.touched - one.touched, budget
    )


def has_derivative(*sides: Node) -> bool:
    nodes = [node for side in sides for node in side.walk()]
    return any(
        node.kind == "derivative" or (node.kind == "call" and node.name.endswith("'")) for node in nodes
    )


def _cancels(point: Point, side: Node, seen: _Seen, extra: frozenset[object], budget: Budget) -> bool:
    """Whether a side keeps its value when some of its symbols get others."""
    moved = Point(point.seed, point.known, point.whole)
    moved.moved = extra
    try:
        return q.close(Evaluator(moved, budget).value(side), seen.value)
    except UndecidedError:
        return False


def _whole(side: Node) -> set[str]:
    """The names of symbols that have to be whole numbers."""
    found: set[str] = set()
    for node in side.walk():
        summed = node.kind in ("total", "multiplied") and node.name != "without"
        limits = node.parts[2:] if summed else ()
        if node.kind == "factorial" or (node.kind == "function" and node.name == "binomial"):
            limits = node.parts
        found |= {
            one.name for limit in limits for one in limit.walk() if one.kind == "symbol" and not one.parts
        }
    return found

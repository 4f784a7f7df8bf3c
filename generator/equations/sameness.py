"""Two expressions at random points: those that differ at all of them are not the same."""

from __future__ import annotations

from dataclasses import dataclass

from generator.equations import quantity as q
from generator.equations.budget import Budget, UndecidedError
from generator.equations.definitions import Definitions
from generator.equations.evaluating import Evaluator
from generator.equations.points import REGIONS, Point
from generator.equations.quantity import Quantity
from generator.equations.tree import Node

_ROUNDING = 0.01


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
    dependents = frozenset(_dependents(first) | _dependents(second))
    differences = 0
    for seed in range(len(REGIONS)):
        point = Point(seed, known, whole)
        point.dependents = dependents
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
    dependents = frozenset(_dependents(first) | _dependents(second))
    for seed in range(len(REGIONS)):
        point = Point(seed, known, whole, shares)
        point.dependents = dependents
        point.members = (1, members)
        try:
            return q.close(_seen(first, point, budget).value, _seen(second, point, budget).value)
        except UndecidedError:
            budget.spend(50)
    return False


def near(first: Node, second: Node, known: Definitions, budget: Budget) -> bool:
    """Whether two sides differ by no more than rounding, at the first point where both have a value."""
    for seed in range(len(REGIONS)):
        point = Point(seed, known, frozenset())
        try:
            one, other = (q.real(_seen(side, point, budget).value) for side in (first, second))
            return bool(abs(one - other) <= _ROUNDING * abs(one))
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


def _dependents(side: Node) -> set[tuple[str, str]]:
    """Symbols of which a derivative is asked for, and by what."""
    derivatives = [node.parts for node in side.walk() if node.kind == "derivative"]
    return {
        (body.name, by.name)
        for body, by in derivatives
        if (body.kind, by.kind) == ("symbol", "symbol") and not body.parts and not by.parts
    }


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

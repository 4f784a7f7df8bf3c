"""The value of an expression, given what its symbols are worth."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import reduce
from typing import Protocol

from generator.equations import quantity as q
from generator.equations.budget import Budget, UndecidedError
from generator.equations.quantity import Quantity
from generator.equations.tree import Node

_MOST_TERMS = 2000

# A symbol with the values of its indices: ("a", (1,)); an index that has none stands by itself.
Key = tuple[str, tuple[object, ...]]


class World(Protocol):
    """What symbols and functions are worth."""

    def symbol(self, key: Key, evaluator: Evaluator) -> Quantity: ...
    def index(self, name: str) -> Quantity | None: ...
    def call(self, name: str, values: list[Quantity], evaluator: Evaluator) -> Quantity: ...
    def derivative(self, node: Node, evaluator: Evaluator) -> Quantity: ...
    def bounds(self, index: str) -> tuple[int, int]: ...


class Numbers:
    """The world of numbers alone, with values for some symbols."""

    def __init__(self, values: Mapping[Key, Quantity] | None = None) -> None:
        self.values = values or {}

    def symbol(self, key: Key, evaluator: Evaluator) -> Quantity:
        if key in self.values:
            return self.values[key]
        raise UndecidedError(f"{key[0]} is not known")

    def index(self, name: str) -> Quantity | None:
        return None

    def call(self, name: str, values: list[Quantity], evaluator: Evaluator) -> Quantity:
        raise UndecidedError(f"{name} is not known")

    def derivative(self, node: Node, evaluator: Evaluator) -> Quantity:
        raise UndecidedError("a derivative")

    def bounds(self, index: str) -> tuple[int, int]:
        raise UndecidedError("a sum without bounds")


class Recorded(Numbers):
    """The same, and which of the symbols were ``used``."""

    def __init__(self, values: Mapping[Key, Quantity]) -> None:
        super().__init__(values)
        self.used: dict[Key, None] = {}

    def symbol(self, key: Key, evaluator: Evaluator) -> Quantity:
        value = super().symbol(key, evaluator)
        self.used[key] = None
        return value


class Evaluator:
    """Evaluates within a budget. ``instead`` gives other values to the numbers that begin at its places."""

    def __init__(
        self,
        world: World,
        budget: Budget,
        log_base: int = 0,
        instead: Mapping[int, Fraction] | None = None,
    ) -> None:
        self.world, self.budget, self.log_base = world, budget, log_base
        self.instead = instead or {}
        self.bound: dict[str, Quantity] = {}

    def value(self, node: Node) -> Quantity:
        """The value.

        Raises:
            UndecidedError: it has none, or finding it takes too much.
        """
        self.budget.spend()
        parts = node.parts
        match node.kind:
            case "number":
                return self.instead.get(node.start, node.value)
            case "symbol":
                return self.symbol(node)
            case "call":
                return self.world.call(node.name, [self.value(part) for part in parts], self)
            case "derivative":
                return self.world.derivative(node, self)
            case "slope":
                return self._slope(*parts)
            case "tuple":
                raise UndecidedError("a tuple")
            case "total" | "multiplied":
                return self._total(node)
            case _:
                return self._computed(node, [self.value(part) for part in parts])

    def _computed(self, node: Node, values: list[Quantity]) -> Quantity:
        match node.kind:
            case "sum":
                return reduce(q.added, values)
            case "product":
                return reduce(q.multiplied, values)
            case "negative":
                return -values[0]
            case "quotient":
                return q.divided(*values)
            case "power":
                return q.raised(*values)
            case "remainder":
                return q.remainder(*values)
            case "floor":
                return q.floor(values[0])
            case "ceiling":
                return -q.floor(-values[0])
            case "absolute":
                return abs(values[0])
            case "factorial":
                return q.factorial(values[0])
            case "constant":
                return +(q.reals().e if node.name == "e" else q.reals().pi)
            case _:
                return q.function(node.name, values, self.log_base)

    def key(self, node: Node) -> Key:
        """The symbol with its indices' values."""
        return node.name, tuple(self._index(part) for part in node.parts)

    def symbol(self, node: Node) -> Quantity:
        if not node.parts and node.name in self.bound:
            return self.bound[node.name]
        return self.world.symbol(self.key(node), self)

    def _index(self, part: Node) -> object:
        if part.kind == "number":
            return part.value
        names = {node.name for node in part.walk() if node.kind == "symbol"}
        values = {name: self.bound.get(name, self.world.index(name)) for name in names}
        if any(value is None for value in values.values()) or any(
            node.parts for node in part.walk() if node.kind == "symbol"
        ):
            return part.key
        before, self.bound = self.bound, {**self.bound, **values}
        try:
            return self.value(part)
        finally:
            self.bound = before

    def _slope(self, at: Node, body: Node, letter: Node) -> Quantity:
        centre = q.real(self.value(at))
        before, sides = self.bound, []
        for step in (q.step(), -q.step()):
            self.bound = {**before, letter.name: centre + step}
            sides.append(q.real(self.value(body)))
        self.bound = before
        return (sides[0] - sides[1]) / (2 * q.step())

    def _total(self, node: Node) -> Quantity:
        body, index, *limits = node.parts
        left_out = self._member(limits.pop()) if node.name == "without" else None
        if limits:
            first, last = (self._whole(limit) for limit in limits)
        else:
            first, last = self.world.bounds(index.name)
        if last - first >= _MOST_TERMS:
            raise UndecidedError("a long sum")
        result: Quantity = Fraction(0 if node.kind == "total" else 1)
        step = q.added if node.kind == "total" else q.multiplied
        before = self.bound
        try:
            for at in range(first, last + 1):
                if at == left_out:
                    continue
                self.bound = {**before, index.name: Fraction(at)}
                result = step(result, self.value(body))
        finally:
            self.bound = before
        return result

    def _member(self, node: Node) -> Quantity:
        """What a letter or number means as an index."""
        if node.kind == "number":
            return node.value
        value = self.bound.get(node.name, self.world.index(node.name))
        if value is None:
            raise UndecidedError("an index without a value")
        return value

    def _whole(self, node: Node) -> int:
        value = self.value(node)
        if not isinstance(value, Fraction) or value.denominator != 1:
            raise UndecidedError("bounds that are no whole numbers")
        return value.numerator

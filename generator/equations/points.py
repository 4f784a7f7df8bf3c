"""Random points in the reals, and what all symbols and functions are worth there.

Sums over a letter without bounds run over a few whole numbers, unknown functions are smooth ones made up from
their names, and what the post defines is written out.
"""

from __future__ import annotations

import hashlib
from fractions import Fraction
from typing import Any

from generator.equations import quantity as q
from generator.equations.budget import UndecidedError
from generator.equations.definitions import Definition, Definitions
from generator.equations.evaluating import Evaluator, Key
from generator.equations.quantity import Quantity
from generator.equations.tree import Node

# Where the symbols lie: (from, to), signs mixed or not.
REGIONS = (
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
        self.dependents: frozenset[tuple[str, str]] = frozenset()
        self.offsets: dict[Key, Any] = {}

    def symbol(self, key: Key, evaluator: Evaluator) -> Quantity:
        if key in self.fixed:
            self.hits.add(key)
            return self.fixed[key]
        name, indices = key
        own = self.known.symbols.get((name, indices))
        found = own or self.known.symbols.get((name, len(indices)))
        counted = own is not None or all(isinstance(one, Fraction) for one in indices)
        if found and key not in self.expanding and counted:
            return self._written_out(found, list(indices), key, evaluator)
        # dL/dw of what was said of L(w).
        applied = self.known.functions.get((name, 1)) if self.fixed and not indices else None
        if applied and name not in self.expanding:
            return self._written_out(Definition((), applied.body), [], name, evaluator)
        if self.together is not None and name == KRONECKER and len(indices) == 2:
            return Fraction(indices[0] == indices[1])
        along = self._moved_along(key, self._somewhere(f"{name}{indices}", False)) if self.offsets else None
        if along is not None:
            return along
        self.touched.add((name, len(indices)))
        other = "~" if (name, len(indices)) in self.moved else ""
        if self.shares and len(indices) == 1 and indices[0] in _ALL:
            whole = sum(self._somewhere(f"{other}{name}{(one,)}", False) for one in _ALL)
            return self._somewhere(f"{other}{name}{indices}", False) / whole
        return self._somewhere(f"{other}{name}{indices}", name in self.whole)

    def _is_defined(self, key: Key) -> bool:
        name, indices = key
        return (name, indices) in self.known.symbols or (name, len(indices)) in self.known.symbols

    def _moved_along(self, key: Key, value: Quantity) -> Quantity | None:
        """What is left unsaid of L where dL/dw is asked for beside it: it changes with w."""
        moving = [by for name, by in self.dependents if (name, ()) == key and (by, ()) in self.offsets]
        if not moving:
            return None
        for by in moving:
            self.hits.add((by, ()))
            self.slopes.add((f"symb:{key[0]}()", f"symb:{by}()"))
            value = q.real(value) + self.offsets[by, ()] * self._somewhere(f"d{key}/{(by, ())}", False)
        return value

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
        before, moved, seen = dict(self.fixed), self.offsets, set(self.touched)
        self.hits.discard(key)
        for step in (q.step(), -q.step()):
            self.fixed, self.offsets = {**before, key: centre + step}, {**moved, key: step}
            try:
                sides.append(q.real(evaluator.value(body)))
            finally:
                self.fixed, self.offsets = before, moved
        if key in self.hits:
            if not self._is_defined(key):
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
        low, high, mixed = REGIONS[self.seed % len(REGIONS)]
        value = low + noise * (high - low)
        return -value if mixed and self._noise(what + "-") > 0.5 else value

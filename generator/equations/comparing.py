"""The sides of a chain against each other: numbers by value, symbols at random points, sizes by shape."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.equations import shapes
from generator.equations.budget import Budget, UndecidedError
from generator.equations.calculus import derivative
from generator.equations.chain import Chain
from generator.equations.evaluating import Evaluator, Numbers
from generator.equations.findings import Record
from generator.equations.known import Section
from generator.equations.place import Post
from generator.equations.quantity import Quantity, close, float_of, real
from generator.equations.rounding import agree
from generator.equations.stepping import follows
from generator.equations.told import Told
from generator.equations.tree import Node
from generator.equations.wording import number, shown

_BY_METHOD = 0.25


@dataclass(frozen=True)
class Comparison:
    """A chain beside what is known where it stands."""

    chain: Chain
    section: Section
    told: Told
    post: Post
    budget: Budget
    record: Record

    def numbers(self) -> None:
        """Compare the sides that are numbers, less those that something was said about."""
        for first, second, relation in self.anchored():
            if self.chain.blamed.isdisjoint((first, second)):
                try:
                    self._numbers(first, second, relation)
                except UndecidedError as problem:
                    if not self._negative_root(first, second):
                        self.record.undecided(first, second, str(problem))

    def _negative_root(self, first: Node, second: Node) -> bool:
        """Say it where a real side is set beside the root of a negative number."""
        for side, other in ((first, second), (second, first)):
            for node in side.walk():
                if node.kind != "function" or node.name != "sqrt":
                    continue
                try:
                    if real(self._value(node.parts[0])) < 0 and self._value(other) is not None:
                        said = shown(self.post.text, node.parts[0])
                        self.record.doubt(node, f"{said} is negative and has no root")
                        self.chain.blamed.add(side)
                        return True
                except UndecidedError:
                    continue
        return False

    def anchored(self) -> Iterator[tuple[Node, Node, str]]:
        """Pairs of numeric sides; one that is exactly what stood before it gives way to that.

        So 0.9·0.01 + 0.05·0.99 = 0.009 + 0.0495 = 0.0589 is wrong: these decimals were not rounded.
        """
        anchor: dict[Node, Node] = {}
        for first, second, relation in self.chain.numeric_pairs():
            before = anchor.get(first, first)
            if relation == "=" and first.kind != "number":
                try:
                    if close(self._value(before), self._value(second)):
                        anchor[second] = before
                    elif before is not first and self._only_rounded(before, first, second):
                        self.chain.trusted.add(before)
                        yield before, second, relation
                        continue
                except UndecidedError:
                    pass
            yield first, second, relation

    def _only_rounded(self, before: Node, first: Node, second: Node) -> bool:
        """Whether a side agrees with the one before it by its rounding alone."""
        return self._holds(first, second, "=") and not self._holds(before, second, "=")

    def steps(self) -> None:
        """Compare the sides that are symbols."""
        for first, second in self.chain.symbolic_pairs():
            if self.chain.is_shape(first) and self.chain.is_shape(second):
                self._shapes(first, second)
                continue
            to_solve = self.post.asks(first.start) if len(self.chain.links) == 2 else None
            try:
                verdict = follows(first, second, self.section, self.told, self.budget, to_solve)
            except UndecidedError as problem:
                self.record.undecided(first, second, str(problem))
                continue
            if verdict is None:
                self.record.undecided(first, second, "not told by these symbols alone")
            elif verdict:
                self.record.held += 1
            else:
                self._wrong_step(first, second)

    def _numbers(self, first: Node, second: Node, relation: str) -> None:
        if self._holds(first, second, relation):
            self.record.held += 1
        elif self.chain.is_shape(first) and self.chain.is_shape(second):
            self._shapes(first, second)
        elif self._differ_in_units(first, second):
            self.record.undecided(first, second, "other units")
        elif relation in ("=", "≈"):
            self._wrong_number(first, second, relation)
        else:
            said = f"{shown(self.post.text, first)} {relation} {shown(self.post.text, second)}"
            self.record.doubt(second, f"{said} does not hold")

    def _holds(self, first: Node, second: Node, relation: str) -> bool:
        if relation in ("=", "≈"):
            if relation == "≈" and second.kind == "sum" and self._is_near(first, second):
                return True
            return agree(first, second, self.budget, self.section.rounded, loosely=relation == "≈")
        left, right = real(self._value(first)), real(self._value(second))
        return bool(
            {"<": left <= right, "≤": left <= right, ">": left >= right, "≥": left >= right}[relation]
        )

    def _is_near(self, first: Node, second: Node) -> bool:
        """Whether a sum may be an approximation by some method, as the first terms of a series are."""
        left, right = float_of(self._value(first)), float_of(self._value(second))
        return abs(left - right) < _BY_METHOD * abs(left)

    def _value(self, node: Node) -> Quantity:
        return Evaluator(Numbers(), self.budget).value(node)

    def _differ_in_units(self, first: Node, second: Node) -> bool:
        left, right = float_of(self._value(first)), float_of(self._value(second))
        return bool(left and right) and self.chain.of_other_units(first, second, left / right)

    def _wrong_number(self, first: Node, second: Node, relation: str) -> None:
        odd, right = self.chain.odd_one(first, second, lambda one, other: self._holds(one, other, relation))
        self.chain.blamed.add(odd)
        values = [number(self._value(side)) for side in (right, odd)]
        texts = [shown(self.post.text, side) for side in (right, odd)]
        plain = odd.parts[0] if odd.kind == "negative" else odd
        if not right.parts and plain.kind == "number":
            self.record.doubt(odd, f"{texts[0]} = {texts[1]} does not hold")
        elif plain.kind == "number":
            self.record.doubt(odd, f"{texts[0]} is {values[0]}, not {texts[1]}")
        else:
            self.record.doubt(odd, f"{texts[1]} is {values[1]}, not {values[0]}")

    def _wrong_step(self, first: Node, second: Node) -> None:
        right = derivative(first, self.section.definitions)
        said = f"{shown(self.post.text, second)} is not {shown(self.post.text, first)}"
        self.record.doubt(second, said + (f" = {right}" if right else ""))

    def _shapes(self, first: Node, second: Node) -> None:
        if not shapes.is_multiplied(first, second):
            self.record.undecided(first, second, "sizes")
            return
        wrong = shapes.misfit(first, second)
        if wrong is None:
            self.record.held += 1
            return
        said = f"{shown(self.post.text, first)} = {shown(self.post.text, second)}"
        self.record.doubt(wrong, f"{shown(self.post.text, wrong)} does not fit: {said}")

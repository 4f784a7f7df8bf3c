"""What is known where a chain stands: whether a symbol's value holds there, and what numbers stand for it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from fractions import Fraction

from generator.equations import quantity as q
from generator.equations.budget import Budget, UndecidedError
from generator.equations.chain import Chain
from generator.equations.evaluating import Evaluator, Key, Numbers
from generator.equations.known import Known, Section, is_member
from generator.equations.place import Post
from generator.equations.quantity import Quantity
from generator.equations.rounding import agree
from generator.equations.told import Told
from generator.equations.tree import Node


@dataclass(frozen=True)
class Standing:
    """A section's values beside one chain."""

    chain: Chain
    section: Section
    told: Told
    post: Post
    budget: Budget

    def value(self, node: Node) -> Quantity:
        return Evaluator(Numbers(), self.budget).value(node)

    def key(self, node: Node) -> Key:
        """Also of a derivative or a function's value, which the post may give a number, too."""
        return (
            (node.key, ())
            if node.kind in ("derivative", "call")
            else Evaluator(Numbers(), self.budget).key(node)
        )

    def keys(self, side: Node) -> set[Key]:
        """The symbols in a side, less what only names others as their index."""
        if side.kind == "symbol":
            return {self.key(side)}
        return {key for part in side.parts for key in self.keys(part)}

    def same(self, first: Node, second: Node) -> bool:
        return q.close(self.value(first), self.value(second))

    def stands_for(self, node: Node, known: Known) -> bool:
        value = self.value(node)
        if q.close(value, known.value):
            return True
        last = max((one.decimals for one in node.walk()), default=0)
        # As many decimals show what is known in full.
        in_full = isinstance(known.value, Fraction) and (known.value * 10**last).denominator == 1
        slack = max(10.0**-last if last and not in_full else 0.0, known.slack)
        return abs(q.float_of(value) - q.float_of(known.value)) < 0.999 * slack

    def is_given(self, key: Key, node: Node, known: Known) -> bool:
        """Whether a number is the symbol's value, or one that the post gives it somewhere."""
        if self.stands_for(node, known):
            return True
        elsewhere = [] if is_member(key) else self.told.values.get(key, {}).values()
        return any(agree(node, other, self.budget, self.section.rounded) for other in elsewhere)

    def is_anew(self, *values: Known) -> bool:
        """Whether the same rule was used since these were given, so that this is a use with other numbers."""
        used = [self.section.filled[key] for key in self.chain.fills if key in self.section.filled]
        name, rule = self.chain.name, self.chain.rule
        if name is not None and name.kind == "symbol":
            key = self.key(name), rule.key if rule is not None else ""
            used += [self.section.rules[key]] if key in self.section.rules else []
        return bool(used) and all(one.place < max(used) for one in values)

    def are_meant(self, known: dict[Key, Known], numeric: Node) -> bool:
        """Whether values given elsewhere hold here: of members, of what has one value in all of the post."""
        if all(is_member(key) for key in known) or all(
            self.post.in_one_paragraph(one.place, numeric.start) for one in known.values()
        ):
            return True
        return self.are_steady(known)

    def are_steady(self, known: Collection[Key]) -> bool:
        """Whether all are members or have but one value in all of the post."""
        return all(is_member(key) or self.told.is_steady(key) for key in known)

    def holds_anyway(self, symbolic: Node, numeric: Node) -> bool:
        """Whether the sides are equal by the values that are known."""
        world = Numbers({key: known.value for key, known in self.section.values.items()})
        try:
            return agree(symbolic, numeric, self.budget, self.section.rounded, world)
        except UndecidedError:
            return False

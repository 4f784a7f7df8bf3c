"""A numeric side as a whole against what all symbols before it come to, where the shapes differ."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.equations import quantity as q
from generator.equations.evaluating import Evaluator, Key, Recorded
from generator.equations.findings import Doubt
from generator.equations.known import Known, is_member
from generator.equations.quantity import Quantity
from generator.equations.rounding import agree
from generator.equations.standing import Standing
from generator.equations.tree import Node
from generator.equations.wording import named, number, shown

_NEAR = 0.02


@dataclass(frozen=True)
class Whole:
    """Two sides by their values, where they stand."""

    here: Standing

    def doubts(self, symbolic: Node, numeric: Node) -> Iterator[Doubt]:
        """Sides of different shapes: only what all symbols together come to can be compared."""
        if any(node.kind in ("call", "derivative") for node in symbolic.walk()):
            return
        if self.is_equation(symbolic, numeric):
            return
        world = Recorded({key: one.value for key, one in self.here.section.values.items()})
        value = Evaluator(world, self.here.budget).value(symbolic)
        known = {key: self.here.section.values[key] for key in world.used}
        if self.here.is_anew(*known.values()) or not self.here.are_meant(known, numeric):
            return
        if self.may_tell(known, numeric) and not self.is_near_miss(value, numeric):
            return
        if agree(symbolic, numeric, self.here.budget, self.here.section.rounded, world):
            return
        if self.may_be_rounded(known, numeric) and self.is_near_miss(value, numeric):
            return
        facts = ", ".join(
            f"{named(key)} = {number(one.value)} (line {self.here.post.line(one.place)})"
            for key, one in known.items()
        )
        texts = shown(self.here.post.text, symbolic), shown(self.here.post.text, numeric)
        yield Doubt(numeric.start, numeric.end, f"{texts[0]} is {number(value)}, not {texts[1]}: {facts}")

    def is_equation(self, symbolic: Node, numeric: Node) -> bool:
        """Whether it rather tells a letter than uses what is known of it: where 2x = 5."""
        if len(self.here.chain.links) > 2 or numeric.parts:
            return False
        letters = [node for node in symbolic.walk() if node.kind == "symbol"]
        if self.here.post.supposes(symbolic.start, numeric.end):
            return True
        return any(
            self.here.post.sets(self.here.post.text[node.start : node.end], numeric.end)
            for node in letters
            if (known := self.here.section.values.get(self.here.key(node))) is None
            or not self.here.post.in_one_sentence(known.place, symbolic.start)
        )

    def may_tell(self, known: dict[Key, Known], numeric: Node) -> bool:
        """Whether a number alone may be what an equation sets symbols to that had values long before."""
        near = all(self.here.post.in_one_paragraph(one.place, numeric.start) for one in known.values())
        return (
            len(self.here.chain.links) == 2
            and not numeric.parts
            and not near
            and not all(map(is_member, known))
        )

    def is_near_miss(self, value: Quantity, numeric: Node) -> bool:
        """Whether a number is so near that it can be nothing else."""
        wanted, found = q.float_of(value), q.float_of(self.here.value(numeric))
        return abs(wanted - found) < _NEAR * abs(wanted)

    def may_be_rounded(self, known: dict[Key, Known], numeric: Node) -> bool:
        """Whether a side shows few decimals of values that have more."""
        decimals = max((node.decimals for node in numeric.walk()), default=0)
        return decimals > 0 and any((q.real(one.value) * 100) % 1 != 0 for one in known.values())

"""A numeric side term by term: each number against the value of the symbol in whose place it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from generator.equations import quantity as q
from generator.equations.differing import Differing
from generator.equations.evaluating import Evaluator, Key, Numbers
from generator.equations.findings import Doubt
from generator.equations.known import Known, is_derived, is_member
from generator.equations.matching import Match, Pair
from generator.equations.rounding import agree
from generator.equations.standing import Standing
from generator.equations.tree import Node
from generator.equations.wording import miscopied, number, shown, symbol


@dataclass(frozen=True)
class Terms:
    """The pairs of two sides that match, where they stand."""

    here: Standing

    def doubts(self, match: Match, symbolic: Node, numeric: Node) -> Iterator[Doubt]:
        keyed = [(self.here.key(pair.symbol), pair) for pair in match.pairs]
        wrong: list[tuple[Key, Pair, Known]] = []
        right: set[Key] = set()
        for key, pair in keyed:
            known = self.here.section.values.get(key)
            if known is None:
                continue
            if self.here.is_given(key, pair.number, known) or self.takes_sign(pair, known, match):
                right.add(key)
            elif not self.is_commuted(pair, known, match):
                wrong.append((key, pair, known))
        if wrong and self.here.holds_anyway(symbolic, numeric):
            return
        if len(wrong) > 1 and len(wrong) > len(right):
            wrong = []
        all_known = len(wrong) + len(right) == len(dict(keyed)) and len(right) >= len(wrong) > 0
        sure = symbolic.kind == "symbol" or len(right) > len(wrong) or all_known
        found = [
            Doubt(pair.number.start, pair.number.end, self.message(pair, known, numeric))
            for key, pair, known in wrong
            if self.is_bound(key, pair.number, known, sure)
        ]
        if not found:
            found += self.twice(keyed)
        if not found and not wrong:
            found += self.miscomputed(match, keyed)
            found = [] if found and self.here.holds_anyway(symbolic, numeric) else found
        if not found and match.differences:
            found += Differing(self.here).doubts(match, right, symbolic, numeric)
        yield from found
        for key, _, _ in wrong:
            if not is_member(key):
                self.here.section.values.pop(key, None)

    def takes_sign(self, pair: Pair, known: Known, match: Match) -> bool:
        """Whether the minus before a term belongs to the symbol's value: w_1 - 5x for w_1 + bx, b = -5."""
        value = self.here.value(pair.number)
        for one in match.differences:
            inside = any(pair.symbol is node for node in one.symbolic.walk())
            if one.what == "sign" and inside and q.close(-value, known.value):
                match.differences.remove(one)
                return True
        return False

    def is_commuted(self, pair: Pair, known: Known, match: Match) -> bool:
        """Whether the value stands beside, in the place of a symbol that is not known to have it."""
        for other in match.pairs:
            if not any(other.number is beside for beside in pair.beside) or not self.here.stands_for(
                other.number, known
            ):
                continue
            own = self.here.section.values.get(self.here.key(other.symbol))
            if own is None or not self.here.stands_for(other.number, own):
                return True
        mine = [other.number for other in match.pairs]
        alone = [one for one in pair.beside if not any(one is other for other in mine)]
        return bool(match.computed) and any(self.here.stands_for(one, known) for one in alone)

    def is_bound(self, key: Key, node: Node, known: Known, sure: bool) -> bool:
        """Whether the value is to be kept here: a member's is; a size may be another layer's by now."""
        if self.here.is_anew(known) or (is_derived(key) and not self.here.told.is_steady(key)):
            return False
        if is_member(key):
            return True
        if self.here.post.says(known.place, node.start, self.here.post.text[node.start : node.end]):
            return False
        if self.here.told.is_steady(key):
            # A letter alone may be a size, and then it is another layer's soon.
            if len(key[0]) > 1 and self.here.post.in_one_breath(known.place, node.start):
                return True
            written = self.here.post.text[node.start : node.end].replace("{,}", "").replace(",", "")
            if miscopied(number(known.value).replace(",", ""), written):
                return True
        return sure or self.here.post.in_one_paragraph(known.place, node.start)

    def twice(self, keyed: list[tuple[Key, Pair]]) -> Iterator[Doubt]:
        """A symbol that stands for two numbers in one side."""
        seen: dict[Key, Pair] = {}
        for key, pair in keyed:
            before = seen.setdefault(key, pair)
            one, other = before.number, pair.number
            commuted = any(self.here.same(one, beside) for beside in pair.beside) or any(
                self.here.same(other, beside) for beside in before.beside
            )
            plain = {one.kind, other.kind} <= {"number", "negative"}
            if plain and not self.here.same(one, other) and not commuted:
                name = symbol(self.here.post.text, pair.symbol)
                values = f"{shown(self.here.post.text, one)} and {shown(self.here.post.text, other)}"
                yield Doubt(other.start, other.end, f"{name} stands for both {values} here")

    def miscomputed(self, match: Match, keyed: list[tuple[Key, Pair]]) -> Iterator[Doubt]:
        """Parts that are computed already, from other numbers than their symbols stand for in this side."""
        values = {key: self.here.value(pair.number) for key, pair in keyed}
        world = Numbers({**{key: one.value for key, one in self.here.section.values.items()}, **values})
        for symbolic, numeric in match.computed:
            inside = self.here.keys(symbolic)
            known = {key: one for key in inside - values.keys() if (one := self.here.section.values.get(key))}
            # What is no part of a side is compared as a whole.
            whole = not match.pairs and len(match.computed) == 1
            if not inside <= values.keys() | known.keys() or (known and whole):
                continue
            if known and (self.here.is_anew(*known.values()) or not self.here.are_steady(known)):
                continue
            if not agree(symbolic, numeric, self.here.budget, self.here.section.rounded, world):
                value = number(Evaluator(world, self.here.budget).value(symbolic))
                texts = shown(self.here.post.text, symbolic), shown(self.here.post.text, numeric)
                yield Doubt(numeric.start, numeric.end, f"{texts[0]} is {value} here, not {texts[1]}")

    def message(self, pair: Pair, known: Known, numeric: Node) -> str:
        name = symbol(self.here.post.text, pair.symbol)
        fact = f"{name} = {number(known.value)} (line {self.here.post.line(known.place)})"
        behind = self.behind(numeric)
        if behind is not None and agree(numeric, behind, self.here.budget, self.here.section.rounded):
            texts = shown(self.here.post.text, numeric), shown(self.here.post.text, behind)
            return f"{texts[0]} = {texts[1]} holds, but {fact}"
        written = shown(self.here.post.text, pair.number)
        return f"{name} stands for {written} here, but {fact}{self.other(pair)}"

    def behind(self, numeric: Node) -> Node | None:
        """The numeric side that follows."""
        found = [
            link.node for link in self.here.chain.links if link.node is not None and link.node.is_numeric
        ]
        place = found.index(numeric)
        return found[place + 1] if place + 1 < len(found) else None

    def other(self, pair: Pair) -> str:
        """The member of the same series that has this value."""
        value, own = self.here.value(pair.number), self.here.key(pair.symbol)
        for (name, indices), known in self.here.section.values.items():
            if name != own[0] or indices == own[1] or len(indices) != 1 or not q.close(known.value, value):
                continue
            if isinstance(indices[0], Fraction):
                return f"; index {number(indices[0])} has {number(value)}"
        return ""

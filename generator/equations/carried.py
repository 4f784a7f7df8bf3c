"""Values carried along: the numbers in a side against what the symbols beside them were found to be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from generator.equations import quantity as q
from generator.equations.budget import Budget, UndecidedError
from generator.equations.chain import Chain
from generator.equations.evaluating import Evaluator, Key, Numbers, Recorded
from generator.equations.findings import Doubt
from generator.equations.known import Known, Section, is_member
from generator.equations.matching import Difference, Match, Pair, matched
from generator.equations.place import Post
from generator.equations.quantity import Quantity
from generator.equations.rounding import agree
from generator.equations.told import Told
from generator.equations.tree import Node
from generator.equations.wording import named, number, shown, symbol


@dataclass(frozen=True)
class Carrier:
    """A section's values beside the sides of one chain."""

    chain: Chain
    section: Section
    told: Told
    post: Post
    budget: Budget

    def doubts(self, symbolic: Node, numeric: Node) -> Iterator[Doubt]:
        """What a numeric side has other than the symbolic one before it says."""
        try:
            match = matched(symbolic, numeric, self.same)
            found = list(self.by_terms(match, symbolic, numeric)) if match is not None else []
            if not found and (match is None or match.computed):
                found = list(self.by_value(symbolic, numeric))
            yield from found
        except UndecidedError:
            return

    def value(self, node: Node) -> Quantity:
        return Evaluator(Numbers(), self.budget).value(node)

    def key(self, node: Node) -> Key:
        return Evaluator(Numbers(), self.budget).key(node)

    def keys(self, side: Node) -> set[Key]:
        return {self.key(node) for node in side.walk() if node.kind == "symbol"}

    def same(self, first: Node, second: Node) -> bool:
        return q.close(self.value(first), self.value(second))

    # -- term by term ---------------------------------------------------------------------------------

    def by_terms(self, match: Match, symbolic: Node, numeric: Node) -> Iterator[Doubt]:
        keyed = [(self.key(pair.symbol), pair) for pair in match.pairs if pair.symbol.kind == "symbol"]
        wrong: list[tuple[Key, Pair, Known]] = []
        right: set[Key] = set()
        for key, pair in keyed:
            known = self.section.values.get(key)
            if known is None:
                continue
            if self.stands_for(pair.number, known) or self.takes_sign(pair, known, match):
                right.add(key)
            elif not self.is_commuted(pair, known, match):
                wrong.append((key, pair, known))
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
            found += self.miscomputed(match, keyed, right)
            found = [] if found and self.holds_anyway(symbolic, numeric) else found
        if not found and match.differences:
            found += self.different(match, right, symbolic, numeric)
        yield from found
        for key, _, _ in wrong:
            if not is_member(key):
                self.section.values.pop(key, None)

    def takes_sign(self, pair: Pair, known: Known, match: Match) -> bool:
        """Whether the minus before a term belongs to the symbol's value: w_1 - 5x for w_1 + bx, b = -5."""
        value = self.value(pair.number)
        for one in match.differences:
            inside = any(pair.symbol is node for node in one.symbolic.walk())
            if one.what == "sign" and inside and q.close(-value, known.value):
                match.differences.remove(one)
                return True
        return False

    def is_commuted(self, pair: Pair, known: Known, match: Match) -> bool:
        """Whether the value stands beside, in the place of a symbol that is not known to have it."""
        for other in match.pairs:
            if not any(other.number is beside for beside in pair.beside) or not self.stands_for(
                other.number, known
            ):
                continue
            own = self.section.values.get(self.key(other.symbol)) if other.symbol.kind == "symbol" else None
            if own is None or not self.stands_for(other.number, own):
                return True
        mine = [other.number for other in match.pairs]
        alone = [one for one in pair.beside if not any(one is other for other in mine)]
        return bool(match.computed) and any(self.stands_for(one, known) for one in alone)

    def stands_for(self, node: Node, known: Known) -> bool:
        value = self.value(node)
        if q.close(value, known.value):
            return True
        last = max((one.decimals for one in node.walk()), default=0)
        # As many decimals show what is known in full.
        in_full = isinstance(known.value, Fraction) and (known.value * 10**last).denominator == 1
        slack = max(10.0**-last if last and not in_full else 0.0, known.slack)
        return abs(q.float_of(value) - q.float_of(known.value)) < 0.999 * slack

    def is_bound(self, key: Key, node: Node, known: Known, sure: bool) -> bool:
        """Whether the value is to be kept here: a member's is; a size may be another layer's by now."""
        if self.is_anew(known):
            return False
        if is_member(key):
            return True
        if self.post.says(known.place, node.start, self.post.text[node.start : node.end]):
            return False
        return sure or self.post.in_one_paragraph(known.place, node.start)

    def is_anew(self, *values: Known) -> bool:
        """Whether the same rule was used since these were given, so that this is a use with other numbers."""
        used = [self.section.filled[key] for key in self.chain.fills if key in self.section.filled]
        name, rule = self.chain.name, self.chain.rule
        if name is not None and name.kind == "symbol":
            key = self.key(name), rule.key if rule is not None else ""
            used += [self.section.rules[key]] if key in self.section.rules else []
        return bool(used) and all(one.place < max(used) for one in values)

    def twice(self, keyed: list[tuple[Key, Pair]]) -> Iterator[Doubt]:
        """A symbol that stands for two numbers in one side."""
        seen: dict[Key, Pair] = {}
        for key, pair in keyed:
            before = seen.setdefault(key, pair)
            one, other = before.number, pair.number
            commuted = any(self.same(one, beside) for beside in pair.beside) or any(
                self.same(other, beside) for beside in before.beside
            )
            plain = {one.kind, other.kind} <= {"number", "negative"}
            if plain and not self.same(one, other) and not commuted:
                name = symbol(self.post.text, pair.symbol)
                values = f"{shown(self.post.text, one)} and {shown(self.post.text, other)}"
                yield Doubt(other.start, other.end, f"{name} stands for both {values} here")

    def miscomputed(self, match: Match, keyed: list[tuple[Key, Pair]], right: set[Key]) -> Iterator[Doubt]:
        """Parts that are computed already, from other numbers than their symbols stand for in this side."""
        values = {key: self.value(pair.number) for key, pair in keyed}
        world = Numbers({**{key: one.value for key, one in self.section.values.items()}, **values})
        for symbolic, numeric in match.computed:
            inside = {self.key(node) for node in symbolic.walk() if node.kind == "symbol"}
            known = {key: self.section.values[key] for key in inside - values.keys() if key in self.section.values}
            if not inside <= values.keys() | known.keys():
                continue
            # What is no part of a side is compared as a whole.
            if known and not match.pairs and len(match.computed) == 1:
                continue
            if known and (self.is_anew(*known.values()) or not (right or self.are_meant(known, numeric))):
                continue
            if not agree(symbolic, numeric, self.budget, self.section.rounded, world):
                value = number(Evaluator(world, self.budget).value(symbolic))
                texts = shown(self.post.text, symbolic), shown(self.post.text, numeric)
                yield Doubt(numeric.start, numeric.end, f"{texts[0]} is {value} here, not {texts[1]}")

    def different(self, match: Match, right: set[Key], symbolic: Node, numeric: Node) -> Iterator[Doubt]:
        """Another sign, operation or constant than the symbols have."""
        one = match.differences[0]
        if one.is_lone and not self.is_told(match, one, right):
            return
        certain = one.is_lone or self.is_certain(match, one, right)
        if not (certain or self.is_likely(match, one)):
            return
        if self.holds_anyway(symbolic, numeric):
            return
        texts = shown(self.post.text, one.symbolic), shown(self.post.text, one.numeric)
        if one.what == "sign":
            signs = ["−" if part.kind == "negative" else "+" for part in (one.symbolic, one.numeric)]
            bare = [text.lstrip("-+ ") for text in texts]
            message = f"{signs[1]} {bare[1]} stands here for {signs[0]} {bare[0]}"
        else:
            message = f"{texts[1]} stands here for {texts[0]}"
        yield Doubt(
            one.numeric.start, one.numeric.end, message + ("" if certain else "; is that meant?"), not certain
        )

    def is_certain(self, match: Match, one: Difference, right: set[Key]) -> bool:
        """Whether no value of the symbols explains the difference."""
        if one.what == "constant":
            return len(match.pairs) > 1 or bool(right)
        inside = {self.key(node) for node in one.symbolic.walk() if node.kind == "symbol"}
        negative = any(node.kind == "negative" for part in one.numeric.parts for node in part.walk())
        return inside <= right or (one.what == "sign" and negative and not match.computed)

    def is_likely(self, match: Match, one: Difference) -> bool:
        """Whether the rest fits too well for chance: a symbol that stands for the same number twice."""
        seen: dict[str, Node] = {}
        if one.what != "operation":
            return False
        return any(
            pair.symbol.key in seen and self.same(seen[pair.symbol.key], pair.number)
            for pair in match.pairs
            if seen.setdefault(pair.symbol.key, pair.number) is not pair.number
        )

    def is_told(self, match: Match, one: Difference, right: set[Key]) -> bool:
        """Whether the number of a lone symbol is known, so that another sign is not the number's."""
        lone = next(node for node in one.symbolic.walk() if node.kind == "symbol")
        elsewhere = [pair for pair in match.pairs if pair.symbol.key == lone.key and pair.symbol is not lone]
        own = next(pair for pair in match.pairs if pair.symbol is lone)
        return self.key(lone) in right or any(self.same(pair.number, own.number) for pair in elsewhere)

    def holds_anyway(self, symbolic: Node, numeric: Node) -> bool:
        """Whether the sides are equal by the values that are known."""
        world = Numbers({key: known.value for key, known in self.section.values.items()})
        try:
            return agree(symbolic, numeric, self.budget, self.section.rounded, world)
        except UndecidedError:
            return False

    # -- messages -------------------------------------------------------------------------------------

    def message(self, pair: Pair, known: Known, numeric: Node) -> str:
        name = symbol(self.post.text, pair.symbol)
        fact = f"{name} = {number(known.value)} (line {self.post.line(known.place)})"
        behind = self.behind(numeric)
        if behind is not None and agree(numeric, behind, self.budget, self.section.rounded):
            return f"{shown(self.post.text, numeric)} = {shown(self.post.text, behind)} holds, but {fact}"
        written = shown(self.post.text, pair.number)
        return f"{name} stands for {written} here, but {fact}{self.other(pair)}"

    def behind(self, numeric: Node) -> Node | None:
        """The numeric side that follows."""
        found = [link.node for link in self.chain.links if link.node is not None and link.node.is_numeric]
        place = found.index(numeric)
        return found[place + 1] if place + 1 < len(found) else None

    def other(self, pair: Pair) -> str:
        """The member of the same series that has this value."""
        value, own = self.value(pair.number), self.key(pair.symbol)
        for (name, indices), known in self.section.values.items():
            if name != own[0] or indices == own[1] or len(indices) != 1 or not q.close(known.value, value):
                continue
            if isinstance(indices[0], Fraction):
                return f"; index {number(indices[0])} has {number(value)}"
        return ""

    def is_equation(self, symbolic: Node, numeric: Node) -> bool:
        """Whether it rather tells a letter than uses what is known of it: where 2x = 5."""
        if len(self.chain.links) > 2 or numeric.parts:
            return False
        letters = [node for node in symbolic.walk() if node.kind == "symbol"]
        texts = {self.post.text[node.start : node.end] for node in letters}
        return self.post.supposes(symbolic.start, numeric.end) or any(
            self.post.sets(text, numeric.end) for text in texts
        )

    def are_meant(self, known: dict[Key, Known], numeric: Node) -> bool:
        """Whether values given elsewhere hold here: of members, of what has one value in all of the post."""
        if all(is_member(key) for key in known) or all(
            self.post.in_one_paragraph(one.place, numeric.start) for one in known.values()
        ):
            return True
        return all(is_member(key) or self.told.is_steady(key) for key in known)

    # -- as a whole -----------------------------------------------------------------------------------

    def by_value(self, symbolic: Node, numeric: Node) -> Iterator[Doubt]:
        """Sides of different shapes: only what all symbols together come to can be compared."""
        if any(node.kind in ("call", "derivative") for node in symbolic.walk()):
            return
        if self.is_equation(symbolic, numeric):
            return
        world = Recorded({key: one.value for key, one in self.section.values.items()})
        value = Evaluator(world, self.budget).value(symbolic)
        known = {key: self.section.values[key] for key in world.used}
        if self.is_anew(*known.values()) or not self.are_meant(known, numeric):
            return
        if agree(symbolic, numeric, self.budget, self.section.rounded, world):
            return
        facts = ", ".join(
            f"{named(key)} = {number(one.value)} (line {self.post.line(one.place)})"
            for key, one in known.items()
        )
        texts = shown(self.post.text, symbolic), shown(self.post.text, numeric)
        yield Doubt(numeric.start, numeric.end, f"{texts[0]} is {number(value)}, not {texts[1]}: {facts}")

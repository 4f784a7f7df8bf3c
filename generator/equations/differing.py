"""Another sign, operation or constant in a numeric side than the symbolic one before it has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.equations.evaluating import Key
from generator.equations.findings import Doubt
from generator.equations.matching import Difference, Match
from generator.equations.standing import Standing
from generator.equations.tree import Node
from generator.equations.wording import shown


@dataclass(frozen=True)
class Differing:
    """Judges the one difference of two sides that have the same shape for the rest."""

    here: Standing

    def doubts(self, match: Match, right: set[Key], symbolic: Node, numeric: Node) -> Iterator[Doubt]:
        """Another sign, operation or constant than the symbols have."""
        one = match.differences[0]
        if one.is_lone and not self.is_told(match, one, right):
            return
        certain = one.is_lone or self.is_certain(match, one, right)
        if not (certain or self.is_likely(match, one)):
            return
        if self.here.holds_anyway(symbolic, numeric):
            return
        texts = shown(self.here.post.text, one.symbolic), shown(self.here.post.text, one.numeric)
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
        inside = self.here.keys(one.symbolic)
        negative = any(node.kind == "negative" for part in one.numeric.parts for node in part.walk())
        return inside <= right or (one.what == "sign" and negative and not match.computed)

    def is_likely(self, match: Match, one: Difference) -> bool:
        """Whether the rest fits too well for chance: a symbol that stands for the same number twice."""
        seen: dict[str, Node] = {}
        if one.what == "sign":
            return len(match.pairs) > 2 and self.has_constant(one)
        if one.what != "operation":
            return False
        return any(
            pair.symbol.key in seen and self.here.same(seen[pair.symbol.key], pair.number)
            for pair in match.pairs
            if seen.setdefault(pair.symbol.key, pair.number) is not pair.number
        )

    def has_constant(self, one: Difference) -> bool:
        """Whether both terms are products that begin with the same number: 2p and −2·1."""
        terms = [part.parts[0] if part.kind == "negative" else part for part in (one.symbolic, one.numeric)]
        if any(term.kind != "product" or term.parts[0].kind != "number" for term in terms):
            return False
        return terms[0].parts[0].value == terms[1].parts[0].value

    def is_told(self, match: Match, one: Difference, right: set[Key]) -> bool:
        """Whether the number of a lone symbol is known, so that another sign is not the number's."""
        lone = next(node for node in one.symbolic.walk() if node.kind == "symbol")
        elsewhere = [pair for pair in match.pairs if pair.symbol.key == lone.key and pair.symbol is not lone]
        own = next(pair for pair in match.pairs if pair.symbol is lone)
        return self.here.key(lone) in right or any(
            self.here.same(pair.number, own.number) for pair in elsewhere
        )

"""What a post tells anywhere of its symbols: it may stand behind its use."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.equations.budget import Budget, UndecidedError
from generator.equations.chain import Chain
from generator.equations.evaluating import Evaluator, Key, Numbers
from generator.equations.known import Section
from generator.equations.points import Definitions, equal, same
from generator.equations.tree import Node


@dataclass
class Told:
    """Conditions, as the names that each ties together; first definitions of all symbols, and the latest."""

    conditions: list[frozenset[str]] = field(default_factory=list)
    first: Definitions = field(default_factory=Definitions)
    latest: Definitions = field(default_factory=Definitions)
    values: dict[Key, set[str]] = field(default_factory=dict)

    def is_steady(self, key: Key) -> bool:
        """Whether the post gives a symbol but one value."""
        return len(self.values.get(key, ())) < 2


def look_ahead(chains: Iterable[Chain]) -> Told:
    """The conditions and first definitions of all of a post."""
    told, tied = Told(), []
    whole = Section(definitions=told.first)
    for chain in chains:
        first, second = chain.links[0].node, chain.links[1].node
        for name in [*chain.names, *chain.replaced]:
            set_to = chain.result if name not in chain.replaced else name
            if set_to is not None:
                key = Evaluator(Numbers(), Budget(0.1)).key(name)
                told.values.setdefault(key, set()).add(set_to.key)
        if first is None or second is None or chain.links[1].relation != "=":
            continue
        if chain.rule is not None:
            whole.define(first, chain.rule, again=False)
        elif len(chain.links) == 2:
            tied.append((first, second))
    budget = Budget(0.3)
    for first, second in tied:
        if names := _condition(first, second, told.first, budget):
            told.conditions.append(names)
    return told


def _condition(first: Node, second: Node, known: Definitions, budget: Budget) -> frozenset[str] | None:
    """The names that an equation ties together which neither names nor proves anything."""
    if first.kind in ("symbol", "call", "derivative", "number") or first.is_numeric:
        return None
    try:
        verdict = same(first, second, Definitions(), budget)
        if verdict or equal(first, second, known, budget):
            return None
        if verdict is False and not is_to_solve(first, second):
            return None
    except UndecidedError:
        pass
    names = frozenset(node.name for side in (first, second) for node in side.walk() if node.kind == "symbol")
    return names if len(names) > 1 or has_total(first) else None


def is_to_solve(first: Node, second: Node) -> bool:
    """Whether it looks like an equation to be solved: nothing to multiply out on either side."""
    if "sum" not in (first.kind, second.kind) and sum(node.kind == "number" for node in first.walk()) > 1:
        return False
    if first.kind == "power" and first.parts[0].kind == "symbol":
        return True
    return _is_flat(first) and _is_flat(second)


def has_total(side: Node) -> bool:
    """Whether it sums members of a series, of which the post may tell the sum."""
    totals = [node for node in side.walk() if node.kind in ("total", "multiplied")]
    return any(below.kind == "symbol" and below.parts for node in totals for below in node.walk())


def _is_flat(side: Node) -> bool:
    """Whether it is a sum of plain terms."""
    terms = side.parts if side.kind == "sum" else (side,)
    nodes = [node for term in terms for node in term.walk()]
    return all(node.kind in ("number", "symbol", "product", "negative", "power") for node in nodes)

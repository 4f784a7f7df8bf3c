"""What a post tells anywhere of its symbols: it may stand behind its use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.equations.budget import Budget, UndecidedError
from generator.equations.chain import Chain
from generator.equations.definitions import Definitions
from generator.equations.evaluating import Evaluator, Key, Numbers
from generator.equations.known import Section
from generator.equations.sameness import equal, same
from generator.equations.tree import Node


@dataclass
class Told:
    """Conditions, as the names that each ties together; first definitions of all symbols, and the latest.

    ``used`` are symbols with a number as their index, ``values`` all numbers that symbols are set to.
    """

    conditions: list[frozenset[str]] = field(default_factory=list)
    first: Definitions = field(default_factory=Definitions)
    latest: Definitions = field(default_factory=Definitions)
    used: set[Key] = field(default_factory=set)
    values: dict[Key, dict[str, Node]] = field(default_factory=dict)

    def is_steady(self, key: Key) -> bool:
        """Whether the post gives a symbol but one value."""
        return len(self.values.get(key, ())) < 2


def look_ahead(chains: Iterable[Chain]) -> Told:
    """The conditions and first definitions of all of a post."""
    told, tied = Told(), []
    whole = Section(definitions=told.first)
    for chain in chains:
        first, second = chain.links[0].node, chain.links[1].node
        told.used.update(_members(chain))
        if first is not None and first.kind in ("derivative", "call") and chain.result is not None:
            told.values.setdefault((first.key, ()), {})[chain.result.key] = chain.result
        for name in [*chain.names, *chain.replaced]:
            set_to = chain.result if name not in chain.replaced else name
            if set_to is not None:
                key = Evaluator(Numbers(), Budget(0.1)).key(name)
                told.values.setdefault(key, {})[set_to.key] = set_to
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


def _members(chain: Chain) -> Iterator[Key]:
    """Symbols with one number as their index."""
    for link in chain.links:
        for node in link.node.walk() if link.node is not None else ():
            if node.kind == "symbol" and [part.kind for part in node.parts] == ["number"]:
                yield node.name, (node.parts[0].value,)


def _condition(first: Node, second: Node, known: Definitions, budget: Budget) -> frozenset[str] | None:
    """The names that an equation ties together which neither names nor proves anything."""
    if first.kind in ("symbol", "call", "derivative", "number") or first.is_numeric:
        return None
    # log p(y) = … tells of p.
    inner = first.parts[0] if first.kind == "function" and len(first.parts) == 1 else None
    if inner is not None and inner.kind == "call" and inner.name not in (node.name for node in second.walk()):
        return frozenset({inner.name})
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
    if (
        "product" in (first.kind, second.kind)
        and _is_of_powers(first)
        and _is_of_powers(second)
        and first.symbols == second.symbols
    ):
        return False
    if first.kind == "power" and first.parts[0].kind == "symbol":
        return True
    return _is_flat(first) and _is_flat(second)


def _is_of_powers(side: Node) -> bool:
    """Whether it multiplies powers of one symbol, w w^2, so that exponents are added."""
    factors = side.parts if side.kind == "product" else (side,)
    bases = [node.parts[0] if node.kind == "power" else node for node in factors]
    return len(side.symbols) == 1 and all(base.kind == "symbol" for base in bases)


def has_total(side: Node) -> bool:
    """Whether it sums members of a series, of which the post may tell the sum."""
    totals = [node for node in side.walk() if node.kind in ("total", "multiplied") and not _is_bounded(node)]
    return any(below.kind == "symbol" and below.parts for node in totals for below in node.walk())


def _is_bounded(total: Node) -> bool:
    return len(total.parts) == 4 and all(limit.kind == "number" for limit in total.parts[2:])


def _is_flat(side: Node) -> bool:
    """Whether it is a sum of plain terms."""
    terms = side.parts if side.kind == "sum" else (side,)
    nodes = [node for term in terms for node in term.walk()]
    return all(node.kind in ("number", "symbol", "product", "negative", "power") for node in nodes)

r"""``prove("8 + 5 = 13")``: an equation that a template may write because it holds."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass

from generator.equations.budget import Budget, UndecidedError
from generator.equations.chain import Chain, Link
from generator.equations.evaluating import Evaluator, Key, Numbers
from generator.equations.findings import Left, Proof, Record
from generator.equations.matching import matched
from generator.equations.opened import opened
from generator.equations.proving import prove
from generator.equations.quantity import Quantity, close, real
from generator.equations.rounding import agree
from generator.equations.tree import Node
from generator.equations.wording import number, shown
from generator.errors import GeneratorError
from generator.suggest import instead
from generator.writing.deriving import SECONDS, numeral_of
from generator.writing.equation_sides import symbols
from generator.writing.portable import portable

_ANYWAY = "write it with display()"
_SIGNS = {"=": "=", "≈": "\\approx", "<": "<", ">": ">", "≤": "\\le", "≥": "\\ge"}


def proved(tex: str, given: Mapping[str, object] | None = None) -> str:
    """The equation in the portable form, since it holds where symbols have the values ``given``.

    Raises:
        GeneratorError: it does not hold, or it cannot be read, or nothing tells whether it holds.
    """
    given = given or {}
    numerals = {name: numeral_of(name, value) for name, value in given.items()}
    names = symbols(given)
    values = {key: numerals[name].value for key, name in names.items()}
    facts = ", ".join(f"$${name} = {one.tex}$$" for name, one in numerals.items())
    # One paragraph: what is given is said of this very equation.
    text = f"{facts}\n$${' '.join(tex.split())}$$\n"
    proof = prove(text)
    _refuse_doubts(proof)
    formulas = opened(text, Record()).formulas
    chains = formulas[-1].chains if formulas else []
    _refuse_strangers(text, chains, names)
    judge = _Judge(text, values, [one for one in proof.left if one.start > len(facts)])
    if not sum(judge.proved(chain) for chain in chains):
        raise GeneratorError(f"in {tex!r} nothing can be proved: it has no two sides to compare; {_ANYWAY}")
    return portable(tex, display=True)


def _refuse_doubts(proof: Proof) -> None:
    for doubt in proof.doubts:
        said = doubt.message.replace("(line 1)", "(given)").replace(" (line 2)", "")
        if doubt.question:
            raise GeneratorError(f"{said} ({_ANYWAY} if it is meant so)")
        raise GeneratorError(said if said.endswith("not hold") else f"the equation does not hold: {said}")


def _refuse_strangers(text: str, chains: list[Chain], names: Mapping[Key, str]) -> None:
    """Values that are given for nothing: a slip in a name would leave less to be proved."""
    nodes = [node for chain in chains for link in chain.links if link.node for node in link.node.walk()]
    # The members of a sum are not written one by one.
    if any(node.kind in ("total", "multiplied") for node in nodes):
        return
    evaluator = Evaluator(Numbers(), Budget(SECONDS))
    there = {evaluator.key(node): shown(text, node) for node in nodes if node.kind == "symbol"}
    for key, name in names.items():
        if key not in there:
            raise GeneratorError(
                f"given has {name}, which is not in the equation; {instead(name, there.values())}"
            )


@dataclass(frozen=True)
class _Judge:
    """Asks of each pair of sides what makes it sure; ``left`` is what the check left open."""

    text: str
    values: Mapping[Key, Quantity]
    left: list[Left]

    def proved(self, chain: Chain) -> int:
        """How many pairs are sure, and do more than to name something.

        Raises:
            GeneratorError: one of them is not.
        """
        for one in self.left:
            if one.why == "read":
                written = " ".join(self.text[one.start : one.end].split())
                raise GeneratorError(f"{written} cannot be read (at {one.reason}); {_ANYWAY}")
        pairs = list(itertools.pairwise(chain.links))
        return sum(self._pair(chain, first, second) for first, second in pairs)

    def _pair(self, chain: Chain, first: Link, second: Link) -> bool:
        if first.node is None or second.node is None or second.relation not in _SIGNS:
            raise GeneratorError(f"{self._said(first, second)} is no equation that can be decided; {_ANYWAY}")
        one, other = first.node, second.node
        by_values = self._by_values(one, other, second.relation)
        if by_values is not None:
            if not by_values:
                raise GeneratorError(self._wrong(one, other))
            return True
        if one in _names(chain):
            return False
        numbers = one.is_numeric and other.is_numeric
        if numbers or self._is_step(one, other, second.relation):
            self._decided(one, other)
            return True
        if not one.is_numeric and other.is_numeric and self._is_filled_in(one, other):
            return one.kind not in ("symbol", "call")
        raise GeneratorError(self._open(first, second, one, other))

    def _by_values(self, one: Node, other: Node, relation: str) -> bool | None:
        """Whether the sides fit by the values given; nothing where these do not say it all."""
        if one.is_numeric and other.is_numeric:
            return None
        world, budget = Numbers(self.values), Budget(SECONDS)
        try:
            if relation in ("=", "≈"):
                return agree(one, other, budget, world=world, loosely=relation == "≈")
            left, right = (real(Evaluator(world, budget).value(side)) for side in (one, other))
        except UndecidedError:
            return None
        smaller, larger = (left, right) if relation in ("<", "≤") else (right, left)
        return bool(smaller < larger or (relation in ("≤", "≥") and smaller == larger))

    def _is_step(self, one: Node, other: Node, relation: str) -> bool:
        """Whether the check compares two sides in symbols."""
        symbolic = not one.is_numeric and not other.is_numeric and "tuple" not in (one.kind, other.kind)
        return symbolic and relation == "=" and not {one.kind, other.kind} <= {"symbol", "call"}

    def _decided(self, one: Node, other: Node) -> None:
        for left in self.left:
            if left.start <= one.start and other.end <= left.end:
                said = self.text[left.start : left.end]
                raise GeneratorError(f"{said} cannot be decided ({left.reason}); {_ANYWAY}")

    def _is_filled_in(self, one: Node, other: Node) -> bool:
        """Whether every number stands in the place of a symbol."""
        world = Numbers()

        def same(first: Node, second: Node) -> bool:
            return close(*(Evaluator(world, Budget(SECONDS)).value(node) for node in (first, second)))

        try:
            match = matched(one, other, same)
        except UndecidedError:
            return False
        return match is not None and not match.differences and not match.computed

    def _wrong(self, one: Node, other: Node) -> str:
        world = Numbers(self.values)
        worth = [number(Evaluator(world, Budget(SECONDS)).value(side)) for side in (one, other)]
        texts = shown(self.text, one), shown(self.text, other)
        is_number = other.kind == "number"
        found = texts[1] if is_number else f"{texts[1]}, which is {worth[1]}"
        return f"the equation does not hold: {texts[0]} is {worth[0]} by the values given, not {found}"

    def _open(self, first: Link, second: Link, one: Node, other: Node) -> str:
        world = Numbers(self.values)
        unknown = sorted(
            {
                shown(self.text, node)
                for side in (one, other)
                for node in side.walk()
                if node.kind == "symbol" and Evaluator(world, Budget(SECONDS)).key(node) not in self.values
            }
        )
        hint = f"give the values of {', '.join(unknown)} as given={{…}}, or " if unknown else ""
        return f"{self._said(first, second)} cannot be decided; {hint}{_ANYWAY}"

    def _said(self, first: Link, second: Link) -> str:
        start = first.signs[0].start if first.signs else second.signs[0].start
        return self.text[start : second.signs[-1].end if second.signs else first.signs[-1].end]


def _names(chain: Chain) -> list[Node]:
    """The sides that only name what follows: y, or y and f(x)."""
    if chain.links[0].node is not None and chain.links[0].node.kind == "tuple":
        return [chain.links[0].node]
    sides = itertools.takewhile(
        lambda node: node.kind in ("symbol", "call"), (link.node for link in chain.links if link.node)
    )
    return list(sides)

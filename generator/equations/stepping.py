"""Steps of a derivation: whether a symbolic side follows from the one before."""

from __future__ import annotations

from collections.abc import Collection

from generator.equations.budget import Budget, UndecidedError
from generator.equations.calculus import proved
from generator.equations.evaluating import Numbers
from generator.equations.known import Section
from generator.equations.points import KRONECKER, Definitions, equal, has_derivative, same, same_with_kronecker
from generator.equations.rounding import agree
from generator.equations.told import Told, has_total, is_to_solve
from generator.equations.tree import Node


def follows(
    first: Node, second: Node, section: Section, told: Told, budget: Budget, to_solve: bool | None
) -> bool | None:
    """Whether both say the same; none where nobody can tell.

    ``to_solve`` tells whether the text calls it an equation to be solved; none where there are more sides,
    so that it is none.

    Raises:
        UndecidedError: it takes too much.
    """
    if _has_unknown_slope(first, section.definitions):
        return None
    if (KRONECKER, 2) not in section.definitions.symbols and _has_kronecker(first, second):
        return same_with_kronecker(first, second, section.definitions, budget)
    if verdict := same(first, second, section.definitions, budget):
        return True
    if _holds_otherwise(first, second, section, told, budget):
        return True
    if verdict is None:
        return None
    if to_solve is not None and not has_derivative(first) and (to_solve or is_to_solve(first, second)):
        return None
    if has_total(first) != has_total(second) or _is_tied(first, second, told.conditions):
        return None
    if _is_complex(first) or _is_complex(second):
        return None
    return proved(first, second, section.definitions)


def _holds_otherwise(first: Node, second: Node, section: Section, told: Told, budget: Budget) -> bool:
    """Whether they are equal by what is defined elsewhere, without any definition, or with known values."""
    if equal(first, second, section.definitions, budget, members=2):
        return True
    for known in (Definitions(), told.latest, told.first):
        if equal(first, second, known, budget) or equal(first, second, known, budget, shares=True):
            return True
    values = {key: one.value for key, one in section.values.items()}
    try:
        return agree(first, second, budget, section.rounded, Numbers(values))
    except UndecidedError:
        return False


def _is_tied(first: Node, second: Node, conditions: Collection[frozenset[str]]) -> bool:
    """Whether a condition told elsewhere is about the symbols of either side."""
    names = {node.name for side in (first, second) for node in side.walk() if node.kind in ("symbol", "call")}
    return any(len(condition & names) >= min(2, len(condition)) for condition in conditions)


def _has_unknown_slope(side: Node, known: Definitions) -> bool:
    """Whether it is f'(x) of a function that the post does not define."""
    name = side.name.rstrip("'")
    return side.kind == "call" and name != side.name and (name, len(side.parts)) not in known.functions


def _has_kronecker(*sides: Node) -> bool:
    return any(
        node.name == KRONECKER and len(node.parts) == 2 and node.kind == "symbol"
        for side in sides
        for node in side.walk()
    )


def _is_complex(side: Node) -> bool:
    """Whether i is the imaginary unit: e^{ix}."""
    powers = [node for node in side.walk() if node.kind == "power" and node.parts[0].kind == "constant"]
    return any(_has_unit(node.parts[1]) for node in powers)


def _has_unit(node: Node) -> bool:
    if node.kind == "symbol":
        return not node.parts and node.name in ("i", "j")
    return any(_has_unit(part) for part in node.parts)

"""Values carried along: the numbers in a side against what the symbols beside them were found to be."""

from __future__ import annotations

from collections.abc import Iterator

from generator.equations import quantity as q
from generator.equations.budget import UndecidedError
from generator.equations.findings import Doubt
from generator.equations.matching import Match, matched
from generator.equations.standing import Standing
from generator.equations.terms import Terms
from generator.equations.tree import Node
from generator.equations.whole import Whole


def carried(here: Standing, symbolic: Node, numeric: Node) -> Iterator[Doubt]:
    """What a numeric side has other than the symbolic one before it says."""
    try:
        match = matched(symbolic, numeric, here.same)
        found = list(Terms(here).doubts(match, symbolic, numeric)) if match is not None else []
        if not found and (match is None or (match.computed and not match.pairs)):
            found = list(Whole(here).doubts(symbolic, numeric))
        if not found and match is not None and _all_right(here, match, symbolic):
            found = list(Whole(here).doubts(symbolic, numeric))
        yield from found
    except UndecidedError:
        return


def _all_right(here: Standing, match: Match, symbolic: Node) -> bool:
    """Whether each symbol is known and has its value where a number stands for it alone."""
    values = here.section.values
    return (
        bool(match.pairs)
        and here.keys(symbolic) <= values.keys()
        and all(
            pair.symbol.kind == "symbol"
            and q.close(here.value(pair.number), values[here.key(pair.symbol)].value)
            for pair in match.pairs
        )
    )

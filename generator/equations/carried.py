"""Values carried along: the numbers in a side against what the symbols beside them were found to be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.equations import quantity as q
from generator.equations.budget import UndecidedError
from generator.equations.findings import Doubt
from generator.equations.matching import Match, matched
from generator.equations.standing import Standing
from generator.equations.terms import Terms
from generator.equations.tree import Node
from generator.equations.whole import Whole
from generator.equations.wording import shown


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
        yield from _left_over(here, symbolic, numeric)


def _left_over(here: Standing, symbolic: Node, numeric: Node) -> Iterator[Doubt]:
    """A number without which both sides match, constants and all: a term that the symbols lack."""
    if (symbolic.kind, numeric.kind) != ("sum", "sum") or len(numeric.parts) != len(symbolic.parts) + 1:
        return
    if not any(node.kind == "number" for term in symbolic.parts for node in _outside_indices(term)):
        return
    for at, part in enumerate(numeric.parts):
        plain = part.parts[0] if part.kind == "negative" else part
        if at == 0 or plain.kind != "number" or not plain.value:
            continue
        rest = replace(numeric, parts=numeric.parts[:at] + numeric.parts[at + 1 :])
        try:
            match = matched(symbolic, rest, here.same)
        except UndecidedError:
            return
        if match is None or match.differences or match.computed or len(match.pairs) < 3:
            continue
        message = f"is a term missing before, for which {shown(here.post.text, part)} stands?"
        yield Doubt(part.start, part.end, message, question=True)
        return


def _outside_indices(node: Node) -> Iterator[Node]:
    yield node
    for part in node.parts if node.kind != "symbol" else ():
        yield from _outside_indices(part)


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

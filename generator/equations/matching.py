r"""Term by term: which number stands for which symbol where a symbolic side is followed by a numeric one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Literal

from generator.equations.tree import Node

Same = Callable[[Node, Node], bool]


@dataclass(frozen=True)
class Pair:
    """A symbol and the numbers in its place; ``beside`` are the numbers that stand in a row with them."""

    symbol: Node
    number: Node
    beside: tuple[Node, ...] = ()


@dataclass(frozen=True)
class Difference:
    """Where two sides of the same shape have another sign, operation or constant."""

    what: Literal["sign", "operation", "constant"]
    symbolic: Node
    numeric: Node

    @property
    def is_lone(self) -> bool:
        """Whether it is the sign of a symbol alone, which may be the number's."""
        node = self.symbolic.parts[0] if self.symbolic.kind == "negative" else self.symbolic
        return self.what == "sign" and node.kind == "symbol"


@dataclass
class Match:
    """What stands for what, where the sides differ, and the parts that are computed already."""

    pairs: list[Pair] = field(default_factory=list)
    differences: list[Difference] = field(default_factory=list)
    computed: list[tuple[Node, Node]] = field(default_factory=list)


class _ShapeError(Exception):
    """The sides have not the same shape."""


def matched(symbolic: Node, numeric: Node, same: Same) -> Match | None:
    """How the terms of two sides belong together; none where the shapes differ in more than one place.

    ``same`` compares two numeric parts.
    """
    match = Match()
    if symbolic.kind == "product" and numeric.kind == "negative" and numeric.parts[0].kind == "product":
        numeric = _with_sign_inside(numeric)
    try:
        _match(symbolic, numeric, (), same, match)
    except _ShapeError:
        return None
    lone = [one for one in match.differences if one.is_lone]
    others = [one for one in match.differences if not one.is_lone]
    match.differences = others or lone[:1]
    return match if len(others) <= 1 else None


def _with_sign_inside(negative: Node) -> Node:
    """-2·3 with the sign at the 2."""
    product = negative.parts[0]
    first, *rest = product.parts
    signed = replace(negative, end=first.end, parts=(first,))
    return replace(product, start=negative.start, parts=(signed, *rest))


def _match(symbolic: Node, numeric: Node, beside: tuple[Node, ...], same: Same, match: Match) -> None:
    if symbolic.kind in ("symbol", "call", "derivative"):
        match.pairs.append(Pair(symbolic, numeric, beside))
    elif symbolic.is_numeric:
        if not same(symbolic, numeric):
            # In a product written the other way round, the constant stands beside.
            if any(same(symbolic, other) for other in beside) or not _is_constant(numeric):
                raise _ShapeError
            match.differences.append(Difference("constant", symbolic, numeric))
    elif symbolic.kind == numeric.kind and symbolic.name == numeric.name:
        _match_parts(symbolic, numeric, same, match)
    elif {symbolic.kind, numeric.kind} == {"sum", "product"} and len(symbolic.parts) == len(
        numeric.parts
    ) == 2:
        if any(part.kind == "negative" for part in (*symbolic.parts, *numeric.parts)):
            raise _ShapeError
        match.differences.append(Difference("operation", symbolic, numeric))
        _match_parts(symbolic, numeric, same, match)
    elif numeric.kind == "number":
        match.computed.append((symbolic, numeric))
    else:
        raise _ShapeError


def _match_parts(symbolic: Node, numeric: Node, same: Same, match: Match) -> None:
    if len(symbolic.parts) != len(numeric.parts) or symbolic.kind in ("total", "multiplied"):
        raise _ShapeError
    in_a_row = symbolic.kind in ("sum", "product")
    for one, other in zip(symbolic.parts, numeric.parts, strict=True):
        beside = tuple(part for part in numeric.parts if part is not other) if in_a_row else ()
        # A symbol may stand for a negative number, and then the sign is the number's.
        signs = (one.kind == "negative", other.kind == "negative")
        if symbolic.kind == "sum" and signs[0] != signs[1] and one.kind != "symbol":
            match.differences.append(Difference("sign", one, other))
            one, other = (part.parts[0] if part.kind == "negative" else part for part in (one, other))
        _match(one, other, beside, same, match)


def _is_constant(node: Node) -> bool:
    node = node.parts[0] if node.kind == "negative" else node
    return node.kind == "number" or (
        node.kind == "quotient" and all(part.kind == "number" for part in node.parts)
    )

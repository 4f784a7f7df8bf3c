r"""The parts of an expression in the order in which they are written, and what may stand in their places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator.equations.tree import Node

# Where a part stands: by itself in brackets or braces, as the first or a further term, behind a minus, as the
# first or a further factor, below a power or behind a stroke.
Place = Literal["alone", "opening", "term", "negated", "first", "factor", "base"]


@dataclass(frozen=True)
class Child:
    """A part and where it stands.

    An ``is_argument`` is one of a macro or a power, which TeX wants in braces once it is longer than a sign;
    what is ``is_function_of`` stands behind a function's name, in brackets or not.
    """

    node: Node
    place: Place
    is_argument: bool = False
    is_function_of: bool = False


def children(node: Node, text: str) -> list[Child]:
    """The parts by place; an index of a sum, which is only a name, left out."""
    return sorted(_parts(node, text), key=lambda child: child.node.start)


def _parts(node: Node, text: str) -> Iterator[Child]:
    first, *others = node.parts
    match node.kind:
        case "sum":
            yield Child(first, "opening")
            yield from (Child(one, "term") for one in others)
        case "product":
            yield Child(first, "first")
            yield from (Child(one, "factor") for one in others)
        case "negative":
            yield Child(first, "negated")
        case "factorial":
            yield Child(first, "base")
        case "quotient":
            yield from _quotient(first, others[0], text)
        case "power":
            yield from _power(first, others[0], text)
        case "function":
            yield from _function(node)
        case "total" | "multiplied":
            yield Child(first, "factor")
            yield from (Child(one, "alone", is_argument=True) for one in others[1:])
        case _:
            yield from (Child(one, "alone") for one in node.parts)


def _quotient(over: Node, under: Node, text: str) -> Iterator[Child]:
    between = text[over.end : under.start]
    if "/" in between or "\\div" in between:
        yield from (Child(over, "first"), Child(under, "base"))
    else:
        yield from (Child(one, "alone", is_argument=True) for one in (over, under))


def _power(base: Node, exponent: Node, text: str) -> Iterator[Child]:
    # The exponent of a function stands within it: \tanh^2(x).
    yield from _parts(base, text) if exponent.start < base.end else [Child(base, "base")]
    yield Child(exponent, "alone", is_argument=True)


def _function(node: Node) -> Iterator[Child]:
    if node.name in ("max", "min"):
        yield from (Child(one, "alone") for one in node.parts)
    elif node.name in ("sqrt", "binomial"):
        yield from (Child(one, "alone", is_argument=True) for one in node.parts)
    else:
        yield Child(node.parts[0], "alone", is_function_of=True)
        yield from (Child(base, "alone", is_argument=True) for base in node.parts[1:])

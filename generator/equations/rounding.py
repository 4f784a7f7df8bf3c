"""Whether two numeric sides say the same, given that authors round what they write.

A whole number is exact. A decimal stands for what rounds or is cut off to it; what it is computed from may
have been rounded before where it has three decimals or more, or is known as the result of a rounding.
"""

from __future__ import annotations

from collections.abc import Collection
from fractions import Fraction

from generator.equations import quantity as q
from generator.equations.budget import Budget
from generator.equations.evaluating import Evaluator, Numbers, World
from generator.equations.quantity import Quantity
from generator.equations.tree import Node

_ROUNDED_FROM = 3
# So many decimals come from a program, with its errors.
_FLOATS = 8


def agree(
    first: Node,
    second: Node,
    budget: Budget,
    rounded: Collection[Fraction] = (),
    world: World | None = None,
    loosely: bool = False,
) -> bool:
    """Whether the sides are equal; ``loosely`` is for ≈, which lets whole numbers be rounded, too.

    Raises:
        UndecidedError: one of them has no value.
    """
    world = world or Numbers()
    bases = (0, 10, 2) if _has_bare_log(first) or _has_bare_log(second) else (0,)
    return any(_agree(first, second, budget, rounded, world, loosely, base) for base in bases)


def _agree(
    first: Node,
    second: Node,
    budget: Budget,
    rounded: Collection[Fraction],
    world: World,
    loosely: bool,
    base: int,
) -> bool:
    left, right = (Evaluator(world, budget, base).value(side) for side in (first, second))
    if q.close(left, right):
        return True
    # Who multiplies by 100 and writes % as well means it once.
    left = q.divided(left, Fraction(100)) if second.name == "%" and _is_hundredfold(first) else left
    slack = _slack(first, left, budget, rounded, world, base) + _slack(
        second, right, budget, rounded, world, base
    )
    if max(node.decimals for side in (first, second) for node in side.walk()) >= _FLOATS:
        slack += 1e-9 * abs(q.float_of(left))
    if loosely or not (_is_short(first, left) or _is_short(second, right)):
        slack += max(_last_place(side, loosely) for side in (first, second))
    slack += _of_shares(first, right) + _of_shares(second, left)
    slack += _of_terms(first, second, budget, world, base) + _of_terms(second, first, budget, world, base)
    return bool(abs(q.float_of(left) - q.float_of(right)) <= slack * (1 + 1e-9))


def _is_short(side: Node, value: Quantity) -> bool:
    """Whether a computed side comes to two decimals at most, which nobody rounds."""
    computed = side.kind in ("sum", "product", "quotient", "power")
    return computed and isinstance(value, Fraction) and 100 % value.denominator == 0


def _is_hundredfold(side: Node) -> bool:
    return side.kind == "product" and side.parts[-1].kind == "number" and side.parts[-1].value == 100


def _last_place(side: Node, loosely: bool) -> float:
    """What one in the last place shown is worth, where the side is a single decimal."""
    node = side.parts[0] if side.kind == "negative" else side
    if node.kind == "product" and len(node.parts) == 2 and (scale := _scale(node.parts[1])):
        return _last_place(node.parts[0], loosely) * scale
    if node.kind != "number" or (not node.decimals and not loosely):
        return 0.0
    zeros = len(str(node.value)) - len(str(node.value).rstrip("0")) if not node.decimals and node.value else 0
    return 0.999 * 10.0 ** (zeros - node.decimals)


def _scale(node: Node) -> float:
    """10^n, as scientists write numbers; 0 for all else."""
    if node.kind != "power":
        return 10.0 if node.kind == "number" and node.value == 10 else 0.0
    base, exponent = node.parts
    sign = -1 if exponent.kind == "negative" else 1
    exponent = exponent.parts[0] if exponent.kind == "negative" else exponent
    if (
        base.value != 10
        or exponent.kind != "number"
        or exponent.value > 50
        or exponent.value.denominator != 1
    ):
        return 0.0
    return float(10.0 ** (sign * exponent.value.numerator))


def _of_shares(side: Node, total: Quantity) -> float:
    """What rounding may take from shares that are said to make one."""
    shares = [part for part in side.parts if part.kind == "number" and part.decimals >= 2 and part.value < 1]
    if side.kind != "sum" or total != 1 or len(shares) < len(side.parts):
        return 0.0
    return sum(0.5 * 10.0**-part.decimals for part in shares)


def _of_terms(rounded: Node, exact: Node, budget: Budget, world: World, base: int) -> float:
    """What rounding took from decimals that stand for the terms of the other side, one for one."""
    if rounded.kind != exact.kind or rounded.kind != "sum" or len(rounded.parts) != len(exact.parts):
        return 0.0
    taken = 0.0
    for decimal, term in zip(rounded.parts, exact.parts, strict=True):
        one, other = (q.float_of(Evaluator(world, budget, base).value(part)) for part in (decimal, term))
        if abs(one - other) > max(_last_place(decimal, False), 1e-12 * abs(other)):
            return 0.0
        taken += abs(one - other)
    return taken


def _slack(
    side: Node, value: Quantity, budget: Budget, rounded: Collection[Fraction], world: World, base: int
) -> float:
    """How far rounded numbers in a side may take its value."""
    if side.kind in ("number", "negative") and (side.kind == "number" or side.parts[0].kind == "number"):
        return 0.0
    slack = halves = 0.0
    for node in side.walk():
        if node.kind != "number" or not node.decimals:
            continue
        if node.decimals < _ROUNDED_FROM and node.value not in rounded:
            continue
        half = Fraction(1, 2 * 10**node.decimals)
        moved = Evaluator(world, budget, base, {node.start: node.value + half}).value(side)
        slack += abs(q.float_of(moved) - q.float_of(value))
        halves += float(half)
    # Where a difference is small and divided by, roundings would explain anything.
    return min(slack, max(halves, 0.02 * abs(q.float_of(value))))


def _has_bare_log(node: Node) -> bool:
    return any(one.kind == "function" and one.name == "log" and len(one.parts) == 1 for one in node.walk())

r"""``derive("a_2 = a_1 + (k_2-1) \cdot b_1", with_values=…)``: numbers filled in and what they come to."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from generator.equations import quantity as q
from generator.equations.budget import Budget, UndecidedError
from generator.equations.cursor import UnreadableError
from generator.equations.evaluating import Evaluator, Key, Numbers
from generator.equations.quantity import Quantity
from generator.equations.reading import read
from generator.equations.tree import Node
from generator.equations.wording import named, shown
from generator.errors import GeneratorError
from generator.suggest import instead
from generator.writing.equation_sides import Equation, equation, side, symbols
from generator.writing.filling import Filler
from generator.writing.numerals import Numeral, numeral, plain, result
from generator.writing.portable import portable

SECONDS = 0.5
_REASONS = {
    "a logarithm": "a logarithm of what is not positive",
    "not real": "an even root of a negative number",
    "a power of zero": "zero to a power that is not positive",
}


@dataclass(frozen=True, repr=False)
class Derived:
    r"""An equation with its numbers; printed, it is what ``written`` says.

    ``tex`` is all of it, ``result`` what the numbers come to as it is written, ``value`` the same before
    rounding: whole, a float that prints the same decimal, or a fraction. ``numeral`` is the result for
    another derivation to go on with.
    """

    tex: str
    numeral: Numeral
    value: int | float | Fraction
    written: str = ""

    @property
    def result(self) -> str:
        return self.numeral.tex

    def __str__(self) -> str:
        return self.written

    def __repr__(self) -> str:
        return f"derive({self.tex!r})"


def derived(tex: str, with_values: Mapping[str, object], digits: int | None = None) -> Derived:
    """The equation, its right side with numbers for the symbols, and the result.

    ``with_values`` are numbers by the TeX of their symbols; ``digits`` are the significant ones of a result
    that is rounded.

    Raises:
        GeneratorError: the equation cannot be read, a value is missing, unused or no number, or there is no
            result.
    """
    if digits is not None and (
        isinstance(digits, bool) or not isinstance(digits, int) or not 1 <= digits <= 15
    ):
        raise GeneratorError(f"digits is {digits!r}; a result has 1 to 15 of them")
    stated = equation(tex, with_values)
    _check_kinds(stated)
    names = symbols(with_values)
    numerals = {key: numeral_of(name, with_values[name]) for key, name in names.items()}
    value = _value(stated, names, numerals)
    filled = _filled(stated, numerals)
    again = _confirmed(filled, value)
    as_decimal = any(one.decimals for one in numerals.values()) or _is_fraction(again)
    relation, comes_to = result(value, digits, as_decimal)
    steps = [stated.text, filled] if (relation, filled) != ("=", comes_to.tex) else [stated.text]
    together = f"{' = '.join(steps)} {relation} {comes_to.tex}{stated.behind}{stated.stop}"
    return Derived(portable(together, display=True), comes_to, plain(value))


def numeral_of(name: str, value: object) -> Numeral:
    """A value that is given for a symbol, or the result of another derivation as that wrote it.

    Raises:
        GeneratorError: it is no number.
    """
    return value.numeral if isinstance(value, Derived) else numeral(name, value)


def _check_kinds(stated: Equation) -> None:
    for node in stated.right.walk():
        if node.kind in ("call", "derivative", "slope", "tuple"):
            kind = "a function that only the text knows" if node.kind == "call" else f"a {node.kind}"
            raise GeneratorError(
                f"{shown(stated.text, node)} is {kind}, which has no number; write it with display()"
            )


def _filled(stated: Equation, numerals: Mapping[Key, Numeral]) -> str:
    times = "\\times" if "\\times" in stated.text and "\\cdot" not in stated.text else "\\cdot"
    worth: dict[Key, Quantity] = {key: one.value for key, one in numerals.items()}
    filler = Filler(stated.text, numerals, Evaluator(Numbers(worth), Budget(SECONDS)), times)
    return stated.before + filler.written(stated.right) + stated.behind


@dataclass
class _Asked(Numbers):
    """A world that notes what it is asked for; what it does not know it gives some value."""

    values: Mapping[Key, Quantity]
    used: dict[Key, None] = field(default_factory=dict)
    missing: dict[Key, None] = field(default_factory=dict)

    def symbol(self, key: Key, evaluator: Evaluator) -> Quantity:
        if key in self.values:
            self.used[key] = None
            return self.values[key]
        self.missing[key] = None
        return Fraction(2)


def _value(stated: Equation, names: Mapping[Key, str], numerals: Mapping[Key, Numeral]) -> Quantity:
    """What the right side comes to, with every value used."""
    text, right = stated.text, stated.right
    world = _Asked({key: one.value for key, one in numerals.items()})
    evaluator = Evaluator(world, Budget(SECONDS))
    problem = None
    try:
        value = evaluator.value(right)
    except UndecidedError as error:
        problem = error
    written = {evaluator.key(one): shown(text, one) for one in right.walk() if one.kind == "symbol"}
    if world.missing:
        lost = ", ".join(written.get(key) or named(key) for key in world.missing)
        there = ", ".join(names.values()) or "nothing"
        raise GeneratorError(f"no value for {lost} in {shown(text, right)}; with_values has {there}")
    if problem is not None:
        raise GeneratorError(_without_value(text, right, world, str(problem)))
    for key, name in names.items():
        if key not in world.used:
            known = [written.get(one) or named(one) for one in world.used]
            raise GeneratorError(
                f"with_values has {name}, which is not in {shown(text, right)}; {instead(name, known)}"
            )
    return value


def _without_value(text: str, right: Node, world: _Asked, reason: str) -> str:
    """Why there is no result, with the smallest part that has none."""
    smallest = right
    for node in right.walk():
        if node.kind == "symbol" or not smallest.start <= node.start <= node.end <= smallest.end:
            continue
        try:
            Evaluator(world, Budget(SECONDS)).value(node)
        except UndecidedError as error:
            smallest, reason = node, str(error)
    reason = _REASONS.get(reason, reason)
    values = ", ".join(f"{named(key)} = {world.values[key]}" for key in world.used)
    return f"{shown(text, smallest)} has no value: {reason}" + (f"; {values}" if values else "")


def _confirmed(filled: str, value: Quantity) -> Node:
    """What was written, read again: it must be worth the same."""
    try:
        node = read(side(filled))
        same = q.close(Evaluator(Numbers(), Budget(SECONDS)).value(node), value)
    except (UnreadableError, UndecidedError):
        same = False
    if not same:
        raise GeneratorError(
            f"with its numbers this would mean something else: {filled}; put brackets into the symbolic side"
        )
    return node


def _is_fraction(node: Node) -> bool:
    """Whether it is a fraction already that a result could only repeat."""
    whole = [part.kind == "number" and part.value.denominator == 1 for part in node.parts]
    return node.kind == "quotient" and all(whole) and math.gcd(*(int(part.value) for part in node.parts)) == 1

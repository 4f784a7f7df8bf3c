r"""Listings such as ``7, 9, \ldots, 25`` beside the rule that their members follow."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from generator.equations.budget import Budget, UndecidedError
from generator.equations.definitions import Definition
from generator.equations.evaluating import Evaluator, Numbers
from generator.equations.findings import Doubt
from generator.equations.known import Section
from generator.equations.signs import Sign
from generator.equations.slips import DOTS
from generator.equations.wording import number

_MOST = 10_000


@dataclass(frozen=True)
class Listing:
    """Numbers before the dots, the one behind them, and the name of what they are, if it is told."""

    name: str
    first: tuple[Fraction, ...]
    last: Fraction
    places: tuple[Sign, ...]


def listings(signs: Sequence[Sign]) -> Iterator[Listing]:
    """The listings in a formula that have dots."""
    for at, sign in enumerate(signs):
        if sign.text not in DOTS or not 0 < at < len(signs) - 1:
            continue
        before, start = _backwards(signs, at - 1)
        behind = at + 1 + (signs[at + 1].text == ",")
        last, places = _number(signs, behind)
        after = signs[behind + len(places)].text if behind + len(places) < len(signs) else ""
        if (
            not before
            or last is None
            or after not in ("", "}", "\\}", "\\rbrace", ")", ".", ",", "\\quad", "]", "\\qquad")
        ):
            continue
        firsts = tuple(value for value, _ in before)
        yield Listing(_name(signs, start), firsts, last, (*(one for _, one in before), places[-1]))


def doubts(listing: Listing, section: Section) -> Iterator[Doubt]:
    """What a listing has that the rule for its members does not give; a letter's range is kept."""
    rule = _rule(listing.name, section)
    if rule is not None:
        yield from _misfits(listing, rule, section.ranges.get(rule.parameters[0]))
        return
    if len(listing.name) == 1 and listing.first[0].denominator == listing.last.denominator == 1:
        section.ranges[listing.name] = int(listing.first[0]), int(listing.last)
    yield from _unsteady(listing)


def _rule(name: str, section: Section) -> Definition | None:
    """The rule by a letter and numbers alone of this name; the only one, where no name is told."""
    found = {
        key[0]: one
        for key, one in section.definitions.symbols.items()
        if key[1] == 1 and one.body.symbols == {f"symb:{one.parameters[0]}()"}
    }
    return found.get(name) if name or len(found) != 1 else next(iter(found.values()))


def _misfits(listing: Listing, rule: Definition, bounds: tuple[int, int] | None) -> Iterator[Doubt]:
    """What the rule does not give; ``bounds`` are those of its letter."""
    try:
        values = _values(rule, bounds or (-50, _MOST // 50))
    except UndecidedError:
        return
    if bounds and not listing.name and not _belongs(listing, values):
        return
    if bounds is None:
        if listing.first[0] not in values:
            return
        values = values[values.index(listing.first[0]) :]
    for place, (value, sign) in enumerate(zip(listing.first, listing.places, strict=False)):
        if place < len(values) and value != values[place]:
            yield _doubt(sign, value, values[place])
            return
    if bounds and listing.last != values[-1]:
        yield _doubt(listing.places[-1], listing.last, values[-1])
    elif not bounds and listing.last not in values and len(listing.first) > 1:
        below = [value for value in values if value < listing.last]
        if below and below[-1] != values[-1]:
            yield _doubt(listing.places[-1], listing.last, below[-1])


def _belongs(listing: Listing, values: list[Fraction]) -> bool:
    """Whether a listing without a name is likely one of these values: an end or the steps are the same."""
    if listing.last == values[-1] or listing.first == tuple(values[: len(listing.first)]):
        return True
    if len(listing.first) < 2 or len(values) < 3:
        return False
    step = listing.first[1] - listing.first[0]
    return step == values[1] - values[0] and listing.first[0] + step * (len(values) - 1) == listing.last


def _unsteady(listing: Listing) -> Iterator[Doubt]:
    """What three numbers with the same steps do not lead to."""
    first = listing.first
    steps = {second - one for one, second in itertools.pairwise(first)}
    if len(first) < 3 or len(steps) != 1:
        return
    step = steps.pop()
    if step and ((listing.last - first[0]) / step).denominator != 1:
        sign = listing.places[-1]
        shown = ", ".join(number(value) for value in first)
        message = f"does {shown}, … come to {number(listing.last)}?"
        yield Doubt(sign.start, sign.end, message, question=True)


def _values(rule: Definition, bounds: tuple[int, int]) -> list[Fraction]:
    budget = Budget(0.1)
    found = []
    for at in range(bounds[0], bounds[1] + 1):
        evaluator = Evaluator(Numbers({(rule.parameters[0], ()): Fraction(at)}), budget)
        found.append(evaluator.value(rule.body))
    if not found:
        raise UndecidedError("no values")
    return found


def _doubt(sign: Sign, value: Fraction, wanted: Fraction) -> Doubt:
    return Doubt(sign.start, sign.end, f"the rule gives {number(wanted)} here, not {number(value)}")


def _backwards(signs: Sequence[Sign], at: int) -> tuple[list[tuple[Fraction, Sign]], int]:
    """The numbers before the dots, and where the first begins."""
    found: list[tuple[Fraction, Sign]] = []
    while at > 0 and signs[at].text == "," and signs[at - 1].is_number:
        negative = at > 1 and signs[at - 2].text == "-"
        value = Fraction(signs[at - 1].text)
        found.insert(0, (-value if negative else value, signs[at - 1]))
        at -= 3 if negative else 2
    return found, at


def _number(signs: Sequence[Sign], at: int) -> tuple[Fraction | None, list[Sign]]:
    negative = at < len(signs) and signs[at].text == "-"
    at += negative
    if at >= len(signs) or not signs[at].is_number:
        return None, []
    value = Fraction(signs[at].text)
    return (-value, [signs[at - 1], signs[at]]) if negative else (value, [signs[at]])


def _name(signs: Sequence[Sign], at: int) -> str:
    """The letter before ``=`` or ``∈``, with its index left out."""
    while at >= 0 and signs[at].text in ("\\{", "\\lbrace", "{", "("):
        at -= 1
    if at < 1 or signs[at].text not in ("=", "\\in"):
        return ""
    at -= 1
    while at > 1 and signs[at - 1].text == "_":
        at -= 2
    return signs[at].text

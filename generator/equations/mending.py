r"""Signs of multiplication that were mistyped or left out: ``\frac12 \cdots 3``, ``3 8 + 3``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.equations.findings import Doubt
from generator.equations.signs import Sign
from generator.equations.slips import DOTS
from generator.equations.vocabulary import begins_factor

_CLOSING = frozenset({")", "]", "}"})


@dataclass(frozen=True)
class Mending:
    """The signs with a product in place, and what is to be said if that is right."""

    signs: list[Sign]
    doubt: Doubt


def mendings(signs: Sequence[Sign]) -> Iterator[Mending]:
    """One for the only dots between two factors, and one for the only two numbers side by side."""
    dots = [at for at, sign in enumerate(signs) if sign.text in DOTS]
    if len(dots) == 1 and _is_between(signs, dots[0] - 1, dots[0] + 1):
        dot = signs[dots[0]]
        message = f"{dot.text} leaves something out; a product is \\cdot"
        product = Sign("\\cdot", dot.start, dot.end)
        yield Mending([*signs[: dots[0]], product, *signs[dots[0] + 1 :]], Doubt(dot.start, dot.end, message))
    gaps = [at for at in range(1, len(signs)) if signs[at - 1].is_number and signs[at].is_number]
    if len(gaps) == 1 and signs[gaps[0] - 1].end < signs[gaps[0]].start:
        one, other = signs[gaps[0] - 1 : gaps[0] + 1]
        message = f"a sign is missing between {one.text} and {other.text}"
        product = Sign("\\cdot", one.end, other.start)
        yield Mending([*signs[: gaps[0]], product, *signs[gaps[0] :]], Doubt(one.start, other.end, message))


def _is_between(signs: Sequence[Sign], before: int, behind: int) -> bool:
    if before < 0 or behind >= len(signs):
        return False
    ends = signs[before].is_number or signs[before].text in _CLOSING
    return ends and begins_factor(signs[behind].text)

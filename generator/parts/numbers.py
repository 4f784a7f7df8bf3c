"""Computed numbers as short as they can be without losing what they tell."""

from __future__ import annotations

from math import floor, log10

from generator.errors import GeneratorError
from generator.words import plain

_DECIMALS, _MOST_DECIMALS = 3, 6
# What is left over when computers add decimal fractions.
_NEAR = 1e-13


def decimals(value: float) -> int:
    """Three decimals, more where a number below 0.1 needs them for three digits, fewer from 100 on."""
    size = abs(value)
    if size >= 100:
        return 0 if size >= 1000 else 1
    if size >= 0.1 or size == 0:
        return _DECIMALS
    return min(2 - floor(log10(size)), _MOST_DECIMALS)


def equals(value: float) -> str:
    """The number after = if its decimals write it exactly, else after ≈."""
    exact = abs(value - round(value, decimals(value))) < _NEAR
    return f"{'=' if exact else '≈'} {short(value)}"


def short(value: float) -> str:
    """The number with so many decimals: 0.646, −0.0811, 1250."""
    return plain(value, decimals(value))


def shown_in_full(name: str, value: float) -> float:
    """The number, if `short` writes all of it.

    Raises:
        GeneratorError: it has more decimals.
    """
    if value != round(value, decimals(value)):
        raise GeneratorError(
            f"{name} is {value}; pictures would show {short(value)}, so give no more decimals"
        )
    return value

"""Arithmetic with fractions where it can be, with 40 digits where it cannot, never with huge numbers."""

from __future__ import annotations

import math
from fractions import Fraction
from functools import cache
from typing import Any

from generator.equations.budget import UndecidedError

DIGITS = 40
_BITS = 6000
_LARGEST = 1e5

# A fraction, or a float of 40 digits.
Quantity = Any


@cache
def reals() -> Any:
    """Floats of 40 digits, as mpmath computes them."""
    import mpmath

    context = mpmath.mp.clone()
    context.dps = DIGITS
    return context


@cache
def step() -> Any:
    """For a difference that takes a derivative's place: wrong by less than a close comparison sees."""
    return reals().mpf(10) ** -13


def real(value: Quantity) -> Any:
    """The value as a float of 40 digits."""
    return reals().mpf(value.numerator) / value.denominator if isinstance(value, Fraction) else value


def added(first: Quantity, second: Quantity) -> Quantity:
    if isinstance(first, Fraction) and isinstance(second, Fraction):
        return _small(first + second)
    return real(first) + real(second)


def multiplied(first: Quantity, second: Quantity) -> Quantity:
    if isinstance(first, Fraction) and isinstance(second, Fraction):
        return _small(first * second)
    return real(first) * real(second)


def divided(first: Quantity, second: Quantity) -> Quantity:
    if not second:
        raise UndecidedError("a division by zero")
    if isinstance(first, Fraction) and isinstance(second, Fraction):
        return _small(first / second)
    return real(first) / real(second)


def raised(base: Quantity, exponent: Quantity) -> Quantity:
    """A power in the reals.

    Raises:
        UndecidedError: it is huge, not real, or not defined.
    """
    if not base and exponent <= 0:
        raise UndecidedError("a power of zero")
    if isinstance(exponent, Fraction) and isinstance(base, Fraction):
        if exponent == Fraction(1, 2):
            return root(base)
        bits = base.numerator.bit_length() + base.denominator.bit_length()
        if exponent.denominator == 1 and bits * abs(exponent) <= _BITS:
            return base**exponent.numerator
    size = abs(float_of(exponent)) * abs(math.log2(abs(float_of(base)) or 1))
    if size > _LARGEST:
        raise UndecidedError("a huge number")
    whole = exponent.denominator == 1 if isinstance(exponent, Fraction) else reals().isint(exponent)
    if base < 0 and not whole:
        raise UndecidedError("not real")
    return reals().power(
        real(base), exponent.numerator if whole and isinstance(exponent, Fraction) else real(exponent)
    )


def root(value: Quantity) -> Quantity:
    if value < 0:
        raise UndecidedError("not real")
    if isinstance(value, Fraction):
        over, under = math.isqrt(value.numerator), math.isqrt(value.denominator)
        if over**2 == value.numerator and under**2 == value.denominator:
            return Fraction(over, under)
    return reals().sqrt(real(value))


def factorial(value: Quantity) -> Quantity:
    if not isinstance(value, Fraction) or value.denominator != 1 or not 0 <= value <= 500:
        raise UndecidedError("a factorial")
    return Fraction(math.factorial(value.numerator))


def binomial(above: Quantity, below: Quantity) -> Quantity:
    for value in (above, below):
        if not isinstance(value, Fraction) or value.denominator != 1 or not 0 <= value <= 500:
            raise UndecidedError("a binomial")
    return Fraction(math.comb(above.numerator, below.numerator))


def floor(value: Quantity) -> Quantity:
    return Fraction(math.floor(value)) if isinstance(value, Fraction) else Fraction(int(reals().floor(value)))


def remainder(value: Quantity, divisor: Quantity) -> Quantity:
    """What is left of whole numbers, with the divisor's sign."""
    if not isinstance(value, Fraction) or not isinstance(divisor, Fraction) or not divisor:
        raise UndecidedError("a remainder")
    return value % divisor


def function(name: str, values: list[Quantity], log_base: int = 0) -> Quantity:
    """What everybody's functions give; ``log_base`` is that of a bare log, 0 for e."""
    first = values[0]
    if name == "sqrt":
        return root(first) if len(values) == 1 else raised(first, divided(Fraction(1), values[1]))
    if name in ("max", "min"):
        return (max if name == "max" else min)(values, key=real)
    if name == "binomial":
        return binomial(first, values[1])
    if name in ("log", "ln", "lg"):
        base = (
            values[1]
            if len(values) > 1
            else Fraction(10 if name == "lg" else log_base if name == "log" else 0)
        )
        return logarithm(first, base)
    if abs(float_of(first)) > _LARGEST:
        raise UndecidedError("a huge number")
    if name == "exp":
        return Fraction(1) if first == 0 else reals().exp(real(first))
    return getattr(reals(), "atan" if name == "arctan" else name)(real(first))


def logarithm(value: Quantity, base: Quantity) -> Quantity:
    if value <= 0 or base < 0 or base == 1:
        raise UndecidedError("a logarithm")
    if value == 1:
        return Fraction(0)
    natural = reals().log(real(value))
    if not base:
        return natural
    result = natural / reals().log(real(base))
    whole = int(reals().nint(result))
    if (
        isinstance(value, Fraction)
        and isinstance(base, Fraction)
        and abs(whole) < 200
        and base**whole == value
    ):
        return Fraction(whole)
    return result


def float_of(value: Quantity) -> float:
    """The value as Python's float.

    Raises:
        UndecidedError: it has none.
    """
    try:
        return float(value)
    except OverflowError:
        raise UndecidedError("a huge number") from None


def close(first: Quantity, second: Quantity) -> bool:
    """Whether two values are the same but for what 40 digits lose."""
    if isinstance(first, Fraction) and isinstance(second, Fraction):
        return first == second
    first, second = real(first), real(second)
    return bool(
        abs(first - second) <= reals().mpf(10) ** -15 * max(abs(first), abs(second), reals().mpf(10) ** -9)
    )


def _small(value: Fraction) -> Fraction:
    if value.numerator.bit_length() + value.denominator.bit_length() > 4 * _BITS:
        raise UndecidedError("a huge number")
    return value

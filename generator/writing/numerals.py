r"""Numbers as a derivation writes them: those that are given, as given; results exactly or rounded.

``0.25``, ``2{,}416``, ``-3``, ``\frac{2}{3}``, ``2.5 \times 10^{-8}``.
"""

from __future__ import annotations

import decimal
import math
import numbers
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from generator.equations.quantity import Quantity, reals
from generator.errors import GeneratorError

DIGITS = 4
# An exact result is written as a decimal of so many digits at most, or as a fraction of so many in all.
_LONGEST_DECIMAL = 6
_LONGEST_FRACTION = 5
# Beyond these, powers of ten are shorter to read.
_LARGEST, _SMALLEST = Decimal(10) ** 15, Decimal(10) ** -6
# What arithmetic with 40 digits may lose.
_NOTHING = Fraction(1, 10**25)


@dataclass(frozen=True)
class Numeral:
    """A number and how it is written; a ``product`` is one with a power of ten."""

    value: Fraction
    tex: str
    kind: Literal["atom", "fraction", "product"] = "atom"
    decimals: bool = False


def numeral(name: str, value: object) -> Numeral:
    """A value that somebody gives for a symbol.

    Raises:
        GeneratorError: it is no number, or none that can be written.
    """
    if isinstance(value, bool) or not isinstance(value, numbers.Real | Decimal):
        raise GeneratorError(f"the value of {name} is {value!r}, and what is filled in is a number")
    if isinstance(value, numbers.Rational):
        return _fraction(Fraction(int(value.numerator), int(value.denominator)))
    # str() of a float shows the digits that it was given with, also of NumPy's short ones.
    written = Decimal(str(value))
    if not written.is_finite():
        raise GeneratorError(f"the value of {name} is {value}, which nothing can be computed from")
    whole = written == written.to_integral_value()
    return _decimal(written.quantize(Decimal(1)) if whole and abs(written) < _LARGEST else written)


def result(value: Quantity, digits: int | None, decimals: bool) -> tuple[str, Numeral]:
    r"""What a side comes to, and ``=`` or ``\approx`` before it.

    ``digits`` are significant ones; ``decimals`` tells that it is computed from decimals, so that a fraction
    would be out of place.
    """
    exact = _exact(value)
    if exact is None:
        return _rounded(Decimal(reals().nstr(value, 40)), digits)
    if exact.denominator == 1 and abs(exact) < _LARGEST:
        return "=", _fraction(exact)
    if (short := _short_decimal(exact, digits or _LONGEST_DECIMAL)) is not None:
        return "=", _decimal(short)
    length = len(f"{abs(exact.numerator)}{exact.denominator}")
    if digits is None and not decimals and length <= _LONGEST_FRACTION and exact.denominator > 1:
        return "=", _fraction(exact)
    with decimal.localcontext(prec=60):
        return _rounded(Decimal(exact.numerator) / Decimal(exact.denominator), digits)


def plain(value: Quantity) -> int | float | Fraction:
    """A result for other expressions: whole, as a float that prints the same decimal, else a fraction."""
    exact = _exact(value)
    if exact is None:
        return float(value)
    if exact.denominator == 1:
        return exact.numerator
    return float(exact) if Fraction(repr(float(exact))) == exact else exact


def _exact(value: Quantity) -> Fraction | None:
    """The value as a fraction, if it is one, or a whole number but for what 40 digits lose."""
    if isinstance(value, Fraction):
        return value
    nearest = Fraction(int(reals().nint(value)))
    return nearest if abs(value - int(nearest)) < float(_NOTHING) * max(1, abs(value)) else None


def _short_decimal(value: Fraction, digits: int) -> Decimal | None:
    with decimal.localcontext(prec=digits):
        found = Decimal(value.numerator) / Decimal(value.denominator)
    return found if Fraction(found) == value else None


def _rounded(value: Decimal, digits: int | None) -> tuple[str, Numeral]:
    kept = digits or DIGITS
    # No digit before the point is given up, as long as all can be read.
    if Decimal(10) ** kept <= abs(value) < _LARGEST:
        kept = value.adjusted() + 1
    with decimal.localcontext(prec=kept):
        return r"\approx", _decimal(+value)


def _decimal(value: Decimal) -> Numeral:
    if value and not _SMALLEST <= abs(value) < _LARGEST:
        power = value.adjusted()
        digits = f"{value.scaleb(-power).normalize():f}"
        return Numeral(Fraction(value), rf"{digits} \times 10^{{{power}}}", "product", decimals=True)
    written = f"{value:,f}".replace(",", "{,}")
    return Numeral(Fraction(value), "0" if not value else written, decimals="." in written)


def _fraction(value: Fraction) -> Numeral:
    if value.denominator == 1:
        return _decimal(Decimal(value.numerator)) if abs(value) < _LARGEST else _whole(value)
    sign = "-" if value < 0 else ""
    over, under = (f"{part:,}".replace(",", "{,}") for part in (abs(value.numerator), value.denominator))
    return Numeral(value, rf"{sign}\frac{{{over}}}{{{under}}}", "fraction")


def _whole(value: Fraction) -> Numeral:
    """A long whole number in full: nobody rounds what is given."""
    if math.log10(abs(value)) > 40:
        raise GeneratorError("a number of more than 40 digits is too long for a formula")
    return Numeral(value, f"{value.numerator:,}".replace(",", "{,}"))

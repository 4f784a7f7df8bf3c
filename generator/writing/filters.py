"""How posts print numbers."""

from __future__ import annotations

import numbers

from generator.errors import GeneratorError
from generator.parts import numbers as shown


def thousands(value: object) -> str:
    """A whole number with commas: 61,706.

    Raises:
        GeneratorError: it is no whole number.
    """
    if isinstance(value, bool) or not isinstance(value, numbers.Integral):
        raise GeneratorError(f"thousands takes a whole number, found {_shown(value)}")
    return f"{int(value):,}"


def percent(value: object, digits: int = 2) -> str:
    """A share from 0 to 1 as per cent: 0.9872 is 98.72 %.

    Raises:
        GeneratorError: it is no number.
    """
    if isinstance(value, bool) or not isinstance(value, numbers.Real):
        raise GeneratorError(f"percent takes a number such as 0.9872, found {_shown(value)}")
    return f"{100 * float(value):.{digits}f} %"


def short(value: object) -> str:
    """A number with the decimals that figures give it: 0.646, −0.0811.

    Raises:
        GeneratorError: it is no number.
    """
    if isinstance(value, bool) or not isinstance(value, numbers.Real):
        raise GeneratorError(f"short takes a number such as 0.0811, found {_shown(value)}")
    return shown.short(float(value))


def _shown(value: object) -> str:
    return str(value) if type(value).__module__ != "builtins" else repr(value)

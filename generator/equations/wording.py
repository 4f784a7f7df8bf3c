"""Expressions and values as a message writes them."""

from __future__ import annotations

import re
from fractions import Fraction

from generator.equations.quantity import Quantity, float_of
from generator.equations.tree import Node

_SIGNS = {
    r"\cdot": "·", r"\times": "×", r"\div": "÷", r"\lfloor": "⌊", r"\rfloor": "⌋", r"\lceil": "⌈",
    r"\rceil": "⌉", r"\left": "", r"\right": "", r"\,": "", r"\;": " ", r"\!": "", r"\quad": " ", "{,}": ",",
    r"\log": "log ", r"\ln": "ln ", r"\exp": "exp", r"\partial": "∂", "&": "", "{}": "", r"\cr": " ",
}  # fmt: skip
_LONGEST = 60


def shown(text: str, node: Node) -> str:
    """A part of a post's text on one line, with signs for the commonest macros."""
    written = text[node.start : node.end]
    for macro, sign in _SIGNS.items():
        written = re.sub(re.escape(macro) + (r"(?![A-Za-z])" if macro[-1].isalpha() else ""), sign, written)
    written = re.sub(r"\s*([·×÷])\s*", r"\1", " ".join(written.split()))
    return written if len(written) <= _LONGEST else f"{written[: _LONGEST - 1]}…"


def symbol(text: str, node: Node) -> str:
    """A symbol; one that stands for another member than it was written for gets that one's number."""
    written = shown(text, node)
    numbers = [str(part.value) for part in node.parts if part.kind == "number"]
    if all(one in written for one in numbers):
        return written
    return f"{node.name.lstrip(chr(92))}_{','.join(numbers)}"


def named(key: tuple[str, tuple[object, ...]]) -> str:
    """A symbol by its name and the values of its indices."""
    name = key[0].lstrip("\\").replace("hat ", "")
    return name + (
        f"_{','.join(str(index).removeprefix('symb:').removesuffix('()') for index in key[1])}"
        if key[1]
        else ""
    )


def number(value: Quantity) -> str:
    """A value: whole, as a decimal, as a fraction, or to six digits."""
    if not isinstance(value, Fraction):
        return f"{float_of(value):.6g}"
    if value.denominator == 1:
        return str(value.numerator) if abs(value) < 10**15 else f"{float_of(value):.6g}"
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest == 1 and len(str(value.denominator)) < 7:
        return f"{float(value):.10g}"
    short = len(str(value.numerator) + str(value.denominator)) < 8
    return f"{value.numerator}/{value.denominator}" if short else f"{float_of(value):.6g}"


def miscopied(right: str, written: str) -> bool:
    """Whether three digits or more are those of another number but for one, two neighbours, or the point."""
    one, other = (text.replace(".", "").strip("0") for text in (right, written))
    if not (one.isdigit() and other.isdigit()) or right == written or min(len(one), len(other)) < 3:
        return False
    if one == other:
        return True
    wrong = [at for at, (a, b) in enumerate(zip(right, written, strict=False)) if a != b]
    if len(right) != len(written) or not wrong:
        return False
    first, last = wrong[0], wrong[-1] + 1
    return last - first == 1 or (last - first == 2 and right[first:last] == written[first:last][::-1])

"""Numbers and lines of numbers as TeX."""

from __future__ import annotations

from collections.abc import Sequence

from generator.parts.numbers import equals, short
from generator.writing.portable import portable


def aligned(*lines: str) -> str:
    """One formula of several lines, set where each has its ``&``."""
    rows = r" \cr ".join(lines)
    return portable(rf"\begin{{aligned}} {rows} \end{{aligned}}", display=True)


def added(terms: Sequence[str], a_line: int, result: str) -> str:
    """A sum and what it comes to, so many terms a line; on one line if that holds all."""
    if len(terms) <= a_line:
        return f"{' + '.join(terms)} = {result}"
    lines = [" + ".join(terms[start : start + a_line]) for start in range(0, len(terms), a_line)]
    return aligned(f"& {lines[0]}", *(f"& {{}} + {line}" for line in lines[1:]), f"&= {result}")


def factor(value: float) -> str:
    """A number in a product: a negative one in brackets."""
    return f"({number(value)})" if value < 0 else number(value)


def number(value: float) -> str:
    """A number to two decimals, without needless zeros."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def thousands(value: int) -> str:
    """A whole number with commas that leave no gap: 61{,}706."""
    return f"{value:,}".replace(",", "{,}")


def digits(value: float) -> str:
    """A number with the decimals that figures give it: 0.646, -0.0811."""
    return short(value).replace("\N{MINUS SIGN}", "-")


def bracketed(value: float) -> str:
    """The same in a product or a sum: a negative one in brackets."""
    return f"({digits(value)})" if digits(value).startswith("-") else digits(value)


def times(first: float, second: float) -> str:
    """A product at the start of a line, where a negative first number needs no brackets."""
    return rf"{digits(first)} \times {bracketed(second)}"


def relation(*values: float) -> str:
    """= where ``digits`` writes every one of these numbers exactly, else the sign for about."""
    return "=" if all(equals(value).startswith("=") for value in values) else r"\approx"

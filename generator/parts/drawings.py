"""Little pictures made of numbers, by name, written out in a post, or seeded."""

from __future__ import annotations

import random

import numpy as np

from generator.arithmetic import Array
from generator.errors import GeneratorError
from generator.parts.limits import written_in_full

DRAWINGS = {
    "3": "1 1 1 1 1 / 0 0 0 0 1 / 0 1 1 1 1 / 0 0 0 0 1 / 1 1 1 1 1",
    "5": "1 1 1 1 1 / 1 0 0 0 0 / 1 1 1 1 1 / 0 0 0 0 1 / 1 1 1 1 1",
    "8": "0 0 5 9 9 5 0 0 / 0 4 9 1 1 9 4 0 / 0 5 8 0 0 8 5 0 / 0 1 8 6 6 8 1 0 / "
    "0 3 9 7 7 9 3 0 / 0 8 5 0 0 5 8 0 / 0 8 6 0 0 6 8 0 / 0 2 8 9 9 8 2 0",
    "arrow": "0 0 1 0 0 / 0 1 1 1 0 / 1 0 1 0 1 / 0 0 1 0 0 / 0 0 1 0 0",
}


def rows_of_numbers(text: str, name: str = "drawing") -> Array:
    """The matrix that a named picture or rows such as ``"3 0 9 / 5 1 2"`` stand for.

    Raises:
        GeneratorError: no such picture, a row that is no row of numbers, or rows of different lengths.
    """
    # A minus sign copied from a page is as good as a hyphen.
    written = DRAWINGS.get(text, text).replace("\N{MINUS SIGN}", "-")
    try:
        rows = [[float(number) for number in row.replace(",", " ").split()] for row in written.split("/")]
    except ValueError:
        raise GeneratorError(
            f"{name} is {text!r}; it takes one of {', '.join(DRAWINGS)}, "
            "or rows of numbers such as '3 0 9 / 5 1 2'"
        ) from None
    if len({len(row) for row in rows}) != 1 or not rows[0] or not np.isfinite(rows).all():
        raise GeneratorError(
            f"{name} is {text!r}; its rows must have the same count of numbers, one at least"
        )
    for row in rows:
        for number in row:
            written_in_full(f"a number of {name}", number)
    return np.array(rows)


def seeded(rows: int, columns: int, levels: int, seed: int) -> Array:
    """Whole numbers from 0 to ``levels`` − 1, the same on every machine and version."""
    # Of Python's generators, only random() promises the same numbers for ever.
    source = random.Random(seed)
    return np.array([[float(int(source.random() * levels)) for _ in range(columns)] for _ in range(rows)])

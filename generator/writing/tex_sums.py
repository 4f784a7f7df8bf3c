"""A convolution's sum of products as TeX."""

from __future__ import annotations

from generator.parts.convolutions.convolving import Convolution
from generator.writing.tex_numbers import aligned, factor, number

_TERMS_A_LINE = 4


def product_sum(c: Convolution, row: int, column: int) -> str:
    """The sum of products at one position, a line for each row of the kernel where they are many."""
    pairs = zip(c.patch(row, column).ravel().tolist(), c.weights.ravel().tolist(), strict=True)
    terms = [rf"{factor(value)} \times {factor(weight)}" for value, weight in pairs]
    terms += [factor(c.bias)] if c.bias else []
    result = number(c.output[row, column].item())
    if len(terms) <= _TERMS_A_LINE:
        return f"{' + '.join(terms)} = {result}"
    a_line = c.weights.shape[1] if c.weights.shape[1] <= 2 * _TERMS_A_LINE else _TERMS_A_LINE
    lines = [" + ".join(terms[start : start + a_line]) for start in range(0, len(terms), a_line)]
    return aligned(
        *(("& {} + " if index else "& ") + line for index, line in enumerate(lines)), f"&= {result}"
    )

"""A convolution's sum of products as TeX."""

from __future__ import annotations

from generator.parts.convolutions.convolving import Convolution
from generator.writing.tex_numbers import added, factor, number

_TERMS_A_LINE = 4


def product_sum(c: Convolution, row: int, column: int) -> str:
    """The sum of products at one position, a line for each row of the kernel where they are many."""
    pairs = zip(c.patch(row, column).ravel().tolist(), c.weights.ravel().tolist(), strict=True)
    terms = [rf"{factor(value)} \times {factor(weight)}" for value, weight in pairs]
    terms += [factor(c.bias)] if c.bias else []
    result = number(c.output[row, column].item())
    few = len(terms) <= _TERMS_A_LINE or c.weights.shape[1] > 2 * _TERMS_A_LINE
    return added(terms, _TERMS_A_LINE if few else c.weights.shape[1], result)

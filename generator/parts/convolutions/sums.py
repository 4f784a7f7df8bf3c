"""The line below a convolution that writes the current sum out, each number in a place of its own.

Signs and weights stay where they are from step to step, and only the changing numbers change: eyes can
follow them, and an animated file repeats little.
"""

from __future__ import annotations

from generator.layout import Block, above
from generator.metrics import text_width
from generator.parts.convolutions.convolving import Convolution, bracketed
from generator.scene import Label
from generator.words import equals, plain

_SIZE = 15
_MOST_TERMS = 9


def sum_line(c: Convolution, row: int, column: int, room: float) -> Block:
    """``1×0 + 2×1 + … = 12``, in as many lines as it takes to hold nine products in each.

    Where they are wider than ``room``, each line holds a row of the kernel, or as much of it as there is
    room for.
    """
    count, wide = c.weights.size, c.weights.shape[1]
    if count <= _MOST_TERMS and (line := _lines(c, row, column, count)).width <= room:
        return line
    for a_line in range(min(wide, _MOST_TERMS), 0, -1):
        lines = _lines(c, row, column, a_line)
        if lines.width <= room:
            break
    return lines


def _lines(c: Convolution, row: int, column: int, a_line: int) -> Block:
    """The sum with so many products in each line."""
    values = c.patch(row, column).ravel().tolist()
    weights = c.weights.ravel().tolist()
    slot = max(text_width(plain(value), _SIZE) for value in {*c.padded.ravel().tolist()})
    lines = []
    for start in range(0, len(weights), a_line):
        last = start + a_line >= len(weights)
        terms = list(zip(values[start : start + a_line], weights[start : start + a_line], strict=True))
        lines.append(_line(c, terms, slot, start > 0, c.output[row, column] if last else None))
    return above(*lines, gap=4, align=0)


def _line(
    c: Convolution, terms: list[tuple[float, float]], slot: float, goes_on: bool, result: float | None
) -> Block:
    x = 0.0
    labels: list[Label] = []

    def write(words: str, gap: float = 0.0, ink: str = "ink") -> None:
        nonlocal x
        labels.append(Label(x, _SIZE * 0.7, words, _SIZE, ink, "start"))
        x += text_width(words, _SIZE) + gap

    for index, (value, weight) in enumerate(terms):
        if index or goes_on:
            write("+", 5, "muted")
        x += slot
        labels.append(Label(x, _SIZE * 0.7, plain(value), _SIZE, "ink", "end"))
        write(f"×{bracketed(weight)}", 5)
    if result is not None:
        if c.bias:
            write("+", 5, "muted")
            write(bracketed(c.bias), 5)
        every = c.output.ravel().tolist()
        labels.append(Label(x, _SIZE * 0.7, equals(result), _SIZE, "muted", "start"))
        x += max(text_width(sign, _SIZE) for sign in {equals(value) for value in every}) + 6
        labels.append(Label(x, _SIZE * 0.7, plain(result), _SIZE, "output-strong", "start", "bold"))
        x += max(text_width(plain(value), _SIZE) for value in every)
    return Block(x, _SIZE * 1.4, tuple(labels))

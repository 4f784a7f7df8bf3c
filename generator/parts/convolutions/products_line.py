"""The line below a convolution's products that adds them up."""

from __future__ import annotations

from generator.layout import COLUMN, MARGIN, Block, above
from generator.metrics import text_width
from generator.parts.convolutions.convolving import Convolution, bracketed
from generator.scene import Label
from generator.words import equals, plain

_SIZE = 15
_MOST_TERMS = 15
_AIR = 5


def products_line(c: Convolution, row: int, column: int, room: float = COLUMN - 2 * MARGIN) -> Block:
    """``10 + 8 + 0 = 18`` with the bias, if there is one.

    More than 15 products, or products wider than ``room``, take several lines: of whole rows of the kernel,
    as long as a row has room.
    """
    count, wide = c.weights.size, c.weights.shape[1]
    whole = [count] if count <= _MOST_TERMS else []
    rows = [rows * wide for rows in range(max(_MOST_TERMS // wide, 1), 0, -1)]
    for a_line in [*whole, *rows, *range(wide - 1, 0, -1)]:
        lines = _lines(c, row, column, a_line)
        if lines.width <= room:
            break
    return lines


def _lines(c: Convolution, row: int, column: int, a_line: int) -> Block:
    """The sum with so many products in each line."""
    terms = [bracketed(value) for value in (c.patch(row, column) * c.weights).ravel().tolist()]
    lines = [terms[start : start + a_line] for start in range(0, len(terms), a_line)]
    if c.bias:
        lines[-1] = [*lines[-1], bracketed(c.bias)]
    blocks = [_line(line, index > 0, None) for index, line in enumerate(lines[:-1])]
    return above(*blocks, _line(lines[-1], len(lines) > 1, c.output[row, column]), gap=4, align=0)


def _line(terms: list[str], goes_on: bool, result: float | None) -> Block:
    parts = [("+", "muted", "regular")] if goes_on else []
    for index, term in enumerate(terms):
        parts += [("+", "muted", "regular")] if index else []
        parts.append((term, "ink", "regular"))
    if result is not None:
        parts += [(equals(result), "muted", "regular"), (plain(result), "output-strong", "bold")]
    x = 0.0
    labels: list[Label] = []
    for words, ink, weight in parts:
        labels.append(
            Label(x, _SIZE * 0.7, words, _SIZE, ink, "start", "bold" if weight == "bold" else "regular")
        )
        x += text_width(words, _SIZE) + _AIR
    return Block(x - _AIR, _SIZE * 1.4, tuple(labels))

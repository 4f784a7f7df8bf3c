"""The line below a pooling that writes the current window out, each number in a place of its own."""

from __future__ import annotations

from generator.layout import Block, above
from generator.metrics import text_width
from generator.parts.poolings.pooled import Pooled
from generator.scene import Label
from generator.words import equals, plain

_SIZE = 15
_MOST_TERMS = 16


def pooling_line(p: Pooled, row: int, column: int, room: float) -> Block:
    """``max(1, 3, 2, 0) = 3`` or ``(1 + 3 + 2 + 0) / 4 = 1.5``.

    A window of more than 16 cells, or wider than ``room``, takes a line for each of its rows, or more where
    one has no room for a row.
    """
    count = p.size[0] * p.size[1]
    for a_line in [*([count] if count <= _MOST_TERMS else []), *range(p.size[1], 0, -1)]:
        lines = _lines(p, row, column, a_line)
        if lines.width <= room:
            break
    return lines


def _lines(p: Pooled, row: int, column: int, a_line: int) -> Block:
    """The window with so many numbers in each line."""
    values = p.patch(row, column).ravel().tolist()
    lines = []
    for start in range(0, len(values), a_line):
        lines.append(_line(p, values, range(start, min(start + a_line, len(values))), p.output[row, column]))
    return above(*lines, gap=4, align=0)


def _line(p: Pooled, values: list[float], places: range, result: float) -> Block:
    x = 0.0
    labels: list[Label] = []
    slot = max(text_width(plain(value), _SIZE) for value in set(p.image.ravel().tolist()))

    def write(words: str, gap: float = 0.0, ink: str = "muted") -> None:
        nonlocal x
        labels.append(Label(x, _SIZE * 0.7, words, _SIZE, ink, "start"))
        x += text_width(words, _SIZE) + gap

    first, last = places[0] == 0, places[-1] == len(values) - 1
    name = p.kind if p.picks else ""
    if first:
        write(f"{name}(", 2)
    else:
        x += text_width(f"{name}(", _SIZE) + 2
    won = values.index(result) if p.picks else None
    for place in places:
        x += slot
        if place == won:
            labels.append(Label(x, _SIZE * 0.7, plain(values[place]), _SIZE, "accent-strong", "end", "bold"))
        else:
            labels.append(Label(x, _SIZE * 0.7, plain(values[place]), _SIZE, "ink", "end"))
        if place < len(values) - 1:
            x += 0 if p.picks else 5
            write("," if p.picks else "+", 5)
    if last:
        write(")" if p.picks else f") / {len(values)}", 8)
        write(equals(result), 8)
        labels.append(Label(x, _SIZE * 0.7, plain(result), _SIZE, "output-strong", "start", "bold"))
        x += max(text_width(plain(value), _SIZE) for value in p.output.ravel().tolist())
    return Block(x, _SIZE * 1.4, tuple(labels))

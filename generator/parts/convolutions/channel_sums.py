"""The line that adds up the sums of all channels, each number in a place of its own."""

from __future__ import annotations

from generator.layout import Block, above
from generator.metrics import text_width
from generator.parts.convolutions.convolving import bracketed
from generator.parts.convolutions.layered import Layered
from generator.scene import Label, Weight
from generator.words import Say, plain

_SIZE, _AIR = 15, 5
_A_LINE = 6


def total_lines(say: Say, c: Layered, row: int, column: int) -> list[Block]:
    """``11 + 7 + 9 + bias 1 = 28``, of many channels six a line; nothing where there is nothing to add up.

    Only what changes with the step changes its marks.
    """
    if c.channels == 1 and not c.bias:
        return []
    slot = max(text_width(bracketed(value), _SIZE) for value in c.sums.ravel().tolist())
    terms = [bracketed(value) for value in c.sums[row, column, :, 0].tolist()]
    lines = [terms[start : start + _A_LINE] for start in range(0, len(terms), _A_LINE)]
    blocks = [_line(line, slot, index > 0) for index, line in enumerate(lines)]
    return [above(*blocks[:-1], _with_result(say, c, blocks[-1], row, column), gap=4, align=0)]


def _line(terms: list[str], slot: float, goes_on: bool) -> Block:
    x = 0.0
    labels: list[Label] = []
    for index, term in enumerate(terms):
        if index or goes_on:
            labels.append(_word(x, "+", "muted"))
            x += text_width("+", _SIZE) + _AIR
        labels.append(Label(x + slot, _SIZE * 0.7, term, _SIZE, "ink", "end"))
        x += slot + _AIR
    return Block(x, _SIZE * 1.4, tuple(labels))


def _with_result(say: Say, c: Layered, line: Block, row: int, column: int) -> Block:
    x = line.width
    labels: list[Label] = []
    if c.bias:
        for words, ink in (
            ("+", "muted"),
            (say(f"편향 {bracketed(c.bias)}", f"bias {bracketed(c.bias)}"), "accent-strong"),
        ):
            labels.append(_word(x, words, ink))
            x += text_width(words, _SIZE) + _AIR
    labels.append(_word(x, "=", "muted"))
    x += text_width("=", _SIZE) + _AIR
    labels.append(_word(x, plain(c.output[row, column, 0]), "output-strong", "bold"))
    x += max(text_width(plain(value), _SIZE) for value in c.output.ravel().tolist())
    return Block(x, line.height, (*line.marks, *labels))


def _word(x: float, words: str, ink: str, weight: Weight = "regular") -> Label:
    return Label(x, _SIZE * 0.7, words, _SIZE, ink, "start", weight)


def total_in_words(say: Say, c: Layered, row: int, column: int) -> str:
    """The same sum for a sentence: 11 + 7 + 9 + bias 1 = 28."""
    terms = [bracketed(value) for value in c.sums[row, column, :, 0].tolist()]
    if c.bias:
        terms.append(say(f"편향 {bracketed(c.bias)}", f"bias {bracketed(c.bias)}"))
    return f"{' + '.join(terms)} = {plain(c.output[row, column, 0])}"

"""Which of the formulas that a viewer shows is which of those that were meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from generator.mathematics.formula import Formula
from generator.viewers.shown import Shown

# Formulas that share less than this part of their characters, and pairs of them, are two formulas.
_ALIKE = 0.3


def plain(tex: str) -> str:
    """TeX without white space, which changes nothing that a reader sees."""
    return re.sub(r"\s+", "", tex)


def aligned(formulas: Sequence[Formula], shown: Sequence[Shown]) -> tuple[list[Shown | None], list[Shown]]:
    """For every formula what the viewer makes of it, ``None`` where nothing; and what nobody meant."""
    left, right = [plain(formula.tex) for formula in formulas], [plain(one.tex) for one in shown]
    matched: list[Shown | None] = [None] * len(left)
    stray: list[Shown] = []
    done_left = done_right = 0
    for block in SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks():
        pairs = _similar(left[done_left : block.a], right[done_right : block.b])
        for one, other in pairs:
            matched[done_left + one] = shown[done_right + other]
        taken = {other for _, other in pairs}
        stray += [shown[n] for n in range(done_right, block.b) if n - done_right not in taken]
        for step in range(block.size):
            matched[block.a + step] = shown[block.b + step]
        done_left, done_right = block.a + block.size, block.b + block.size
    return matched, stray


def _similar(left: list[str], right: list[str]) -> list[tuple[int, int]]:
    """The pairs, in order, that share most; those too unlike stay alone."""
    best = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    likeness = [[_likeness(one, other) for other in right] for one in left]
    for row in range(len(left) - 1, -1, -1):
        for column in range(len(right) - 1, -1, -1):
            together = best[row + 1][column + 1] + likeness[row][column]
            best[row][column] = max(together, best[row + 1][column], best[row][column + 1])
    pairs, row, column = [], 0, 0
    while row < len(left) and column < len(right):
        if likeness[row][column] and best[row][column] == best[row + 1][column + 1] + likeness[row][column]:
            pairs.append((row, column))
            row, column = row + 1, column + 1
        elif best[row][column] == best[row + 1][column]:
            row += 1
        else:
            column += 1
    return pairs


def _likeness(one: str, other: str) -> float:
    """Shared characters and pairs of them among all; 0 where the two are too unlike."""
    first = {*one, *(one[at : at + 2] for at in range(len(one) - 1))}
    second = {*other, *(other[at : at + 2] for at in range(len(other) - 1))}
    share = len(first & second) / len(first | second)
    return share if share >= _ALIKE else 0.0

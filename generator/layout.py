"""Putting marks beside and above each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.metrics import text_width
from generator.scene import Label, Mark, Weight, moved

MARGIN = 24
GAP = 50
TITLE = 15
NOTE = 13
COLUMN = 700


@dataclass(frozen=True)
class Block:
    """Marks in a rectangle of their own, whose top left corner is (0, 0)."""

    width: float
    height: float
    marks: tuple[Mark, ...] = ()

    def at(self, x: float, y: float) -> tuple[Mark, ...]:
        """The marks with the block's corner at (x, y)."""
        return tuple(moved(mark, x, y) for mark in self.marks)

    def with_marks(self, marks: Iterable[Mark]) -> Block:
        """The same rectangle with more marks in front."""
        return Block(self.width, self.height, (*self.marks, *marks))


def space(width: float, height: float) -> Block:
    """An empty rectangle."""
    return Block(width, height)


def text(
    words: str, size: float = TITLE, ink: str = "ink", weight: Weight = "regular", width: float | None = None
) -> Block:
    """One line of text in a block 1.4 times its size high; ``width`` reserves room for longer lines."""
    room = text_width(words, size) if width is None else width
    return Block(room, size * 1.4, (Label(room / 2, size * 0.7, words, size, ink, "middle", weight),))


def counter(step: int, steps: int) -> Block:
    """A small muted "4/9" whose second half stays in its place."""
    half = text_width(str(steps), NOTE)
    count = Label(half, NOTE * 0.7, str(step), NOTE, "muted", "end")
    total = Label(half, NOTE * 0.7, f"/{steps}", NOTE, "muted", "start")
    return Block(2 * half + text_width("/", NOTE), NOTE * 1.4, (count, total))


def beside(*blocks: Block, gap: float = GAP, align: float = 0.5) -> Block:
    """Blocks from left to right; ``align`` 0 sets their tops, 1 their bottoms on one line."""
    height = max(block.height for block in blocks)
    marks: list[Mark] = []
    x = 0.0
    for block in blocks:
        marks += block.at(x, round((height - block.height) * align))
        x += block.width + gap
    return Block(x - gap, height, tuple(marks))


def above(*blocks: Block, gap: float = 8, align: float = 0.5) -> Block:
    """Blocks from top to bottom; ``align`` 0 sets their left sides, 1 their right sides on one line."""
    width = max(block.width for block in blocks)
    marks: list[Mark] = []
    y = 0.0
    for block in blocks:
        marks += block.at(round((width - block.width) * align), y)
        y += block.height + gap
    return Block(width, y - gap, tuple(marks))


def titled(title: str, block: Block, gap: float = 9) -> Block:
    """A block under its title."""
    return above(text(title, TITLE, "ink", "bold"), block, gap=gap)


def framed(block: Block, width: float = COLUMN, margin: float = MARGIN) -> Block:
    """The block in the middle of a column, with a margin; wider than the column only if the block is."""
    total = max(width, block.width + 2 * margin)
    return Block(total, block.height + 2 * margin, block.at(round((total - block.width) / 2), margin))

"""Matrices as mathematics writes them: numbers between tall brackets."""

from __future__ import annotations

from generator.layout import Block
from generator.scene import Line, Mark

_LIP = 7.0
_LINE = 2.0
_AIR = 6.0  # between a bracket and the first number's cell


def bracketed(block: Block, role: str) -> Block:
    """A block between two brackets in a role's strong ink."""
    width, height = block.width + 2 * _AIR, block.height
    return Block(width, height, (*block.at(_AIR, 0), *_brackets(width, height, f"{role}-strong")))


def _brackets(width: float, height: float, ink: str) -> list[Mark]:
    left = ((_LIP, 0.0), (0.0, 0.0), (0.0, height), (_LIP, height))
    right = tuple((width - x, y) for x, y in left)
    return [Line(left, ink, _LINE), Line(right, ink, _LINE)]

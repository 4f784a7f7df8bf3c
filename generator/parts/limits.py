"""Refusing sizes that no picture has room for, before arrays of that size are made."""

from __future__ import annotations

from generator.arithmetic import Pair, pair
from generator.errors import GeneratorError
from generator.layout import Block

# Two screens of a page's column.
_HIGHEST = 1600


def within(name: str, value: int, least: int, most: int) -> int:
    """The value, if it lies between the two.

    Raises:
        GeneratorError: it does not.
    """
    pair_within(name, value, least, most)
    return value


def pair_within(name: str, value: Pair, least: int, most: int) -> tuple[int, int]:
    """The (vertical, horizontal) pair that a parameter stands for, if both lie between the two.

    Raises:
        GeneratorError: they do not.
    """
    if not least <= min(pair(value)) <= max(pair(value)) <= most:
        raise GeneratorError(f"{name} is {value}; it must be from {least} to {most}")
    return pair(value)


def written_in_full(name: str, value: float) -> float:
    """The number, if the two decimals that pictures write are all that it has.

    Raises:
        GeneratorError: it has more.
    """
    if round(value, 2) != value:
        raise GeneratorError(f"{name} is {value}; it may have two decimals, as many as are written")
    return value


def low_enough(block: Block, parameters: str) -> Block:
    """The block, if it is not higher than a reader wants to scroll.

    Raises:
        GeneratorError: it is; ``parameters`` says what to lower.
    """
    if block.height > _HIGHEST:
        raise GeneratorError(
            f"the figure would be {block.height:.0f} px high, and {_HIGHEST} are the most; lower {parameters}"
        )
    return block

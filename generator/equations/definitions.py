"""What a post says that its symbols and functions are."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.equations.tree import Node


@dataclass(frozen=True)
class Definition:
    """What a post says that a symbol, or a function's value, is; ``parameters`` are letters in ``body``."""

    parameters: tuple[str, ...]
    body: Node


@dataclass
class Definitions:
    """By name and number of indices or arguments; one member of a family by its indices themselves."""

    symbols: dict[tuple[str, object], Definition] = field(default_factory=dict)
    functions: dict[tuple[str, int], Definition] = field(default_factory=dict)

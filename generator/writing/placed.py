"""What a post knows of a figure that it asked for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Placed:
    """A figure as a post places it; ``width`` and ``height`` are logical pixels."""

    figure: str
    stem: str
    width: int
    height: int
    alt: str
    caption: str
    formats: tuple[str, ...]
    moving: bool

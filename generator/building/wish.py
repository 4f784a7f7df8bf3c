"""What posts ask for, once it is computed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from generator.building.stamps import stamp
from generator.errors import GeneratorError, from_here
from generator.scene import Drawing
from generator.words import Language


@dataclass(frozen=True)
class Wish:
    """A picture that a post asks for at ``line``, and what it will show."""

    stem: str
    figure: str
    parameters: Mapping[str, object]
    language: Language
    drawing: Drawing
    post: Path
    line: int | None

    @cached_property
    def stamp(self) -> Mapping[str, str]:
        """The parts of the drawing's stamp."""
        return stamp(self.drawing)

    @property
    def place(self) -> str:
        """Where the post asks, as messages write it."""
        return f"{from_here(self.post)}:{self.line}"


@dataclass
class Wishes:
    """All pictures by stem, the text of each post by the file that it belongs in, and what went wrong.

    ``current`` are the stems of those that need not be computed, because they are known to be as they should.
    """

    pictures: dict[str, Wish] = field(default_factory=dict)
    texts: dict[Path, str] = field(default_factory=dict)
    problems: list[GeneratorError] = field(default_factory=list)
    current: frozenset[str] = frozenset()

    @property
    def stems(self) -> frozenset[str]:
        """Of all pictures that are asked for."""
        return self.current | self.pictures.keys()

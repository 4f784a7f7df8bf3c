"""What a post asks for when it asks for a figure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Options:
    """How a post wants a figure placed; ``None`` leaves it to the figure.

    ``width`` is in logical pixels, ``name`` is the file's name without its suffix, ``format`` one of the
    figure's file formats. ``stem`` is no option of posts: it is what exercises call a file that a post gives
    no name, without the ending of another language than the project's.
    """

    caption: str | None = None
    alt: str | None = None
    width: int | None = None
    name: str | None = None
    format: str | None = None
    stem: str | None = None


@dataclass(frozen=True)
class Request:
    """One call of ``figure()`` in a post: ``line`` is the template's, ``name`` the file's that was made."""

    figure: str
    parameters: Mapping[str, object]
    name: str
    line: int

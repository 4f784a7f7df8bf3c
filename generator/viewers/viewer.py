"""The viewers by name: ``jekyll``, ``vscode``, ``github``, a module each."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from types import MappingProxyType

from generator.viewers.shown import Shown

JEKYLL = "jekyll"
TITLES: Mapping[str, str] = MappingProxyType({JEKYLL: "Jekyll", "vscode": "VS Code", "github": "GitHub"})


def names() -> tuple[str, ...]:
    """All viewers."""
    return tuple(TITLES)


def formulas_in(viewer: str, text: str) -> list[Shown]:
    """The formulas of a post that the viewer hands to its typesetter, in order.

    Raises:
        BuildError: Jekyll's Liquid cannot read the post.
    """
    found: list[Shown] = importlib.import_module(f"generator.viewers.{viewer}").formulas(text)
    return found

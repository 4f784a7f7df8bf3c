"""Figures as the tests draw them: on the embedded digits, with the trained networks that are kept here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from generator import catalog
from generator.scene import Drawing
from generator.sources import Models, sources
from generator.words import Language

MODELS = Models(Path(__file__).parents[1] / "figures" / "trained", "digits")


def offered(language: Language = "ko") -> Mapping[str, Callable[[], object]]:
    """What figures may ask for."""
    return sources(MODELS, "digits", None, language)


def drawn(name: str, language: Language = "ko", **given: object) -> Drawing:
    """The figure of that name with these parameters."""
    return catalog.draw(name, given, offered(language))


def words(drawing: Drawing) -> list[str]:
    """The text of every label, each once, in the order of its first appearance."""
    from generator.scene import Label

    texts = (mark.text for frame in drawing.frames for mark in frame.marks if isinstance(mark, Label))
    return list(dict.fromkeys(texts))

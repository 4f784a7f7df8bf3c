"""What a viewer makes of a document: the formulas that reach its typesetter, in order."""

from __future__ import annotations

from dataclasses import dataclass

from generator.errors import GeneratorError


@dataclass(frozen=True)
class Shown:
    """A formula as the viewer hands it to MathJax or KaTeX: ``tex`` without delimiters, in a block or not."""

    tex: str
    display: bool


class BuildError(GeneratorError):
    """Liquid cannot read the document, so the whole site is not built; ``line`` counts from 1."""

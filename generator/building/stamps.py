"""Stamps: digests that tell whether a picture on disk is the one that would be painted now.

A stamp has parts, so that the reason of a change has a name, and so that each file is painted anew only for
the parts that it shows.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from generator.painting.svg import PAINTER_VERSION
from generator.painting.themes import THEMES
from generator.scene import Drawing, colours, digest

# What each part says when it is the one that changed.
REASONS = {
    "drawing": "what is drawn has changed: numbers, shapes, labels or timing",
    "words": "the alt text or the caption inside the SVG has changed",
    "light": "a colour of the light theme has changed",
    "dark": "a colour of the dark theme has changed",
    "painter": "the program paints the same marks differently now",
}


def stamp(drawing: Drawing) -> dict[str, str]:
    """The parts of a drawing's stamp by name."""
    used = sorted(colours(drawing))
    inks = {theme: {role: THEMES[theme][role] for role in used} for theme in ("light", "dark")}
    return {
        "drawing": digest(drawing)[:20],
        "words": _short([drawing.caption, drawing.alt]),
        "light": _short(inks["light"]),
        "dark": _short(inks["dark"]),
        "painter": str(PAINTER_VERSION),
    }


def parts_of(file: str) -> tuple[str, ...]:
    """The parts of the stamp that a file shows: an SVG all, a raster picture its theme and no words."""
    if file.endswith(".svg"):
        return tuple(REASONS)
    return ("drawing", "dark" if file.rpartition(".")[0].endswith("-dark") else "light", "painter")


def differences(file: str, old: Mapping[str, str], new: Mapping[str, str]) -> list[str]:
    """The names of the parts for which the file has to be painted anew."""
    return [part for part in parts_of(file) if old.get(part) != new[part]]


def _short(value: object) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()[:20]


def digest_of(data: bytes) -> str:
    """The digest by which the manifest knows a file's content."""
    return hashlib.sha256(data).hexdigest()[:32]

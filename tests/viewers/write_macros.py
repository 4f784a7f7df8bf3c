"""Writes what names MathJax's tex-chtml and KaTeX know into generator/viewers: run it after a new version."""

from __future__ import annotations

import textwrap
from pathlib import Path

from generator import viewers
from tests.viewers.real_viewers import known_names

FOLDER = Path(viewers.__file__).parent


def files() -> dict[Path, str]:
    """Each list's file and what stands in it."""
    return {
        FOLDER / f"{typesetter}_{kind}.txt": textwrap.fill(" ".join(names), 110) + "\n"
        for kind, lists in known_names().items()
        for typesetter, names in lists.items()
    }


if __name__ == "__main__":
    for path, text in files().items():
        path.write_text(text, "utf-8")

"""The lists of names say what the typesetters know."""

from __future__ import annotations

from pathlib import Path

from generator import viewers, writing
from tests.viewers.marks import ASKS_VIEWERS
from tests.viewers.write_macros import files

pytestmark = ASKS_VIEWERS


def test_the_lists_of_names_are_those_of_the_typesetters() -> None:
    assert [path.name for path, text in files().items() if path.read_text("utf-8") != text] == []


def test_every_portable_name_is_known_to_both() -> None:
    folder = Path(viewers.__file__).parent
    portable = set((Path(writing.__file__).parent / "portable_macros.txt").read_text("utf-8").split())

    for typesetter in ("mathjax", "katex"):
        assert portable <= set((folder / f"{typesetter}_macros.txt").read_text("utf-8").split())

"""What the check says of emphasis is what the readers of VS Code and GitHub make of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.checking.document import Document
from generator.checks.lost_emphasis import find
from generator.mathematics.edits import apply
from generator.viewers import cmark

TEXTS = [
    f"{before}{stars}{inside}{stars}{after}"
    for before in ("", "앞 ", "앞", "(", '"')
    for stars in ("*", "**", "***")
    for inside in ("합성곱", "합성곱(conv)", "98 %", '"LeNet"', "「말」", "a", "말.")
    for after in ("", " 뒤", "은", ".", ")", "th", "2")
    if not (before == "앞" and stars == "*")  # that is a product
]


def is_emphasis(text: str) -> bool:
    """Whether no star is left in what cmark shows."""
    tokens = cmark.read(text)
    words = [child.content for token in tokens for child in token.children or [] if child.type == "text"]
    return "*" not in "".join(words)


@pytest.mark.parametrize("text", TEXTS)
def test_stars_are_told_where_they_are_left_standing_and_mended(text: str) -> None:
    faults = list(find(Document(Path("post.md"), text)))
    assert bool(faults) != is_emphasis(text)
    assert is_emphasis(apply(text, [edit for fault in faults for edit in fault.edits]))

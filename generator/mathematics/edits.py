"""Edits put into a text."""

from __future__ import annotations

from collections.abc import Iterable

from generator.checking.fault import Edit


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text after edits that do not overlap."""
    pieces, at = [], 0
    for edit in sorted(edits):
        pieces += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*pieces, text[at:]])

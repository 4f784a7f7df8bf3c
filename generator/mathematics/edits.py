"""Edits put into a text."""

from __future__ import annotations

from collections.abc import Iterable

from generator.checking.fault import Edit


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text after edits that do not overlap."""
    for edit in sorted(edits, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text

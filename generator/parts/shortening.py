"""Names that are longer than their place."""

from __future__ import annotations

from generator.metrics import text_width


def shortened(words: str, room: float, size: float) -> str:
    """The words, or as much of their beginning and end as fits, with an ellipsis in the middle."""
    if text_width(words, size) <= room:
        return words
    for kept in range(len(words) - 2, 1, -1):
        head = (kept + 1) // 2
        shorter = f"{words[:head]}…{words[len(words) - (kept - head) :]}"
        if text_width(shorter, size) <= room:
            return shorter
    return f"{words[:1]}…"

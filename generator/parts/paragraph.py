"""A sentence in as many lines as it takes."""

from __future__ import annotations

from generator.layout import NOTE, Block, above, text
from generator.metrics import text_width


def paragraph(words: str, room: float, size: float = NOTE, ink: str = "ink") -> Block:
    """Words broken at spaces into centred lines of at most ``room`` pixels; a longer word stays whole."""
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and text_width(longer, size) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return above(*(text(line, size, ink) for line in lines), gap=3)

"""A document without its front matter, in which no viewer looks for mathematics."""

from __future__ import annotations

from generator.front import FRONT


def body(text: str) -> str:
    """The text with ``\\n`` for every line end and empty lines for front matter: lines keep their numbers."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    front = FRONT.match(text)
    if not front:
        return text.removeprefix("\ufeff")
    return "\n" * front.group().count("\n") + text[front.end() :]

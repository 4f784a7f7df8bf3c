"""Places in a post: their lines, and what the running text says between two of them."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SOLVED = re.compile(r"\bsolv|equation|\broots?\b|방정식|풀면|풀어|풀자|[해근]를|근을", re.IGNORECASE)


@dataclass(frozen=True)
class Post:
    """A post's text; ``words`` has spaces for its formulas, code and comments."""

    text: str
    words: str

    def line(self, place: int) -> int:
        return self.text.count("\n", 0, place) + 1

    def says(self, start: int, end: int, written: str) -> bool:
        """Whether the running text between two places names a number."""
        between = self.words[start:end]
        return re.search(rf"(?<![\d.]){re.escape(written)}(?![\d.]*\d)", between) is not None

    def asks(self, place: int) -> bool:
        """Whether the text before a place speaks of an equation to be solved."""
        return _SOLVED.search(self.words[max(0, place - 200) : place]) is not None

    def in_one_paragraph(self, start: int, end: int) -> bool:
        """Whether no empty line lies between two places."""
        return re.search(r"\n[ \t>]*\n", self.text[start:end]) is None

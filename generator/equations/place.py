"""Places in a post: their lines, and what the running text says between two of them."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SOLVED = re.compile(
    r"\bsolv|\bthe equation\b|(?<!square )\broots?\b(?! of a)|방정식|풀면|풀어|풀자|[해근]를|근을",
    re.IGNORECASE,
)

_WHERE = re.compile(
    r"\b(where|if|when|whenever|whose|with|until|once|unless|for|suppose|let|set)$", re.IGNORECASE
)
_IF = re.compile(
    r"이면|일 때|이라면|라면|인 곳|이 되는|가 되는|이 될 때|가 될 때|로 놓|으로 놓|이라 하|라 하|라고 하"
)


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

    def supposes(self, start: int, end: int) -> bool:
        """Whether what stands there is a condition: "where …", "…이면"."""
        before, behind = self.words[max(0, start - 30) : start], self.words[end : end + 12]
        return _WHERE.search(before.rstrip(" $\n")) is not None or _IF.match(behind.lstrip(" $")) is not None

    def sets(self, name: str, place: int) -> bool:
        """Whether the rest of the paragraph gives a name another value."""
        rest = re.split(r"\n[ \t>]*\n", self.text[place:], maxsplit=1)[0]
        return re.search(rf"{re.escape(name)}\s*&?(=|\\approx)", rest) is not None

    def asks(self, place: int) -> bool:
        """Whether the text before a place speaks of an equation to be solved."""
        before = re.sub(r"(?m)^#.*", "", self.words[max(0, place - 200) : place])
        return _SOLVED.search(before) is not None

    def in_one_breath(self, start: int, end: int) -> bool:
        """Whether between two places next to nothing is said but in formulas."""
        return len(re.sub(r"\W", "", self.words[start:end])) < 8 and "#" not in self.words[start:end]

    def in_one_paragraph(self, start: int, end: int) -> bool:
        """Whether no empty line lies between two places."""
        return re.search(r"\n[ \t>]*\n", self.text[start:end]) is None

    def in_one_sentence(self, start: int, end: int) -> bool:
        """Whether no sentence ends between two places."""
        return re.search(r"[.!?]\s|\n[ \t>]*\n", self.words[start:end]) is None

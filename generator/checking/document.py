"""A post as checks read it, whoever wrote it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.checking.blog import Blog
from generator.writing.markdown import prose

VIEWERS = ("jekyll", "vscode", "github")


@dataclass(frozen=True)
class Document:
    r"""A Markdown file: ``text`` is all of it, front matter too, with ``\n`` for every line end.

    ``theme`` is the blog theme that it is written for ("chirpy", "minimal-mistakes"; empty where nobody
    knows), ``blog`` the Jekyll site that it lies in, ``viewers`` who shall show it.
    """

    path: Path
    text: str
    theme: str = ""
    blog: Blog | None = None
    viewers: tuple[str, ...] = VIEWERS

    @cached_property
    def prose(self) -> str:
        """The text with spaces for front matter, code and comments; offsets are those of ``text``."""
        return prose(self.text)

    @cached_property
    def _line_starts(self) -> tuple[int, ...]:
        return (0, *(at + 1 for at, sign in enumerate(self.text) if sign == "\n"))

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both counted from 1."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

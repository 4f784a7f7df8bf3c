"""A post as checks read it, whoever wrote it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.checking import elements, liquid_tokens
from generator.checking.blog import Blog
from generator.checking.front import Front, front_matter
from generator.mathematics.formula import Formula, blanked
from generator.mathematics.meant import meant
from generator.viewers.viewer import names
from generator.writing.markdown import Code, Image, code, images, prose


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
    viewers: tuple[str, ...] = names()

    @cached_property
    def prose(self) -> str:
        """The text with spaces for front matter, code and comments; offsets are those of ``text``."""
        return prose(self.text)

    @cached_property
    def front(self) -> Front:
        """The front matter with the places of its keys and values."""
        return front_matter(self.text)

    @cached_property
    def formulas(self) -> tuple[Formula, ...]:
        """The mathematics that the author means, in order."""
        return meant(self.text)

    @cached_property
    def words(self) -> str:
        """The prose with spaces for mathematics."""
        return blanked(self.prose, self.formulas)

    @cached_property
    def images(self) -> tuple[Image, ...]:
        """The images, Markdown's and HTML's."""
        return tuple(images(self.prose))

    @cached_property
    def code(self) -> tuple[Code, ...]:
        """Code blocks, lines of code and code in the text."""
        return tuple(code(self.text))

    @cached_property
    def tags(self) -> tuple[elements.Tag, ...]:
        """The tags of HTML outside of code and mathematics."""
        return tuple(elements.tags(self.words))

    @cached_property
    def liquid(self) -> tuple[liquid_tokens.Token, ...]:
        """What Liquid acts on; nothing where the front matter tells it to keep away."""
        if (entry := self.front.get("render_with_liquid")) and entry.text.lower() in ("false", "no", "off"):
            return ()
        return tuple(liquid_tokens.tokens(self.text, self.front.body))

    @cached_property
    def _line_starts(self) -> tuple[int, ...]:
        return (0, *(at + 1 for at, sign in enumerate(self.text) if sign == "\n"))

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both counted from 1."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

"""A post's front matter: what stands between two lines of three hyphens at the top."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from generator.errors import GeneratorError
from generator.front import FRONT
from generator.words import LANGUAGES

_LANG = re.compile(r"""^lang[ \t]*:[ \t]*["']?([\w-]*)""", re.MULTILINE)


@dataclass(frozen=True)
class Document:
    """A template in two parts, which together are its text with ``\\n`` for every line end.

    ``line_end`` is what the file has; ``language`` is empty where the front matter says none.
    """

    front: str
    body: str
    language: str
    line_end: str

    @property
    def lines_before(self) -> int:
        """Lines of the file above the body."""
        return self.front.count("\n")


def read(path: Path) -> Document:
    """The template at ``path``.

    Raises:
        GeneratorError: it cannot be read, mixes line ends, or is in a language that figures do not speak.
    """
    try:
        with path.open(encoding="utf-8", newline="") as file:
            text = file.read()
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else f"it is not UTF-8 at byte {error.start}"
        raise GeneratorError(f"the template cannot be read: {reason}", file=path) from error
    return parse(text, path)


def parse(text: str, path: Path) -> Document:
    """The parts of a template's text; ``path`` is for messages."""
    line_end = _line_end(text, path)
    text = text.replace("\r\n", "\n")
    found = FRONT.match(text)
    front = found.group() if found else ""
    return Document(front, text[len(front) :], _language(front, path), line_end)


def _line_end(text: str, path: Path) -> str:
    windows = text.count("\r\n")
    if text.count("\r") == windows and windows in (0, text.count("\n")):
        return "\r\n" if windows else "\n"
    raise GeneratorError(r"the template mixes line ends (\r\n, \n, \r); save it with one kind", file=path)


def _language(front: str, path: Path) -> str:
    found = _LANG.search(front)
    if not found:
        return ""
    language = found.group(1).lower().split("-")[0]
    if language not in LANGUAGES:
        line = front.count("\n", 0, found.start()) + 1
        raise GeneratorError(
            f"lang is {found.group(1)!r}; figures speak {' and '.join(LANGUAGES)}", file=path, line=line
        )
    return language

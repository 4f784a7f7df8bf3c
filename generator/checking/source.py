r"""A text file as it lies on the disk: its text with ``\n`` alone, and the way back to its own line ends.

Edits are of the text; what they do not touch keeps every byte: the mark at the file's beginning, ``\r\n``,
a mixture of line ends, a last line without one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.checking.fault import Edit
from generator.errors import GeneratorError

_END = re.compile(r"\r\n|\r|\n")
_MARK = "\ufeff"


@dataclass(frozen=True)
class Source:
    """What a file holds; ``raw`` is the decoded text with the line ends that the file has."""

    raw: str

    @cached_property
    def mark(self) -> str:
        """The byte order mark, where the file begins with one."""
        return _MARK if self.raw.startswith(_MARK) else ""

    @cached_property
    def text(self) -> str:
        r"""The text with ``\n`` for every line end, without a byte order mark."""
        return _END.sub("\n", self.raw.removeprefix(_MARK))

    @cached_property
    def _ends(self) -> tuple[str, ...]:
        return tuple(_END.findall(self.raw))

    @cached_property
    def _places(self) -> tuple[int, ...]:
        return tuple(at for at, sign in enumerate(self.text) if sign == "\n")

    @property
    def data(self) -> bytes:
        """The bytes of the file."""
        return self.raw.encode()

    def edited(self, edits: Iterable[Edit]) -> Source:
        """The file after edits of ``text``, none of which may overlap another."""
        text, pieces, at = self.text, [self.mark], 0
        for edit in sorted(edits):
            edit = _narrowed(edit, text)
            pieces += [*self._own(at, edit.start), *self._ended(edit)]
            at = edit.end
        return Source(_joined([*pieces, *self._own(at, len(text))]))

    def _own(self, start: int, end: int) -> list[str]:
        """What the file has for the text from ``start`` to ``end``: lines and line ends by turns."""
        first = bisect_left(self._places, start)
        lines = self.text[start:end].split("\n")
        ends = self._ends[first : first + len(lines) - 1]
        return _by_turns(lines, ends)

    def _ended(self, edit: Edit) -> list[str]:
        """New text with the line ends of what it replaces; where it has more lines, with the next one."""
        first, after = bisect_left(self._places, edit.start), bisect_left(self._places, edit.end)
        replaced = list(self._ends[first:after])
        near = self._ends[max(min(after, len(self._ends) - 1), 0)] if self._ends else "\n"
        lines = edit.text.split("\n")
        ends = [*replaced, *[near] * len(lines)][: len(lines) - 1]
        return _by_turns(lines, ends)


def read_source(path: Path) -> Source:
    """The text file at ``path``.

    Raises:
        GeneratorError: it cannot be read, or is not UTF-8.
    """
    try:
        return Source(path.read_bytes().decode("utf-8"))
    except OSError as error:
        raise GeneratorError(f"cannot be read: {error.strerror or error}", file=path) from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        what = f"is not UTF-8: byte {error.object[error.start]:#04x} in line {line}; save it as UTF-8"
        raise GeneratorError(what, file=path) from error


def _by_turns(lines: Iterable[str], ends: Iterable[str]) -> list[str]:
    return [piece for pair in zip(lines, [*ends, ""], strict=True) for piece in pair]


def _joined(pieces: Iterable[str]) -> str:
    r"""The pieces in a row; a ``\r`` that would melt with the next ``\n`` into one end gets its own."""
    joined: list[str] = []
    for piece in filter(None, pieces):
        if joined and joined[-1] == "\r" and piece == "\n":
            joined.append("\n")
        joined.append(piece)
    return "".join(joined)


def _narrowed(edit: Edit, text: str) -> Edit:
    """The edit without what it would replace by itself at its beginning and end."""
    old, new = text[edit.start : edit.end], edit.text
    shorter = min(len(old), len(new))
    before = next((n for n in range(shorter) if old[n] != new[n]), shorter)
    rest = shorter - before
    after = next((n for n in range(rest) if old[-1 - n] != new[-1 - n]), rest)
    return Edit(edit.start + before, edit.end - after, new[before : len(new) - after])

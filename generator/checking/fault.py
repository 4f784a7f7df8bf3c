"""What a check says of a document: where, what is wrong, what to type, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, order=True)
class Edit:
    """``text`` in the place of what stands from ``start`` to ``end``, offsets in a document's text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Fault:
    """Something wrong from ``start`` to ``end``: offsets in the document's text.

    ``message`` is one sentence that tells the author what to type. ``edits`` mend it, all of them together;
    without any, only the author can. ``stops`` says that Jekyll ends its whole build on it, or makes no
    page of the post that its author would know again. A ``question`` is about what may well be meant: it
    fails no run.
    """

    start: int
    end: int
    message: str
    edits: tuple[Edit, ...] = ()
    stops: bool = False
    question: bool = False


@dataclass(frozen=True)
class BlogFault:
    """Something wrong with a Jekyll site, at a line of one of its files."""

    path: Path
    line: int
    message: str

"""What a check says of a document: where, what is wrong, what to type, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass


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
    without any, only the author can.
    """

    start: int
    end: int
    message: str
    edits: tuple[Edit, ...] = ()

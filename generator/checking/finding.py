"""What a check finds, where: a fault of a document and all others alike."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.checking.document import Document
from generator.checking.fault import Fault


@dataclass(frozen=True, order=True)
class Finding:
    """A sentence about a place; ``check`` names the check that found it.

    ``column`` and the end are known for posts alone; lines and columns count from 1, and the end is the
    place behind the last character. ``mends`` says whether ``--fix`` can do something about it, ``question``
    whether it may well be meant, so that it fails no run.
    """

    file: str
    line: int
    message: str
    check: str
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None
    mends: bool = False
    question: bool = False

    def __str__(self) -> str:
        place = f"{self.line}:{self.column}" if self.column else f"{self.line}"
        return f"{self.file}:{place}: {self.message} ({self.check})"


def in_order(findings: list[Finding]) -> list[Finding]:
    """The findings by file and place."""
    return sorted(findings, key=lambda one: (one.file, one.line, one.column or 0, one.check, one.message))


def found(path: Path, root: Path, line: int | None, message: str, check: str) -> Finding:
    """A finding whose file is written relative to the project."""
    return Finding(_name(path, root), line or 1, message, check)


def finding_of(document: Document, check: str, fault: Fault, root: Path, mends: bool = True) -> Finding:
    """The finding that a document's fault is, with its file written relative to ``root``.

    ``mends`` is false where ``--fix`` may not write the file.
    """
    line, column = document.place(fault.start)
    end_line, end_column = document.place(fault.end)
    file = _name(document.path, root)
    place = line, fault.message, check, column, end_line, end_column
    return Finding(file, *place, mends=mends and bool(fault.edits), question=fault.question)


def _name(path: Path, root: Path) -> str:
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()

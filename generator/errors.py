"""The one kind of error that a user's mistake raises."""

from __future__ import annotations

from pathlib import Path


class GeneratorError(Exception):
    """What went wrong, in one sentence that says where and what is possible instead.

    ``str()`` gives ``file:line: message`` with the parts that are known.
    """

    def __init__(self, message: str, *, file: str | Path | None = None, line: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.file = file
        self.line = line

    def __str__(self) -> str:
        place = [str(part) for part in (from_here(self.file), self.line) if part is not None]
        return ": ".join([":".join(place), self.message]) if place else self.message


class UnknownNameError(GeneratorError):
    """Nothing has the name that was given; on the command line that makes it a wrong one."""


class WritingError(GeneratorError):
    """A file cannot be written: the disk is full, the folder is read-only."""


def from_here(file: str | Path | None) -> str | Path | None:
    """A path as the user would type it: relative, if the file lies below the working folder."""
    path = Path(file) if file is not None else None
    if path is None or not path.is_absolute() or not path.is_relative_to(Path.cwd()):
        return file
    return path.relative_to(Path.cwd())

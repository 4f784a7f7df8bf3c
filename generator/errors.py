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
        place = [str(part) for part in (self.file, self.line) if part is not None]
        return ": ".join([":".join(place), self.message]) if place else self.message

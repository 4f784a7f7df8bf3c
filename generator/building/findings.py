"""What a check finds, and how it is told: text, JSON, or annotations for GitHub Actions."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True, order=True)
class Finding:
    """A sentence about a place; ``check`` names the check that found it."""

    file: str
    line: int
    message: str
    check: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message} ({self.check})"


def found(path: Path, root: Path, line: int | None, message: str, check: str) -> Finding:
    """A finding whose file is written relative to the project."""
    name = path.relative_to(root) if path.is_relative_to(root) else path
    return Finding(name.as_posix(), line or 1, message, check)


def as_text(findings: Iterable[Finding]) -> str:
    """One line a finding: ``file:line: message (check)``."""
    return "\n".join(str(finding) for finding in findings)


def as_json(findings: Iterable[Finding]) -> str:
    """A JSON list of objects with file, line, message and check."""
    return json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=1)


def as_annotations(findings: Iterable[Finding]) -> str:
    """Workflow commands that GitHub shows beside the line."""
    return "\n".join(
        f"::error file={_property(f.file)},line={f.line},title={_property(f.check)}::{_data(f.message)}"
        for f in findings
    )


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

"""The checks of posts that somebody wrote, in any folder."""

from __future__ import annotations

from pathlib import Path

from generator.checking import runner
from generator.checking.document import Document
from generator.checking.finding import Finding, finding_of, in_order
from generator.checking.source import read_source


def findings(path: Path) -> list[Finding]:
    """What the checks find in the post at ``path``, by place.

    Raises:
        GeneratorError: it cannot be read, or is not UTF-8.
    """
    document = Document(path, read_source(path).text)
    found = [finding_of(document, code, fault, Path()) for code, fault in runner.faults(document)]
    return in_order(found)

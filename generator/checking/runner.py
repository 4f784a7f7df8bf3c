"""Running the checks over a document, a Jekyll site or the project."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.document import Document
from generator.checking.fault import Fault
from generator.checking.registry import of_kind


def faults(document: Document) -> Iterator[tuple[str, Fault]]:
    """Everything that the checks find in a document: code and fault."""
    for check in of_kind("find"):
        for fault in check.function(document):
            yield check.code, fault

"""Every key stands once in the front matter.

YAML takes the last and says nothing, so that what the first one says is lost.

Bad:

    ---
    title: Padding
    tags: [cnn]
    tags: [padding]
    ---

Good:

    ---
    title: Padding
    tags: [cnn, padding]
    ---
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.document import Document
from generator.checking.fault import Fault
from generator.checking.front import Entry
from generator.viewers.viewer import JEKYLL


def find(document: Document) -> Iterator[Fault]:
    """A fault for every key that stands there already."""
    if JEKYLL not in document.viewers:
        return
    seen: dict[str, Entry] = {}
    for entry in document.front.entries:
        if first := seen.get(entry.path):
            line = document.place(first.start)[0]
            message = f"the key {entry.path} stands in line {line}, too, which is lost; keep one of them"
            yield Fault(entry.start, entry.end, message)
        seen[entry.path] = entry

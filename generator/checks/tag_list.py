"""Tags and categories are lists, or words with blanks between them.

Jekyll splits a plain value at its blanks and nowhere else: ``tags: BN, batch norm`` gives the tags "BN,",
"batch" and "norm".

Bad:

    ---
    title: Batch normalisation
    tags: BN, batch norm
    ---

Good:

    ---
    title: Batch normalisation
    tags: [BN, batch norm]
    ---
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.document import Document
from generator.checking.fault import Edit, Fault
from generator.checking.front import composed
from generator.viewers.viewer import JEKYLL

_KEYS = ("tags", "categories")


def find(document: Document) -> Iterator[Fault]:
    """A fault for every plain value with commas."""
    if JEKYLL not in document.viewers:
        return
    for key in _KEYS:
        entry = document.front.get(key)
        if entry is None or "," not in entry.text:
            continue
        written = document.text[entry.value_start : entry.value_end]
        if written.startswith(("[", "- ")):
            continue
        words = [word.strip() for word in entry.text.split(",") if word.strip()]
        typed = f"[{', '.join(map(_quoted, words))}]"
        kept = ", ".join(f'"{word}"' for word in entry.text.split())
        message = f"Jekyll makes {kept} of these {key}; type {key}: {typed}"
        edit = Edit(entry.value_start, entry.value_end, typed)
        yield Fault(entry.value_start, entry.value_end, message, (edit,))


def _quoted(word: str) -> str:
    """The word as it may stand in a list of YAML."""
    node, problem = composed(f"[{word}]")
    plain = problem is None and len(node.value) == 1 and getattr(node.value[0], "value", None) == word
    return word if plain else '"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"'

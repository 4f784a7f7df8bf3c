"""The theme reads every key of the front matter.

A key that is spelled another way, or that belongs to another theme, changes nothing and says nothing: the
formulas stay TeX, the post is published although it says ``draft``.

Bad:

    ---
    title: Padding
    catagories: [cnn]
    ---

Good:

    ---
    title: Padding
    categories: [cnn]
    ---
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from generator.checking.document import Document
from generator.checking.fault import Edit, Fault
from generator.checking.front import Entry
from generator.checking.site_settings import page_keys
from generator.checking.theme_keys import IGNORED, KNOWN, MATHEMATICS
from generator.viewers.viewer import JEKYLL

_NAMES = {"chirpy": "Chirpy", "minimal-mistakes": "Minimal Mistakes", "": "Jekyll"}
_NEAR = 0.86
# Saying no to what nobody does changes nothing.
_SWITCHES = MATHEMATICS | {"draft", "pinned", "sticky"}


def find(document: Document) -> Iterator[Fault]:
    """A fault for every key that nobody reads, with the key that is read in its place."""
    if JEKYLL not in document.viewers:
        return
    theme = document.theme if document.theme in IGNORED else ""
    read = page_keys(document.blog) if document.blog else frozenset[str]()
    for entry in document.front.entries:
        key = entry.path
        if "." in key or key in read or (key in _SWITCHES and not entry.is_true):
            continue
        if key in MATHEMATICS and theme != "chirpy":
            # Other themes leave mathematics to the site, which says by its layouts how posts ask for it.
            if switch := next(iter(sorted(read & MATHEMATICS)), ""):
                yield _ignored(document, entry, switch, "this site")
        elif key in IGNORED[theme]:
            yield _ignored(document, entry, IGNORED[theme][key], _NAMES[theme])
        elif key not in KNOWN and (near := _near(key)) and document.front.get(near) is None:
            edit = Edit(entry.start, entry.end, near)
            yield Fault(entry.start, entry.end, f"nobody reads the key {key}; did you mean {near}?", (edit,))


def _ignored(document: Document, entry: Entry, instead: str, reader: str) -> Fault:
    message = f"{reader} does not read the key {entry.path}; "
    if not instead:
        return Fault(entry.start, entry.end, f"{message}take it out")
    whole = ": " in instead
    message += f"type {instead}" if whole else f"type {instead}: in its place"
    if document.front.get(instead.partition(":")[0]):
        return Fault(entry.start, entry.end, message)
    end = entry.value_end if whole else entry.end
    edits = (Edit(entry.start, end, instead),) if whole or entry.texts else ()
    return Fault(entry.start, entry.end, message, edits)


def _near(key: str) -> str:
    low = key.lower()
    if low in KNOWN:
        return low
    # Two letters that changed places leave words far apart by what they have in common.
    swapped = [known for known in sorted(KNOWN) if sorted(known) == sorted(low)]
    near = swapped or get_close_matches(low, KNOWN, n=1, cutoff=_NEAR)
    return near[0] if near else ""

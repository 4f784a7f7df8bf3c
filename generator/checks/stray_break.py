"""A line break in HTML is written ``<br>``.

``</br>`` closes what nothing opened: browsers guess, and kramdown shows the sign as text.

Bad:

    One line.</br>
    Another.

Good:

    One line.<br>
    Another.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.document import Document
from generator.checking.fault import Edit, Fault


def find(document: Document) -> Iterator[Fault]:
    """A fault for every ``</br>``, which is mended to ``<br>``."""
    for tag in document.tags:
        if tag.name == "br" and tag.closing:
            written = document.text[tag.start : tag.end]
            edit = Edit(tag.start, tag.end, "<br>")
            yield Fault(tag.start, tag.end, f"{written} closes nothing; type <br>", (edit,))

"""Headings go down one level at a time, below the title that the theme writes.

Screen readers and tables of contents follow the levels; a second title of the first level, or a level left
out, leaves gaps in both.

Bad:

    ## Padding

    #### Same padding

Good:

    ## Padding

    ### Same padding
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.checking.document import Document
from generator.checking.fault import Edit, Fault

_ATX = re.compile(r"^(#{1,6})[ \t]+[^\n]*$", re.MULTILINE)
_SETEXT = re.compile(r"(?<=\n\n)(?![#>|\s]|[-*+] )[^\n]+\n(=+|-+)[ \t]*$", re.MULTILINE)


@dataclass(frozen=True)
class Heading:
    """A heading's line; only a heading with number signs is ``atx``."""

    start: int
    end: int
    level: int
    atx: bool


def find(document: Document) -> Iterator[Fault]:
    """A fault for each level left out, and one under a known theme for headings of the first level."""
    headings = list(_headings(document))
    titles = [heading for heading in headings if heading.level == 1] if document.theme else []
    if titles:
        yield _titles(titles, headings)
    for above, below in pairwise(headings):
        if below.level > above.level + 1:
            message = (
                f"level {below.level} follows level {above.level}; type {'#' * (above.level + 1)} here, "
                "and one level less in what belongs to it"
            )
            yield Fault(below.start, below.end, message)


def _titles(titles: list[Heading], headings: list[Heading]) -> Fault:
    """One more level for all keeps their order; a single one may repeat the title, so no edit is sure."""
    first = titles[0]
    message = "the theme writes the post's title as # itself; "
    if len(titles) == 1:
        return Fault(first.start, first.end, f"{message}take the heading out, or type ##")
    edits = tuple(Edit(heading.start, heading.start, "#") for heading in headings)
    if any(not heading.atx or heading.level == 6 for heading in headings):
        edits = ()
    message += f"type one more # in every heading, as {len(titles)} have one"
    return Fault(first.start, first.end, message, edits)


def _headings(document: Document) -> Iterator[Heading]:
    found = [
        Heading(*match.span(), len(match[1]), True)
        for match in _ATX.finditer(document.words)
        # The words of a heading may be code alone.
        if document.text[match.end(1) : match.end()].strip()
    ]
    found += [
        Heading(*match.span(), 1 if match[1].startswith("=") else 2, False)
        for match in _SETEXT.finditer(document.words)
    ]
    yield from sorted(found, key=lambda heading: heading.start)

"""Attributes are parted by spaces, not by commas.

In HTML a comma becomes an attribute's name or part of a value; in kramdown's list of attributes it makes one
value out of all that follows.

Bad:

    <img src="a.png" width="300", height="200" alt="A 3×3 kernel over a 5×5 input">

Good:

    <img src="a.png" width="300" height="200" alt="A 3×3 kernel over a 5×5 input">
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checking.attribute_lists import attribute_lists
from generator.checking.document import Document
from generator.checking.fault import Edit, Fault

_ATTRIBUTE = re.compile(
    r"([\w:@.-]+\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'>,]+(?:,[^\s\"'>,]+)*))(\s*,)?|\"[^\"]*\"|'[^']*'"
)


def find(document: Document) -> Iterator[Fault]:
    """A fault for every such comma, which is taken out."""
    places = [(tag.inside_start, tag.inside) for tag in document.tags if not tag.closing]
    places += [(one.inside_start, one.inside) for one in attribute_lists(document.words)]
    for base, inside in sorted(places):
        for match in _ATTRIBUTE.finditer(inside):
            if match[2]:
                start, end = (base + at for at in match.span(2))
                message = f"a comma stands behind {match[1]}; type a space alone"
                # Where the next attribute follows at once the space is missing, too.
                space = "" if inside[match.end() :][:1].strip() == "" else " "
                yield Fault(base + match.start(), end, message, (Edit(start, end, space),))

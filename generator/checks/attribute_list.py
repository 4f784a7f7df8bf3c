"""A list of attributes is written so that kramdown reads it.

It follows its image without a space, has a closing brace, and its values stand in quotes; otherwise it is
left out without a word, or shown to the reader.

Bad:

    ![A 3×3 kernel over a 5×5 input](a.png){: width=300px }

Good:

    ![A 3×3 kernel over a 5×5 input](a.png){: width="300" height="200" }
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checking.attribute_lists import AttributeList, attribute_lists
from generator.checking.document import Document
from generator.checking.fault import Edit, Fault
from generator.viewers.viewer import JEKYLL

_BARE = re.compile(r"\"[^\"]*\"|'[^']*'|(?<![\w-])([\w-]+)=([^\s\"'}]+)")
_PIXELS = re.compile(r"(?<![\w-])(width|height|w|h)=([\"'])(\d+)(px)\2")
_NO_COLON = re.compile(r"\{\s*((?:width|height|w|h)\s*=[^{}\n]*)\}")


def find(document: Document) -> Iterator[Fault]:
    """A fault for every list that kramdown does not read as it is meant."""
    if JEKYLL not in document.viewers:
        return
    images = {image.end: image for image in document.images if not image.html}
    for one in attribute_lists(document.words):
        yield from _values(one)
        before = document.words[: one.start].rstrip(" \t")
        if not one.whole:
            message = "the list of attributes has no closing brace, and readers see it; type } at its end"
            edit = Edit(one.start + len(document.words[one.start : one.end].rstrip()), one.end, " }")
            yield Fault(one.start, one.end, message, (edit,))
        elif len(before) in images and len(before) < one.start:
            message = "a space stands before the list of attributes, and readers see it; take the space out"
            yield Fault(len(before), one.end, message, (Edit(len(before), one.start, ""),))
    for end in images:
        if match := _NO_COLON.match(document.words, end):
            start = match.start()
            message = f"kramdown reads {{: … }} alone as a list of attributes; type {{: {match[1].strip()} }}"
            yield Fault(start, match.end(), message, (Edit(start, start + 1, "{: "),))


def _values(one: AttributeList) -> Iterator[Fault]:
    for match in _BARE.finditer(one.inside):
        if match[1] is None:
            continue
        value = match[2].rstrip(",").removesuffix("px")
        start = one.inside_start + match.start(2)
        end = start + len(match[2].rstrip(","))
        message = f'kramdown reads values in quotes alone; type {match[1]}="{value}"'
        yield Fault(one.inside_start + match.start(), end, message, (Edit(start, end, f'"{value}"'),))
    for match in _PIXELS.finditer(one.inside):
        start, end = (one.inside_start + at for at in match.span(4))
        message = f'sizes are numbers of pixels; type {match[1]}="{match[3]}"'
        yield Fault(one.inside_start + match.start(), end + 1, message, (Edit(start, end, ""),))

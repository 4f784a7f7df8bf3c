"""Emphasis that ends in a sign, or begins with one, is emphasis for every viewer.

CommonMark, which GitHub and VS Code read, ends no emphasis between a sign and a letter: a particle right
behind ``**합성곱(convolution)**`` leaves the stars standing. Jekyll's kramdown does end it.

Bad:

    **합성곱(convolution)**은 창을 옮기며 더한다.

Good:

    **합성곱(convolution)**<!-- -->은 창을 옮기며 더한다. **합성곱**(convolution)은 창을 옮기며 더한다.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checking.document import Document
from generator.checking.fault import Edit, Fault
from generator.mathematics.meant import paragraphs
from generator.mathematics.placing import PARTING
from generator.viewers.viewer import TITLES

_EMPHASIS = re.compile(
    r"(?<![\\*])(?P<stars>\*{1,3})(?![*\s])(?P<inside>(?:[^*\n\\]|\\.)+?)(?<![*\s\\])(?P=stars)(?!\*)"
)
_READERS = ("vscode", "github")


def find(document: Document) -> Iterator[Fault]:
    """A fault for each emphasis between stars that Jekyll shows and the others do not."""
    names = [TITLES[viewer] for viewer in _READERS if viewer in document.viewers]
    if not names:
        return
    for start, end in paragraphs(document.text):
        for found in _EMPHASIS.finditer(document.words, start, end):
            edits = tuple(_edits(document.text, found))
            if edits:
                shown = document.text[found.start() : found.end() + 1]
                message = (
                    f"{' and '.join(names)} show the stars of {shown}; put {PARTING} where stars stand "
                    "between a sign and a letter, or take the sign out of the emphasis"
                )
                yield Fault(found.start(), found.end(), message, edits)


def _edits(text: str, found: re.Match[str]) -> Iterator[Edit]:
    """Something nobody sees where the stars flank a sign on their inner side and a letter on the other.

    Source: CommonMark 0.31, rules of left-flanking and right-flanking runs of delimiters.
    """
    before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
    if before.isalnum() and found["stars"] == "*":
        return  # 3*4 is a product.
    first, last = text[found.start("inside")], text[found.end("inside") - 1]
    if before.isalnum() and _is_sign(first):
        yield Edit(found.start(), found.start(), PARTING)
    if after.isalnum() and _is_sign(last):
        yield Edit(found.end(), found.end(), PARTING)


def _is_sign(character: str) -> bool:
    return not character.isalnum() and not character.isspace()

r"""A display formula is a paragraph of its own, with a blank line above and below, in no list.

Glued to text, Jekyll and GitHub put it into the line; in a list GitHub does.

Bad:

    출력의 크기는 다음과 같다.
    $$o = n - k + 1$$

Good:

    출력의 크기는 다음과 같다.

    $$o = n - k + 1$$
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.document import Document
from generator.checking.fault import Fault
from generator.mathematics.telling import faults


def find(document: Document) -> Iterator[Fault]:
    """A fault for each formula of which this is the cause."""
    return faults(document.text, document.viewers, "block")

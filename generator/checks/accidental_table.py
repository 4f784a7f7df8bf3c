r"""A bar in a paragraph makes no table of it.

kramdown takes every paragraph whose first line has a bar for a table; GitHub and VS Code want a row of
hyphens below it.

Bad:

    커널 | 스트라이드 | 패딩을 차례로 정한다.

Good:

    커널 \| 스트라이드 \| 패딩을 차례로 정한다.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.document import Document
from generator.checking.fault import Fault
from generator.mathematics.bars import bars
from generator.mathematics.meant import paragraphs


def find(document: Document) -> Iterator[Fault]:
    """The paragraphs that are a table in Jekyll alone; bars inside formulas are a matter of other checks."""
    for start, end in paragraphs(document.text):
        first = document.text.find("\n", start, end)
        edits = bars(document.text, start, end)
        if edits and edits[0].start < (end if first < 0 else first):
            message = "Jekyll makes a table of this paragraph because of its bar; write \\|"
            yield Fault(edits[0].start, edits[-1].end, message, tuple(edits))

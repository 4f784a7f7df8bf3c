r"""A bar in a paragraph makes no table of it.

kramdown takes every paragraph whose lines have a bar for a table; GitHub and VS Code want a row of hyphens
below the first.

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
from generator.mathematics.edits import apply
from generator.mathematics.meant import paragraphs
from generator.viewers.body import body
from generator.viewers.kramdown_blocks import read
from generator.viewers.viewer import JEKYLL


def find(document: Document) -> Iterator[Fault]:
    """The paragraphs that are a table in Jekyll alone; bars inside formulas are a matter of other checks."""
    if JEKYLL not in document.viewers:
        return
    tables = _tables(body(document.text))
    for start, end in paragraphs(document.text) if tables else ():
        if "|" not in document.text[start:end]:
            continue
        edits = bars(document.text, start, end)
        if edits and _tables(body(apply(document.text, edits))) < tables:
            message = "Jekyll makes a table of this paragraph because of its bar; write \\|"
            yield Fault(edits[0].start, edits[-1].end, message, tuple(edits))


def _tables(text: str) -> int:
    """How many tables kramdown finds."""
    if "|" not in text:
        return 0
    nodes = [read(text)[0]]
    for node in nodes:
        nodes += node.children
    return sum(node.kind == "table" for node in nodes)

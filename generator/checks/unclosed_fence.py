"""Code between fences ends where its author meant it to end.

Without the second fence GitHub and VS Code take the rest of the post for code; kramdown takes none of it.

Bad:

    ```python
    print(1)

    And so on.

Good:

    ```python
    print(1)
    ```

    And so on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checking.document import Document
from generator.checking.fault import Fault
from generator.writing.markdown import Fence, fences

_OPENING = re.compile(r"[ >\t]*(?:[-*+] |\d+\. )?[ \t]*(`{3,}|~{3,})")


def find(document: Document) -> Iterator[Fault]:
    """A fault for a fence that nothing closes, and for one with the beginning of other code in it."""
    text = document.text
    for fence in fences(text):
        first = text[fence.start : text.find("\n", fence.start)]
        opening = _OPENING.match(first)
        # In a comment nobody reads it, and indented it is code by itself.
        hidden = text.rfind("<!--", 0, fence.start) > text.rfind("-->", 0, fence.start)
        if opening is None or hidden or re.match(r" {4}|\t", first):
            continue
        marks = opening[1]
        end = fence.start + len(first)
        if not re.search(rf"\n[ >\t]*{marks}[`~]*[ \t]*\Z", text[fence.start : fence.end]):
            message = (
                "nothing ends this code: GitHub and VS Code take all the rest for code, Jekyll none of it; "
                f"type {marks} on a line of its own where it ends"
            )
            yield Fault(fence.start + opening.start(1), end, message)
        elif other := _other(text, fence, marks):
            line = document.place(other)[0]
            message = f"in this code other code begins, in line {line}; type {marks} where the first one ends"
            yield Fault(fence.start + opening.start(1), end, message)


def _other(text: str, fence: Fence, marks: str) -> int:
    """Where a line in the code opens code of its own with the very same marks; 0 where none does."""
    if fence.info.lower() in ("markdown", "md", "text", "console"):
        return 0
    found = re.compile(rf"^ {{0,3}}{marks}[a-z]+[ \t]*$", re.MULTILINE | re.IGNORECASE).search(
        text, *fence.inner
    )
    return found.start() if found else 0

r"""A formula with a number, ``\tag{1}``, stands where it is a display formula for every viewer.

In the line MathJax and KaTeX drop the number or show an error.

Bad:

    식은 다음과 같다.
    $$o = n - k + 1 \tag{1}$$

Good:

    식은 다음과 같다.

    $$o = n - k + 1 \tag{1}$$
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.document import Document
from generator.checking.fault import Fault
from generator.mathematics.telling import faults


def find(document: Document) -> Iterator[Fault]:
    """A fault for each formula of which this is the cause."""
    return faults(document.text, document.viewers, "tag")

r"""A formula is TeX that MathJax and KaTeX typeset.

Bad:

    출력은 $\frac{n - k}{s$이다.

Good:

    출력은 $\frac{n - k}{s}$이다.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.document import Document
from generator.checking.fault import Fault
from generator.mathematics.telling import faults


def find(document: Document) -> Iterator[Fault]:
    """A fault for each formula of which this is the cause."""
    return faults(document.text, document.viewers, "typeset")

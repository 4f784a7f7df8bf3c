r"""A formula uses macros that both MathJax and KaTeX know.

``\bm`` is KaTeX's alone, ``\label`` and ``\eqref`` are MathJax's; a ``\newcommand`` holds in one viewer for
the document, in another for the formula.

Bad:

    가중치 $\bm{w}$를 곱한다.

Good:

    가중치 $\boldsymbol{w}$를 곱한다.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.document import Document
from generator.checking.fault import Fault
from generator.mathematics.telling import faults


def find(document: Document) -> Iterator[Fault]:
    """A fault for each formula of which this is the cause."""
    return faults(document.text, document.viewers, "macro")

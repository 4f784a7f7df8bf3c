r"""Every formula is shown alike by Jekyll, VS Code's preview and GitHub.

Markdown reads a formula before MathJax or KaTeX does: it takes backslashes away, makes emphasis of ``_`` and
``*`` and tables of ``|``, and each viewer has its own rules for where a dollar begins a formula.

Bad:

    두 벡터 $\mathbf{x}_{i}$와 $\mathbf{y}_{j}$, 집합 $\{1, 2\}$, 확률은$p(a|b)$이다.

Good:

    두 벡터 $\mathbf{x}_ {i}$와 $\mathbf{y}_ {j}$, 집합 $\lbrace 1, 2\rbrace$, 확률은 $p(a\mid b)$이다.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.document import Document
from generator.checking.fault import Fault
from generator.mathematics.telling import faults


def find(document: Document) -> Iterator[Fault]:
    """A fault for each formula of which this is the cause."""
    return faults(document.text, document.viewers, "spoiled")

r"""A dollar that is money begins no formula.

kramdown takes the backslash of ``\$`` away, and MathJax makes a formula of all up to the next dollar.

Bad:

    값은 \$5이고, 한 달에 \$6이다.

Good:

    값은 <span>$</span>5이고, 한 달에 <span>$</span>6이다.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.document import Document
from generator.checking.fault import Fault
from generator.mathematics.telling import faults


def find(document: Document) -> Iterator[Fault]:
    """A fault for each formula of which this is the cause."""
    return faults(document.text, document.viewers, "money")

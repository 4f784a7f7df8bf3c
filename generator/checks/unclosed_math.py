"""A display formula has its end.

Without it VS Code takes all that follows for TeX, and Jekyll and GitHub show two dollars.

Bad:

    출력의 크기는 다음과 같다.

    $$
    o = n - k + 1

    다음 문단이다.

Good:

    출력의 크기는 다음과 같다.

    $$
    o = n - k + 1
    $$

    다음 문단이다.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checking.document import Document
from generator.checking.fault import Fault
from generator.mathematics.meant import words

_DOUBLE = re.compile(r"(?<![\\$])\$\$(?!\$)")


def find(document: Document) -> Iterator[Fault]:
    """A fault for each pair of dollars that has no partner."""
    for found in _DOUBLE.finditer(words(document.text)):
        message = "this $$ has no partner; write $$ where the formula ends, or take it away"
        yield Fault(found.start(), found.end(), message)

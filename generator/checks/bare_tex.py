r"""TeX stands between dollars, where viewers typeset it.

Elsewhere it is text like any other: readers see ``\frac{1}{n}`` as it was typed.

Bad:

    The rate \alpha is small, and the sum is divided by \frac{1}{n}.

Good:

    The rate $\alpha$ is small, and the sum is divided by $\frac{1}{n}$.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.document import Document
from generator.checking.fault import Fault
from generator.mathematics.bare import bare_tex

_LONGEST = 40


def find(document: Document) -> Iterator[Fault]:
    """A fault for every line with TeX among its words; tags of HTML and images are left out."""
    others = [(tag.start, tag.end) for tag in document.tags]
    others += [(image.start, image.end) for image in document.images]
    for start, end in bare_tex(document.words):
        if any(first <= start < last for first, last in others):
            continue
        written = document.text[start:end]
        short = written if len(written) <= _LONGEST else f"{written[: _LONGEST - 1]}…"
        message = (
            f"{short}: this TeX stands outside of dollars, and readers see it as it is typed; put it between "
            "$…$, in a template into math(…) or display(…)"
        )
        yield Fault(start, end, message)

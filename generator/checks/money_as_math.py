r"""A dollar that is money begins no formula.

kramdown takes the backslash of ``\$`` away, and MathJax makes a formula of all up to the next dollar. It
does so only where it is loaded: a post without any formula is left alone, unless it switches mathematics on
or its site loads MathJax for all pages.

Bad:

    값 $p$는 \$5이고, 한 달에 \$6이다.

Good:

    값 $p$는 <span>$</span>5이고, 한 달에 <span>$</span>6이다.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.document import Document
from generator.checking.fault import Fault
from generator.checking.site_settings import mathematics_switches
from generator.checking.theme_keys import MATHEMATICS
from generator.checking.typesetters import reads_dollars
from generator.mathematics.telling import faults
from generator.viewers.viewer import JEKYLL


def find(document: Document) -> Iterator[Fault]:
    """A fault for each paragraph in which a viewer takes dollars of the text for mathematics."""
    viewers = document.viewers
    if not document.formulas and not _typesets(document):
        viewers = tuple(viewer for viewer in viewers if viewer != JEKYLL)
    if viewers:
        yield from faults(document.text, viewers, "money")


def _typesets(document: Document) -> bool:
    """Whether Jekyll's page loads MathJax although the post has no formula."""
    if any(document.front.says(key) for key in MATHEMATICS):
        return True
    blog = document.blog
    if blog is None or document.theme == "chirpy" or mathematics_switches(blog):
        return False
    return reads_dollars(blog)

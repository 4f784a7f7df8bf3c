"""A post with mathematics switches it on where the theme asks for that.

Chirpy loads MathJax for posts that say ``math: true`` alone; other sites do the same under a key of their
own. Without it readers see dollars and backslashes.

Bad:

    ---
    title: Padding
    ---

    The size is $n+2p$.

Good:

    ---
    title: Padding
    math: true
    ---

    The size is $n+2p$.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking.document import Document
from generator.checking.fault import Edit, Fault
from generator.checking.site_settings import defaults, mathematics_switches
from generator.checking.theme_keys import MATHEMATICS
from generator.viewers.viewer import JEKYLL


def find(document: Document) -> Iterator[Fault]:
    """A fault at the first formula of a post that does not switch mathematics on."""
    if JEKYLL not in document.viewers:
        return
    front = document.front
    switch = _switch(document)
    if not switch or not front.body or any(front.says(key) for key in MATHEMATICS):
        return
    for formula in document.formulas[:1]:
        entry = front.get(switch)
        edit = (
            Edit(entry.value_start, entry.value_end, "true")
            if entry
            else Edit(front.end, front.end, f"{switch}: true\n")
        )
        message = f"the formulas stay TeX; type {switch}: true into the front matter"
        yield Fault(formula.start, formula.end, message, (edit,))


def _switch(document: Document) -> str:
    """The key that this blog asks for; empty where none is needed or nobody knows."""
    blog = document.blog
    if blog and defaults(blog, "posts").keys() & MATHEMATICS:
        return ""
    if document.theme == "chirpy":
        return "math"
    asked = mathematics_switches(blog) if blog else frozenset[str]()
    return next(iter(asked)) if len(asked) == 1 else ""

"""The formulas that MathJax finds on the page that Jekyll makes of a post."""

from __future__ import annotations

from generator.front import FRONT
from generator.viewers.kramdown_blocks import read
from generator.viewers.liquid import render
from generator.viewers.mathjax_delimiters import find
from generator.viewers.page_runs import page_runs
from generator.viewers.shown import Shown


def formulas(text: str) -> list[Shown]:
    """What MathJax 3 gets of a post that Jekyll 4.3 has built, in the order of the page.

    Front matter may be there or not. ``tex`` is what stands between the delimiters, white space included.

    Raises:
        BuildError: Liquid stops the build, or a footnote without text does; ``line`` is a line of ``text``.
    """
    front = FRONT.match(text)
    start = front.end() if front else 0
    body = render(text[start:], text.count("\n", 0, start) + 1)
    root, definitions = read(body)
    return find(page_runs(root, definitions))

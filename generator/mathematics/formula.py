"""A formula in a post as its author meant it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

# How it is written: $x$, $$x$$, \(x\) or \[x\], the same with two backslashes, $`x`$, a ```math fence, or a
# bare \begin{align}.
Form = Literal["dollar", "dollars", "bracket", "double bracket", "code", "fence", "environment"]


@dataclass(frozen=True)
class Formula:
    """What stands from ``start`` to ``end`` of a post, delimiters included, and the TeX that it means.

    ``display`` tells a formula of its own from one in the running text.
    """

    start: int
    end: int
    tex: str
    display: bool
    form: Form


def blanked(text: str, formulas: Iterable[Formula]) -> str:
    """The text with spaces for the formulas; offsets stay."""
    pieces, at = [], 0
    for start, end in sorted((formula.start, formula.end) for formula in formulas):
        pieces += [text[at:start], re.sub(r"[^\n]", " ", text[start:end])]
        at = end
    return "".join([*pieces, text[at:]])

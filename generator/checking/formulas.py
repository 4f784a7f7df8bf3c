"""Where a text seems to hold formulas, as far as other checks must keep away from them."""

from __future__ import annotations

import re
from collections.abc import Iterator

_FORMULA = re.compile(
    r"(?<!\\)\$\$(?:(?!\n[ \t]*\n)[^$])+\$\$"
    r"|(?<![\\$])\$(?![\s$])(?:[^$\n\\]|\\.)*?(?<!\s)\$(?![\d$])"
    r"|\\\((?:(?!\n[ \t]*\n).)+?\\\)|\\\[(?:(?!\n[ \t]*\n).)+?\\\]"
    r"|\\begin\{(\w+\*?)\}.*?\\end\{\1\}",
    re.DOTALL,
)
_TELLING = re.compile(r"[\\^_=<>+*/|]|^\s*[A-Za-z]\s*$|[A-Za-z]\(")


def spans(prose: str) -> Iterator[tuple[int, int]]:
    """Start and end of everything between the signs of TeX."""
    return (found.span() for found in _FORMULA.finditer(prose))


def is_formula(written: str) -> bool:
    """Whether there is mathematics between the signs, and not the words between two prices."""
    return bool(_TELLING.search(written.strip("$")))

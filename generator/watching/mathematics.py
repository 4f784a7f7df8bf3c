"""TeX as MathML, which browsers show without a script and without the network."""

from __future__ import annotations

import re
from functools import cache
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from math_core import LatexToMathML

# What the portable form writes, in the words of the library that makes MathML.
_SPELLINGS = (
    (re.compile(r"\\cr(?![A-Za-z])"), r"\\\\"),
    (re.compile(r"\\mkern5mu(?![0-9])"), r"\\;"),
    (re.compile(r"\\mkern4mu(?![0-9])"), r"\\:"),
    (re.compile(r"\\mathop\{\\operatorname\{([^{}]*)\}\}\\limits"), r"\\operatorname*{\1}"),
    (re.compile(r"\\(?:textnormal|textup|hbox)(?![A-Za-z])"), r"\\text"),
    (re.compile(r"\\(?:Huge|huge|LARGE|Large|large|normalsize|small|scriptsize|tiny)(?![A-Za-z])"), ""),
    (re.compile(r"\\pmb(?![A-Za-z])"), r"\\boldsymbol"),
    (re.compile(r"\\smallsetminus(?![A-Za-z])"), r"\\setminus"),
    (re.compile(r"\\substack\{([^{}]*)\}"), r"\\begin{matrix}\1\\end{matrix}"),
    (re.compile(r"\\dots[bcimo](?![A-Za-z])"), r"\\dots"),
)


def mathml(tex: str, *, display: bool) -> str:
    """The formula as an element ``<math>``; what the library does not know stays TeX, with the reason."""
    from math_core import LatexError

    spelled = tex.strip()
    for pattern, spelling in _SPELLINGS:
        spelled = pattern.sub(spelling, spelled)
    try:
        return _converter().convert_with_local_state(spelled, displaystyle=display)
    except LatexError as problem:
        why = escape(" ".join(str(problem).split()))
        return f'<code class="tex" title="{why}">{escape(tex)}</code>'


@cache
def _converter() -> LatexToMathML:
    from math_core import LatexToMathML

    return LatexToMathML(fancy_error=False, allow_unreliable_rendering=True)

r"""TeX that nobody typesets, because it stands in the words of a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SYMBOLS = (
    "alpha|beta|gamma|delta|epsilon|varepsilon|zeta|eta|theta|vartheta|kappa|lambda|sigma|tau|phi|varphi|chi|psi"
    "|omega|Gamma|Delta|Theta|Lambda|Sigma|Phi|Psi|Omega|times|cdot|cdots|ldots|pm|mp|leq|geq|neq|approx|equiv"
    "|propto|infty|partial|nabla|sum|prod|int|lim|log|exp|quad|qquad|rightarrow|leftarrow|Rightarrow|mapsto"
    "|forall|exists|notin|subset|subseteq|cup|cap|otimes|oplus|odot|lfloor|rfloor|lceil|rceil|langle|rangle"
    "|lVert|rVert|lbrace|rbrace"
)
_WITH_GROUPS = (
    "frac|dfrac|tfrac|sqrt|text|textbf|textit|mathbf|mathrm|mathbb|mathcal|mathit|mathsf|boldsymbol"
    "|operatorname|hat|bar|vec|tilde|widehat|widetilde|overline|underline|overbrace|underbrace|binom|begin|end"
)
_CONTROL = re.compile(
    rf"\\(?:(?:{_SYMBOLS})(?![A-Za-z])"
    rf"|(?:{_WITH_GROUPS})\s?[{{\[]"
    r"|(?:left|right)\s?(?:[(\[|.)\]]|\\[{}a-zA-Z]))"
)
# C:\temp\alpha, ..\data\sum, \\server\log, names\of\delta, and a backslash that is itself hidden: \\alpha.
_PATH = re.compile(r"(?:\b[A-Za-z]:|(?<!\S)\.{1,2}|\\|(?<![A-Za-z])[A-Za-z]{2,})\\[^\s\\]+(?:\\[^\s\\]+)*")


def bare_tex(words: str) -> Iterator[tuple[int, int]]:
    """Where control words of TeX stand in words that are neither code nor formula: once for each line."""
    for line in re.finditer(r"[^\n]+", words):
        if "\\" not in line.group():
            continue
        paths = [match.span() for match in _PATH.finditer(words, *line.span())]
        found = [
            match.span()
            for match in _CONTROL.finditer(words, *line.span())
            if not any(start <= match.start() < end for start, end in paths)
        ]
        if found:
            yield found[0][0], found[-1][1]

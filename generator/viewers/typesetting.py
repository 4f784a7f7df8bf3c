r"""Whether MathJax or KaTeX typesets a formula, without asking them.

What cannot be told (``\verb``, ``\char``, macros that take apart what follows) passes as right: a formula that
the engine takes is never refused here.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from generator.viewers.engines import Engine, knowledge
from generator.viewers.tex_formula import Formula, Unsure, Wrong
from generator.writing.tex import tokens

_COMMENT = re.compile(r"(?<!\\)(?:\\\\)*%")
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_TAKES_AN_ARGUMENT = re.compile(r"(?:\\[A-Za-z]+\*?|[}\]])\s*\Z")
_DEFINITION = re.compile(
    r"\\(?:(?:re|provide)?newcommand|renewcommand|providecommand|DeclareMathOperator|[gex]?def|let)\*?"
    r"\s*\{?\s*\\([A-Za-z]+)"
)


def error(tex: str, display: bool, engine: Engine, known: Collection[str] = frozenset()) -> str:
    r"""What the engine has against a formula as a short phrase, such as ``does not know \bm``; else "".

    ``known`` are macros that the document defined earlier, as ``definitions`` names them.
    """
    if engine == "mathjax" and _comment_in_an_argument(tex):
        return ""
    if engine == "katex" and _ends_in_a_backslash(tex):
        return "a backslash at the end"
    try:
        Formula(tokens(tex), display, engine=engine, knowledge=knowledge(engine), known=set(known)).read()
    except Wrong as wrong:
        return str(wrong)
    except Unsure:
        return ""
    return ""


def definitions(tex: str) -> frozenset[str]:
    r"""The names of the macros that a formula defines, for the formulas behind it."""
    return frozenset(_DEFINITION.findall(tex))


def _comment_in_an_argument(tex: str) -> bool:
    """In an argument a comment hides no brace from MathJax, so that tokens without comments would lie."""
    for comment in _COMMENT.finditer(tex):
        around: list[int] = []
        for brace in _BRACE.finditer(tex, 0, comment.end()):
            if brace.group() == "{":
                around.append(brace.start())
            elif brace.group() == "}" and around:
                around.pop()
        if any(_TAKES_AN_ARGUMENT.search(tex, 0, place) for place in around):
            return True
    return False


def _ends_in_a_backslash(tex: str) -> bool:
    return (len(tex) - len(tex.rstrip("\\"))) % 2 == 1

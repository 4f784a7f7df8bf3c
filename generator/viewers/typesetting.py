r"""Whether MathJax or KaTeX typesets a formula, without asking them.

What cannot be told (``\verb``, ``\char``, macros that take apart what follows) passes as right: a
formula that the engine takes is never refused here.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from generator.viewers.engines import Engine, kind, knowledge
from generator.viewers.tex_definitions import definitions
from generator.viewers.tex_errors import RefusedError, UnclearError
from generator.viewers.tex_formula import Formula
from generator.writing.tex import Reader, tokens

__all__ = ["definitions", "error"]

_COMMENT = re.compile(r"(?<!\\)(?:\\\\)*%")
_BRACE = re.compile(r"\\.|[][{}]", re.DOTALL)
_BEFORE_AN_ARGUMENT = re.compile(r"(?:\\([A-Za-z]+)\*?|[}\]])\s*\Z")
_TAKING = frozenset({"begin", "end", "left", "right", "middle", "def", "newcommand", "renewcommand"})


def error(tex: str, display: bool, engine: Engine, known: Collection[str] = frozenset()) -> str:
    r"""What the engine has against a formula as a short phrase, such as ``does not know \bm``; else "".

    ``known`` are macros that the document defined earlier, as ``definitions`` names them.
    """
    if engine == "mathjax" and _comment_in_an_argument(tex):
        return ""
    found = tokens(tex)
    if engine == "katex" and found[-1:] == ["\\"] and tex.endswith("\\"):
        return "a backslash at the end"
    reader = Reader(found, display)
    try:
        Formula(reader, engine, knowledge(engine), frozenset(known)).read()
    except RefusedError as refused:
        return str(refused)
    except UnclearError:
        return ""
    return ""


def _comment_in_an_argument(tex: str) -> bool:
    """In an argument a comment hides nothing from MathJax, so that tokens without comments would lie."""
    for comment in _COMMENT.finditer(tex):
        around = [comment.end() - 1]
        for brace in _BRACE.finditer(tex, 0, comment.end()):
            if brace.group() in ("{", "["):
                around.append(brace.start())
            elif brace.group() in ("}", "]") and len(around) > 1:
                around.pop()
        if any(_may_be_an_argument(tex, place) for place in around):
            return True
    return False


def _may_be_an_argument(tex: str, place: int) -> bool:
    before = _BEFORE_AN_ARGUMENT.search(tex, 0, place)
    if not before or not before[1]:
        return before is not None
    name, known = before[1], knowledge("mathjax")
    taking = _TAKING | kind("unsure") | kind("big") | kind("distance") | known.arguments.keys()
    return name in taking or name not in known.macros

"""Macros that a document defines itself: MathJax lets it have every name, KaTeX only a new one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.viewers.tex_errors import RefusedError
from generator.viewers.tex_groups import bracket, raw

if TYPE_CHECKING:
    from generator.viewers.tex_formula import Formula

_DEFINITION = re.compile(
    r"\\(?:(?:re)?newcommand|providecommand|DeclareMathOperator|[gex]?def|let)\*?"
    r"\s*\{?\s*\\([A-Za-z]+)"
)


def definitions(tex: str) -> frozenset[str]:
    r"""The names of the macros that a formula defines, for the formulas behind it."""
    return frozenset(_DEFINITION.findall(tex))


def _command(formula: Formula, name: str) -> None:
    macro = raw(formula.reader, name).strip().removeprefix("\\")
    # What the formula itself defined may have ended with a group around it.
    there = macro in formula.knowledge.macros or macro in formula.known
    if formula.engine == "katex" and name == "newcommand" and there:
        raise RefusedError(rf"\newcommand of \{macro}, which KaTeX has already")
    if formula.engine == "katex" and name == "renewcommand" and not there and macro not in formula.defined:
        raise RefusedError(rf"\renewcommand of \{macro}, which KaTeX does not have")
    formula.reader.skip_space()
    while formula.reader.peek() == "[":
        bracket(formula.reader)
        formula.reader.skip_space()
    raw(formula.reader, name)
    formula.defined.add(macro)


def _def(formula: Formula, name: str) -> None:
    macro = raw(formula.reader, name).strip().removeprefix("\\")
    while formula.reader.peek() not in ("{", ""):
        formula.reader.take()
    raw(formula.reader, name)
    formula.defined.add(macro)


DEFINES = {"newcommand": _command, "renewcommand": _command, "providecommand": _command, "def": _def}

"""What macros take: delimiters, environments, names, lengths, definitions, or plain arguments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.viewers.tex_errors import Unsure, Wrong
from generator.viewers.tex_text import WORDS

if TYPE_CHECKING:
    from generator.viewers.tex_formula import Formula

_BIG = frozenset(size + side for size in ("big", "Big", "bigg", "Bigg") for side in ("", "l", "m", "r"))
_STARRED = frozenset({"operatorname", "operatornamewithlimits"})
_BRACKETED = frozenset({"sqrt", "smash", "cfrac", "xrightarrow", "xleftarrow"})
# Macros whose first argument, or only one, is no mathematics.
_RAW = frozenset(
    "label ref eqref color textcolor colorbox fcolorbox href url class cssId style bbox enclose"
    " htmlClass htmlId htmlStyle htmlData includegraphics ce pu mod".split()
)
# Macros in whose argument rows and columns may stand.
_ROWS = frozenset("substack matrix pmatrix array cases eqalign eqalignno leqalignno displaylines".split())
_DISTANCES = frozenset("hspace hskip kern mkern mskip mspace".split())
_UNSURE = frozenset(
    "verb char catcode let futurelet edef gdef xdef global long genfrac mmlToken require usepackage Newextarrow"
    " toggle buildrel root leftroot uproot skew above abovewithdelims atopwithdelims overwithdelims raise lower"
    " moveleft moveright raisebox rule Rule Space unicode tmspace cancelto"
    " newenvironment renewenvironment begingroup endgroup bgroup egroup mathchoice definecolor texttip mathtip"
    " expandafter noexpand TextOrMath message errmessage show shoveleft shoveright hfil hfill hfilll"
    " DeclareMathOperator stackbin".split()
)
_COLUMNS = frozenset({"array", "darray", "subarray"})
_NUMBERED = frozenset({"alignat", "alignat*", "alignedat", "xalignat", "xalignat*", "xxalignat"})

# A length with its unit, as both engines take them.
DISTANCE = re.compile(
    r"\s*[-+]?\s*(?:\d+(?:[.,]\d*)?|[.,]\d+)\s*(?:e[mx]|p[tc]|mm|cm|in|mu|px|dd|cc|nc|nd|sp|bp)\s*"
)


def arguments(formula: Formula, name: str) -> None:
    """Read what belongs to a macro whose name has been read."""
    if name in _UNSURE:
        raise Unsure
    if name in _SPECIAL:
        _SPECIAL[name](formula, name)
    elif name in _BIG:
        delimiter(formula, name)
    elif name in WORDS:
        _words(formula, name)
    elif name in _DISTANCES:
        _distance(formula, name)
    elif name in _ROWS:
        _rows(formula, name)
    elif name in _RAW:
        for _ in range(formula.knowledge.arguments.get(name, 1)):
            formula.raw(name)
    else:
        _plain(formula, name)


def delimiter(formula: Formula, of: str) -> None:
    """Read the delimiter behind ``\\left`` or ``\\big``."""
    formula.skip_space()
    token = formula.take()
    if of in _BIG and token == "{" and formula.engine == "mathjax":
        formula.at -= 1
        token = formula.raw(of).strip()
    if token and token[0] == "." and len(token) > 1:
        raise Unsure
    if token not in formula.knowledge.delimiters:
        raise Wrong(rf"\{of}{token if token in '{}' else ''} has no delimiter")


def _plain(formula: Formula, name: str) -> None:
    if name in _STARRED and formula.peek() == "*":
        formula.take()
    number = formula.knowledge.arguments.get(name, 0)
    if number and name in _BRACKETED:
        formula.skip_space()
        if formula.peek() == "[":
            formula.optional()
    for _ in range(number):
        formula.argument(name)


def _distance(formula: Formula, name: str) -> None:
    if formula.peek() == "*":
        formula.take()
    formula.skip_space()
    if formula.peek() == "{":
        if not DISTANCE.fullmatch(formula.raw(name)):
            raise Wrong(rf"\{name} without a distance")
        return
    found = DISTANCE.match("".join(formula.tokens[formula.at : formula.at + 20]))
    if not found or name == "hspace":
        raise Wrong(rf"\{name} without a distance")
    left = len(found.group().rstrip())
    while left > 0:
        left -= len(formula.take())


def _rows(formula: Formula, name: str) -> None:
    formula.skip_space()
    if formula.peek() != "{":
        formula.argument(name)
        return
    formula.take()
    formula.environments.append(name)
    formula.closed_by("}", formula.list(name), "{ without }")
    formula.environments.pop()


def _words(formula: Formula, name: str) -> None:
    if name == "tag":
        if formula.peek() == "*":
            formula.take()
        if formula.engine == "katex" and not formula.display:
            raise Wrong(r"\tag in a formula in the line")
        formula.tags += 1
        if formula.tags > 1 and not formula.environments:
            raise Wrong(r"two \tag")
    formula.words(name)


def _left(formula: Formula, name: str) -> None:
    delimiter(formula, name)
    formula.closed_by("\\right", formula.list("\\left"), r"\left without \right")
    delimiter(formula, "right")


def _middle(formula: Formula, name: str) -> None:
    delimiter(formula, name)


def _begin(formula: Formula, name: str) -> None:
    environment = formula.raw("begin").strip()
    if environment not in formula.knowledge.environments:
        raise Wrong(rf"does not know \begin{{{environment}}}")
    if environment in formula.knowledge.only_displayed and not formula.display:
        raise Wrong(rf"\begin{{{environment}}} in a formula in the line")
    if environment in _COLUMNS | _NUMBERED:
        _columns(formula, environment)
    formula.environments.append(environment)
    found = formula.list(environment)
    formula.closed_by("\\end", found, rf"\begin{{{environment}}} has no \end")
    end = formula.raw("end").strip()
    if end != environment:
        raise Wrong(rf"\begin{{{environment}}} ends with \end{{{end}}}")
    formula.environments.pop()


def _columns(formula: Formula, environment: str) -> None:
    formula.skip_space()
    if formula.peek() == "[":
        formula.optional()
    columns = formula.raw("begin")
    if formula.engine == "katex" and environment in _COLUMNS:
        wrong = set(columns) - set("lcr|: ")
        if wrong and not wrong & set("{}"):
            raise Wrong(rf"no such column in \begin{{{environment}}}: {sorted(wrong)[0]}")


def _define(formula: Formula, name: str) -> None:
    macro = formula.raw(name).strip().removeprefix("\\")
    there = macro in formula.knowledge.macros or macro in formula.known
    if formula.engine == "katex" and name == "newcommand" and there:
        raise Wrong(rf"\newcommand of \{macro}, which KaTeX has already")
    if formula.engine == "katex" and name == "renewcommand" and not there:
        raise Wrong(rf"\renewcommand of \{macro}, which KaTeX does not have")
    formula.skip_space()
    while formula.peek() == "[":
        formula.optional()
        formula.skip_space()
    formula.raw(name)
    formula.known.add(macro)


def _def(formula: Formula, name: str) -> None:
    macro = formula.raw(name).strip().removeprefix("\\")
    while formula.peek() not in ("{", ""):
        formula.take()
    formula.raw(name)
    formula.known.add(macro)


_SPECIAL = {
    "left": _left,
    "middle": _middle,
    "begin": _begin,
    "newcommand": _define,
    "renewcommand": _define,
    "providecommand": _define,
    "def": _def,
}

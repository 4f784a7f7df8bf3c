"""What macros take: delimiters, environments, names, lengths, words, or plain arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.viewers import tex_text
from generator.viewers.engines import kind
from generator.viewers.tex_definitions import DEFINES
from generator.viewers.tex_errors import RefusedError, UnclearError
from generator.viewers.tex_groups import bracket, distance, raw

if TYPE_CHECKING:
    from generator.viewers.tex_formula import Formula

_COLUMNS = frozenset({"array", "darray", "subarray"})
_NUMBERED = frozenset({"alignat", "alignat*", "alignedat", "xalignat", "xalignat*", "xxalignat"})


def arguments(formula: Formula, name: str) -> None:
    """Read what belongs to a macro whose name has been read."""
    if name in kind("unsure"):
        raise UnclearError
    if name in DEFINES:
        DEFINES[name](formula, name)
    elif name == "begin":
        _environment(formula)
    elif name == "left":
        _delimiter(formula, name)
        formula.inside("\\left", "\\right", r"\left without \right")
        _delimiter(formula, "right")
    elif name == "middle" or name in kind("big"):
        _delimiter(formula, name)
    elif name in kind("words"):
        _words(formula, name)
    elif name in kind("distance"):
        distance(formula.reader, name)
    elif name in kind("rows"):
        _rows(formula, name)
    else:
        _plain(formula, name)


def _plain(formula: Formula, name: str) -> None:
    reader = formula.reader
    if name in kind("starred") and reader.peek() == "*":
        reader.take()
    number = formula.knowledge.arguments.get(name, 0)
    if name in kind("bracketed"):
        reader.skip_space()
        if reader.peek() == "[":
            bracket(reader)
    for _ in range(number):
        if name in kind("raw"):
            raw(reader, name)
        else:
            formula.argument(name)


def _delimiter(formula: Formula, of: str) -> None:
    formula.reader.skip_space()
    token = formula.reader.take()
    if token == "{" and of in kind("big") and formula.engine == "mathjax":
        formula.reader.at -= 1
        token = raw(formula.reader, of).strip()
    if token == "...":
        raise UnclearError
    if token not in formula.knowledge.delimiters:
        raise RefusedError(rf"\{of}{token if token in '{}' else ''} has no delimiter")


def _rows(formula: Formula, name: str) -> None:
    formula.reader.skip_space()
    if formula.reader.peek() != "{":
        formula.argument(name)
        return
    formula.reader.take()
    formula.reader.environments.append(name)
    formula.inside(name, "}", "{ without }")
    formula.reader.environments.pop()


def _words(formula: Formula, name: str) -> None:
    if name == "tag":
        _tag(formula)
    words, known = raw(formula.reader, name), formula.knowledge.in_text
    if known is not None:
        tex_text.check(words, name, known | formula.known | formula.defined)
    elif name != "tag" or formula.reader.display:
        tex_text.check(words, name, None)


def _tag(formula: Formula) -> None:
    if formula.reader.peek() == "*":
        formula.reader.take()
    if formula.engine == "katex" and not formula.reader.display:
        raise RefusedError(r"\tag in a formula in the line")
    formula.tags += 1
    if formula.tags > 1 and not formula.reader.environments:
        raise RefusedError(r"two \tag")


def _environment(formula: Formula) -> None:
    name = raw(formula.reader, "begin").strip()
    if name not in formula.knowledge.environments:
        raise RefusedError(rf"does not know \begin{{{name}}}")
    if name in formula.knowledge.only_displayed and not formula.reader.display:
        raise RefusedError(rf"\begin{{{name}}} in a formula in the line")
    if name in _COLUMNS | _NUMBERED:
        _columns(formula, name)
    formula.reader.environments.append(name)
    formula.inside(name, "\\end", rf"\begin{{{name}}} has no \end")
    end = raw(formula.reader, "end").strip()
    if end != name:
        raise RefusedError(rf"\begin{{{name}}} ends with \end{{{end}}}")
    formula.reader.environments.pop()


def _columns(formula: Formula, name: str) -> None:
    formula.reader.skip_space()
    if formula.reader.peek() == "[":
        bracket(formula.reader)
    wrong = set(raw(formula.reader, "begin")) - set("lcr|: ")
    if formula.engine == "katex" and name in _COLUMNS and wrong and not wrong & set("{}"):
        raise RefusedError(rf"no such column in \begin{{{name}}}: {sorted(wrong)[0]}")

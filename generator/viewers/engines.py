"""What MathJax 3 (tex-chtml) and KaTeX 0.16 know by name, asked of the engines themselves.

The lists stand beside this module, one word between two blanks; in ``…_arguments.txt`` each line begins with the
number of arguments that its macros take.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

Engine = Literal["mathjax", "katex"]

_SIGNS = set("()[]<>|/.") | {r"\{", r"\}", r"\|"}
_NAMED = set(
    "Downarrow Uparrow Updownarrow Vert backslash downarrow gt lVert langle lbrace lbrack lceil lfloor lgroup"
    " lmoustache lt lvert rVert rangle rbrace rbrack rceil rfloor rgroup rmoustache rvert uparrow updownarrow vert".split()
)
_OF_MATHJAX = set("Arrowvert arrowvert bracevert llcorner lrcorner ulcorner urcorner".split())
_OF_KATEX = set("Darr Uarr dArr darr lang lparen rang rparen set uArr uarr".split())


@dataclass(frozen=True)
class Knowledge:
    """The names of one engine, without backslashes; delimiters as they are written."""

    macros: frozenset[str]
    environments: frozenset[str]
    arguments: dict[str, int]
    delimiters: frozenset[str]
    only_displayed: frozenset[str]
    without_columns: frozenset[str]
    not_as_script: frozenset[str] = frozenset()
    in_text: frozenset[str] | None = None
    only_in_text: frozenset[str] = frozenset()


@cache
def knowledge(engine: Engine) -> Knowledge:
    """What the engine knows."""
    if engine == "mathjax":
        return Knowledge(
            macros=_names("mathjax_macros"),
            environments=_names("mathjax_environments"),
            arguments=_arguments(engine),
            delimiters=frozenset(_SIGNS | {"\\" + name for name in _NAMED | _OF_MATHJAX} | {"\\\\"}),
            only_displayed=frozenset(),
            without_columns=frozenset({"equation", "equation*", "multline", "multline*"}),
        )
    return Knowledge(
        macros=_names("katex_macros"),
        environments=_names("katex_environments"),
        arguments=_arguments(engine),
        delimiters=frozenset(_SIGNS | {"\\" + name for name in _NAMED | _OF_KATEX} | set("⟨⟩⌊⌋⌈⌉↑↓")),
        only_displayed=_only_displayed(),
        without_columns=frozenset({"equation", "equation*", "subarray", "substack"}),
        not_as_script=_names("katex_not_as_script"),
        in_text=_names("katex_text_macros"),
        only_in_text=_names("katex_only_in_text"),
    )


def _only_displayed() -> frozenset[str]:
    plain = {"align", "alignat", "equation", "gather"}
    return frozenset({"CD", "split"} | plain | {name + "*" for name in plain})


def _names(file: str) -> frozenset[str]:
    return frozenset(_text(file).split())


def _arguments(engine: Engine) -> dict[str, int]:
    lines = [line.split() for line in _text(f"{engine}_arguments").splitlines()]
    return {name: int(number) for number, *names in lines for name in names}


def _text(file: str) -> str:
    return files("generator.viewers").joinpath(f"{file}.txt").read_text(encoding="ascii")

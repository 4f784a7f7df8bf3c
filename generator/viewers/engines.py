"""What MathJax 3 (tex-chtml) and KaTeX 0.16 know by name, asked of the engines themselves.

The lists stand beside this module, one word between two blanks. In ``…_arguments.txt`` each line begins with
the number of arguments that its macros take, in ``macro_kinds.txt`` with what is special about them.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

Engine = Literal["mathjax", "katex"]

_DELIMITERS = frozenset("()[]<>|/.") | {r"\{", r"\}", r"\|"}
_ONLY_DISPLAYED = frozenset(
    {
        "CD",
        "split",
        *(name + star for name in ("align", "alignat", "equation", "gather") for star in ("", "*")),
    }
)
_WITHOUT_COLUMNS = {
    "mathjax": frozenset({"equation", "equation*", "multline", "multline*"}),
    "katex": frozenset({"equation", "equation*", "subarray", "substack"}),
}


@dataclass(frozen=True)
class Knowledge:
    """The names of one engine, without backslashes; delimiters as they are written.

    ``in_text`` is None where text is shown letter by letter.
    """

    macros: frozenset[str]
    environments: frozenset[str]
    arguments: dict[str, int]
    delimiters: frozenset[str]
    only_displayed: frozenset[str]
    without_columns: frozenset[str]
    not_as_script: frozenset[str]
    in_text: frozenset[str] | None
    only_in_text: frozenset[str]


@cache
def knowledge(engine: Engine) -> Knowledge:
    """What the engine knows."""
    named = {"\\" + name for name in kind("delimiter") | kind(f"{engine}-delimiter")}
    katex = engine == "katex"
    return Knowledge(
        macros=_names(f"{engine}_macros"),
        environments=_names(f"{engine}_environments"),
        arguments={
            name: int(number) for number, names in _lines(f"{engine}_arguments").items() for name in names
        },
        delimiters=_DELIMITERS | named | (frozenset("⟨⟩⌊⌋⌈⌉↑↓") if katex else {"\\\\"}),
        only_displayed=_ONLY_DISPLAYED if katex else frozenset(),
        without_columns=_WITHOUT_COLUMNS[engine],
        not_as_script=_names("katex_not_as_script") if katex else frozenset(),
        in_text=_names("katex_text_macros") if katex else None,
        only_in_text=_names("katex_only_in_text") if katex else frozenset(),
    )


def kind(name: str) -> frozenset[str]:
    """The macros with something special about them, such as ``distance``: those that take a length."""
    return _lines("macro_kinds")[name]


@cache
def _names(file: str) -> frozenset[str]:
    return frozenset(_text(file).split())


@cache
def _lines(file: str) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = defaultdict(frozenset)
    for line in _text(file).splitlines():
        first, *names = line.split()
        found[first] |= frozenset(names)
    return dict(found)


def _text(file: str) -> str:
    return files("generator.viewers").joinpath(f"{file}.txt").read_text(encoding="ascii")

"""The formulas that MathJax 3 finds in a page's text: between dollars, brackets, and in environments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from generator.viewers.shown import Shown

# What opens a formula, its end, and whether it is displayed.
_DELIMITERS = {"$$": ("$$", True), r"\(": (r"\)", False), r"\[": (r"\]", True), "$": ("$", False)}
_START = re.compile(
    r"(?P<open>\$\$|\\\(|\\\[|\$)"
    r"|\\begin\s*\{(?P<environment>[^}]*)\}"
    r"|\\[\\$]"
    r"|(?P<reference>\\(?:eq)?ref\s*\{[^}]*\})"
)


def find(runs: Iterable[str]) -> list[Shown]:
    """The formulas of a page whose text is ``runs``: what stands together without an element between."""
    return [shown for run in runs if "$" in run or "\\" in run for shown in _in_run(run)]


def _in_run(run: str) -> Iterator[Shown]:
    place = 0
    while start := _START.search(run, place):
        place = start.end()
        if start["reference"]:
            yield Shown(start["reference"], False)
        elif start["open"]:
            close, display = _DELIMITERS[start["open"]]
            if end := _end(run, place, _ends(re.escape(close))):
                yield Shown(run[place : end.start()], display)
                place = end.end()
        elif (name := start["environment"]) is not None and (
            end := _end(run, place, _environment_ends(name))
        ):
            yield Shown(run[start.start() : end.end()], True)
            place = end.end()


def _end(run: str, place: int, ends: re.Pattern[str]) -> re.Match[str] | None:
    """The first end after ``place`` that no open brace precedes; a brace too many does not count."""
    braces = 0
    for found in ends.finditer(run, place):
        if found["close"] and not braces:
            return found
        if found[0] == "{":
            braces += 1
        elif found[0] == "}" and braces:
            braces -= 1
    return None


@cache
def _ends(close: str) -> re.Pattern[str]:
    return re.compile(rf"(?P<close>{close})|\\.|[{{}}]")


def _environment_ends(name: str) -> re.Pattern[str]:
    return _ends(rf"\\end\s*\{{{re.escape(name)}\}}")

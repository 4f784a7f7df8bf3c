r"""Writes how many arguments macros take, and where KaTeX takes them, into generator/viewers.

Run it after a new version, behind ``write_macros.py``. A macro's number is the smallest with which an engine
takes ``\macro{a}{a}…``; what takes lengths, delimiters or definitions is in ``macro_kinds.txt``.
"""

from __future__ import annotations

import textwrap
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator import viewers
from generator.viewers.engines import Engine, knowledge
from tests.viewers.real_viewers import typesets

FOLDER = Path(viewers.__file__).parent
COLUMN: Mapping[Engine, int] = {"mathjax": 0, "katex": 1}
MOST = 4
# Asking about these would define, load or close something.
NOT_ASKED = frozenset(
    {
        "begin", "end", "left", "right", "middle", "limits", "nolimits", "newcommand", "renewcommand",
        "providecommand", "newenvironment", "renewenvironment", "DeclareMathOperator", "def", "edef", "gdef",
        "xdef", "global", "let", "long", "futurelet", "verb", "char", "require", "usepackage",
    }
)  # fmt: skip


def asked(engine: Engine) -> list[str]:
    """The names that can be asked about."""
    return sorted(knowledge(engine).macros - NOT_ASKED)


def errors(engine: Engine, formulas: Iterable[str]) -> list[str]:
    """What the engine says of formulas in blocks."""
    return [answer[COLUMN[engine]] for answer in typesets([(tex, True) for tex in formulas])]


def arguments(engine: Engine, names: Iterable[str]) -> dict[str, int]:
    """The number of arguments of each macro that takes some."""
    questions = [
        (name, number, "\\" + name + f"{{{word}}}" * number)
        for name in names
        for number in range(MOST + 1)
        for word in ("a", "red")
    ]
    found: dict[str, int] = {}
    for (name, number, _), wrong in zip(
        questions, errors(engine, [tex for *_, tex in questions]), strict=True
    ):
        if not wrong:
            found[name] = min(number, found.get(name, MOST))
    return {name: number for name, number in found.items() if number}


def not_as_script(names: Iterable[str]) -> list[str]:
    """What KaTeX wants in braces behind ^."""
    names = list(names)
    answers = errors("katex", [rf"x^\{name}" + "{a}" * MOST for name in names])
    return [name for name, wrong in zip(names, answers, strict=True) if "Got function" in wrong]


def in_text(names: Iterable[str]) -> list[str]:
    """What KaTeX reads in words."""
    names = list(names)
    answers = errors("katex", [rf"\text{{a\{name}}}" for name in names])
    return [
        name
        for name, wrong in zip(names, answers, strict=True)
        if "Can't use function" not in wrong and f"sequence: \\{name}" not in wrong
    ]


def only_in_text(names: Iterable[str]) -> list[str]:
    """What KaTeX reads in words, and does not know in mathematics."""
    names = list(names)
    answers = errors("katex", [f"\\{name}" for name in names])
    rows = errors("katex", [rf"\begin{{matrix}}a\\\{name} c\end{{matrix}}" for name in names])
    return [
        name
        for name, one, other in zip(names, answers, rows, strict=True)
        if f"sequence: \\{name}" in one and f"sequence: \\{name}" in other
    ]


def write() -> None:
    """Write the five lists."""
    for engine in COLUMN:
        grouped: dict[int, list[str]] = defaultdict(list)
        for name, number in arguments(engine, asked(engine)).items():
            grouped[number].append(name)
        lines = [
            f"{number} {line}"
            for number in sorted(grouped)
            for line in textwrap.wrap(" ".join(sorted(grouped[number])), 108)
        ]
        (FOLDER / f"{engine}_arguments.txt").write_text("\n".join(lines) + "\n", "utf-8")
    names = sorted(knowledge("katex").macros)
    lists = {"not_as_script": not_as_script, "text_macros": in_text, "only_in_text": only_in_text}
    for file, ask in lists.items():
        text = textwrap.fill(" ".join(sorted(ask(names))), 110) + "\n"
        (FOLDER / f"katex_{file}.txt").write_text(text, "utf-8")


if __name__ == "__main__":
    write()

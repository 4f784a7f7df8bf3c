r"""What formulas take from each other, ``\newcommand``, ``\def``, ``\label`` and ``\eqref``, written out.

KaTeX and MathJax keep definitions differently, GitHub forgets them: only their meaning, written out each
time, is the same everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.errors import GeneratorError
from generator.writing.tex import Reader, tokens

_DEFINING = frozenset(
    {"\\newcommand", "\\renewcommand", "\\providecommand", "\\def", "\\DeclareMathOperator"}
)
_TAG = re.compile(r"\\tag\s*\{([^{}]*)\}")
_LABEL = re.compile(r"\s*\\label\s*\{([^{}]*)\}")
_REFERENCE = re.compile(r"\\(eqref|ref)\s*\{([^{}]*)\}")
# A macro that stands for itself would go on for ever.
_DEEPEST = 20


@dataclass(frozen=True)
class _Macro:
    arguments: int
    body: str


def written_out(formulas: Iterable[str]) -> list[str]:
    """Each formula without definitions, labels and references; empty where nothing else was in it.

    A formula that cannot be read (a brace is missing) is left as it is.
    """
    numbered = [_numbered(tex) for tex in formulas]
    numbers = {label: number for _, labels in numbered for label, number in labels}
    macros: dict[str, _Macro] = {}
    result = []
    for tex, _ in numbered:
        try:
            result.append(_expanded(_referred(tex, numbers), macros))
        except GeneratorError:
            result.append(tex)
    return result


def used_labels(tex: str, words: str) -> list[str]:
    r"""The labels of a formula to which the words refer, as MathJax lets them: ``\eqref{loss}``."""
    named = {match[2] for match in _REFERENCE.finditer(words)}
    return [match[1] for match in _LABEL.finditer(tex) if match[1] in named]


def defines(tex: str) -> bool:
    """Whether a formula gives a macro its meaning."""
    return any(word in tex for word in _DEFINING)


def _numbered(tex: str) -> tuple[str, list[tuple[str, str]]]:
    """The formula without labels, and the number that each of them means."""
    tag = _TAG.search(tex)
    labels = [(match[1], tag[1] if tag else "") for match in _LABEL.finditer(tex)]
    return _LABEL.sub("", tex), labels


def _referred(tex: str, numbers: dict[str, str]) -> str:
    def number(match: re.Match[str]) -> str:
        found = numbers.get(match[2])
        if not found:
            return match[0]
        return f"({found})" if match[1] == "eqref" else found

    return _REFERENCE.sub(number, tex)


def _expanded(tex: str, macros: dict[str, _Macro], depth: int = 0) -> str:
    if depth > _DEEPEST:
        raise GeneratorError("a macro stands for itself")
    if not macros and not defines(tex):
        return tex
    reader = Reader(tokens(tex), display=True)
    parts: list[str] = []
    while reader.at < len(reader.tokens):
        token = reader.take()
        if token in _DEFINING:
            _define(token, reader, macros)
        elif token in macros:
            used = _used(macros[token], reader)
            parts.append(_expanded(used, {k: v for k, v in macros.items() if k != token}, depth + 1))
            if re.search(r"\\[A-Za-z]+$", parts[-1]) and reader.peek()[:1].isalpha():
                parts.append(" ")
        else:
            parts.append(token)
    return "".join(parts).strip()


def _define(token: str, reader: Reader, macros: dict[str, _Macro]) -> None:
    starred = reader.peek() == "*"
    if starred:
        reader.take()
    reader.skip_space()
    name = reader.group().strip() if reader.peek() == "{" else reader.take()
    arguments = 0
    if token == "\\def":
        while reader.peek() == "#":
            reader.take()
            arguments = _number(reader.take())
    elif reader.peek() == "[":
        arguments = _number("".join([reader.take(), reader.take(), reader.take()]).strip("[]"))
    body = reader.group()
    if token == "\\DeclareMathOperator":
        body = f"\\operatorname{'*' if starred else ''}{{{body}}}"
    macros[name] = _Macro(arguments, body)


def _number(written: str) -> int:
    if not re.fullmatch("[0-9]", written):
        raise GeneratorError(f"a macro has up to nine arguments, not {written!r}")
    return int(written)


def _used(macro: _Macro, reader: Reader) -> str:
    given = []
    for _ in range(macro.arguments):
        reader.skip_space()
        given.append(reader.group() if reader.peek() == "{" else reader.take())
    return re.sub(
        r"#(\d)", lambda found: given[int(found[1]) - 1] if int(found[1]) <= len(given) else "", macro.body
    )

"""An equation that a template hands over, read: its two sides, and the symbols that it names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from generator.equations.budget import Budget
from generator.equations.cursor import UnreadableError
from generator.equations.evaluating import Evaluator, Key, Numbers
from generator.equations.reading import read
from generator.equations.signs import Sign, signs
from generator.equations.statements import statements
from generator.equations.tree import Node
from generator.equations.vocabulary import GREEK
from generator.errors import GeneratorError
from generator.mathematics.formula import Formula

_SIZES = re.compile(r"(?:\\left|\\[bB]igg?l?)\s*\Z")
_GREEK = re.compile(rf"(?:{'|'.join(GREEK)})(?![A-Za-z])")


def side(tex: str) -> list[Sign]:
    """The signs of a formula, with their places in its text."""
    return signs(tex, Formula(0, len(tex), tex, True, "dollars"))


@dataclass(frozen=True)
class Equation:
    r"""An equation with one =: its ``text`` without the ``stop`` behind it, and its ``right`` side, read.

    ``before`` and ``behind`` are what the reader does not count to that side: ``\left``, a unit.
    """

    text: str
    right: Node
    stop: str

    @property
    def before(self) -> str:
        found = _SIZES.search(self.text, 0, self.right.start)
        return found[0].lstrip() if found else ""

    @property
    def behind(self) -> str:
        return self.text[self.right.end :]


def equation(tex: str, names: Iterable[str]) -> Equation:
    """The equation that a template writes.

    ``names`` are symbols of the author's own, so that e among them is not Euler's number.

    Raises:
        GeneratorError: it has another number of sides than two, or its right side cannot be read.
    """
    tex = tex.strip()
    whole = tex.rstrip(" .,;")
    end = tex[len(whole) :].strip()
    found = statements(side(whole))
    sides = found[0].sides if len(found) == 1 else []
    if [one.relation for one in sides[1:]] != ["="] or "\\begin" in whole:
        raise GeneratorError(
            f"{whole!r} is no equation with one =: derive() takes a name and what it is in symbols, "
            'as derive("a_2 = a_1 + b_1", …), and writes the rest'
        )
    try:
        return Equation(whole, read(sides[1].signs, named=frozenset(names)), end)
    except UnreadableError as problem:
        raise GeneratorError(
            f"the right side of {whole!r} cannot be read (at {problem}); write it with display()"
        ) from None


def symbols(names: Iterable[str]) -> dict[Key, str]:
    """The names that an author gives values for, by the symbols as equations know them.

    Raises:
        GeneratorError: a name is no symbol, or two are one.
    """
    found: dict[Key, str] = {}
    for name in names:
        before = found.setdefault(_symbol(name, names), name)
        if before != name:
            raise GeneratorError(f"{before} and {name} are the same symbol; give one value for it")
    return found


def _symbol(name: str, names: Iterable[str]) -> Key:
    r"""What an author calls a symbol: ``b_{1}``, ``\hat{y}_i``, or ``eta`` for ``\eta``."""
    node = None
    if name.strip():
        try:
            tex = f"\\{name}" if _GREEK.match(name) else name
            node = read(side(tex), named=frozenset(names))
        except UnreadableError:
            pass
    if node is None or node.kind != "symbol":
        raise GeneratorError(f'{name!r} is no symbol; write its TeX: "b_1", "\\hat{{y}}_i"')
    return Evaluator(Numbers(), Budget(0.05)).key(node)

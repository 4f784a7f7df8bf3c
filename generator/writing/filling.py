r"""A side of an equation with numbers in the place of its symbols, in the order and shape of that side.

``k^2 C(D - b)`` becomes ``3^2 \cdot 16(8 - (-2))``: brackets and signs of multiplication come in where the
numbers need them, and nowhere else. A sum whose terms are symbols with its index is written out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from generator.equations.evaluating import Evaluator, Key
from generator.equations.tree import Node
from generator.equations.vocabulary import BARS, BRACKETS, HALVES
from generator.equations.wording import shown
from generator.errors import GeneratorError
from generator.writing.filling_parts import Child, Place, children
from generator.writing.numerals import Numeral
from generator.writing.tex import tokens

_MOST_TERMS = 12

_FITS: Mapping[str, frozenset[Place]] = {
    "sum": frozenset({"alone", "term"}),
    "minus": frozenset({"alone", "first"}),
    "product": frozenset({"alone", "term", "negated", "first", "factor"}),
    "fraction": frozenset({"alone", "term", "negated", "first", "factor"}),
    "atom": frozenset({"alone", "term", "negated", "first", "factor", "base"}),
}
_OPENS = re.compile(r"(?:[(\[|]|\\\{|\\[lr]?(?:brace|brack|floor|ceil|vert))\s*$")
_SIZES = re.compile(r"(?:\\left|\\right|\\[bB]igg?[lr]?|\s)+$")
_WRAPPERS = frozenset({*BRACKETS, *HALVES, *BARS, "{", "\\boxed"})
_CLOSERS = frozenset({*BRACKETS.values(), *BARS.values(), *(half for half, _ in HALVES.values()), "}"})
_TIMES = re.compile(r"\\times|\\cdot|\\ast|\*")


@dataclass
class Filler:
    """Fills in ``numerals`` for the symbols of ``text``; ``evaluator`` knows their keys and values.

    ``times`` is written where two numbers would touch.
    """

    text: str
    numerals: Mapping[Key, Numeral]
    evaluator: Evaluator
    times: str
    kept: frozenset[str] = frozenset()

    def written(self, node: Node, place: Place = "alone") -> str:
        """The part of the text with its numbers.

        Raises:
            GeneratorError: a sum has too many terms.
            UndecidedError: the bounds of a sum have no value.
        """
        match node.kind:
            case "number" | "constant":
                return self.text[node.start : node.end]
            case "symbol":
                return self._symbol(node, place)
            case "total" | "multiplied":
                return self._written_out(node, place) if _is_of_members(node) else self._kept(node, place)
            case _:
                return self._with_parts(node, place)

    # -- leaves ---------------------------------------------------------------------------------------

    def _symbol(self, node: Node, place: Place) -> str:
        """The number, in the brackets that stand around the symbol."""
        numeral = self._numeral(node)
        written = self.text[node.start : node.end]
        if numeral is None:
            return written
        opening, closing = _wrapping(written)
        inside: Place = "alone" if _OPENS.search(_SIZES.sub("", opening)) else place
        kind = "minus" if numeral.value < 0 else numeral.kind
        return opening + _fitted(numeral.tex, kind, inside) + closing

    def _numeral(self, node: Node) -> Numeral | None:
        """What is put in for a symbol; nothing for the index of a sum that stays one."""
        if not node.parts and node.name in self.kept:
            return None
        if not node.parts and node.name in self.evaluator.bound:
            value = Fraction(self.evaluator.bound[node.name])
            return Numeral(value, str(value))
        return self.numerals.get(self.evaluator.key(node))

    # -- parts ----------------------------------------------------------------------------------------

    def _with_parts(self, node: Node, place: Place) -> str:
        pieces: list[str] = []
        at = node.start
        before: Node | None = None
        for child in children(node, self.text):
            between = self.text[at : child.node.start]
            if child.is_function_of and not _OPENS.search(_SIZES.sub("", between)):
                new = self._argument(child.node)
            else:
                new = self.written(child.node, _place(child, place, "" if before else between))
            if child.is_argument and _needs_braces("".join([*pieces, between]), new):
                new = f"{{{new}}}"
            if node.kind == "product" and before is not None:
                between = self._between(before, child.node, pieces[-1], between, new)
            pieces += [between, new]
            at, before = child.node.end, child.node
        return "".join([*pieces, self.text[at : node.end]])

    def _argument(self, node: Node) -> str:
        r"""What a function takes without brackets, ``\ln x y``, in brackets where it would take less."""
        old, new = self.text[node.start : node.end], self.written(node, "base")
        return f"({new})" if node.kind == "product" and new != old else new

    def _between(self, first: Node, second: Node, left: str, between: str, right: str) -> str:
        """What stands between two factors: the sign that was there, or one where numbers would touch."""
        if _TIMES.search(between) or "\\div" in between:
            return between
        filled = right != self.text[second.start : second.end]
        changed = filled or left != self.text[first.start : first.end]
        number = filled and second.kind == "symbol" and not _OPENS.match(self.text[second.start])
        touch = number or re.match(r"[\d.{]|\\[dtc]?frac|\\binom", right) is not None
        return f" {self.times} {between.strip()}" if changed and touch else between

    # -- sums -----------------------------------------------------------------------------------------

    def _kept(self, node: Node, place: Place) -> str:
        """A sum that stays one, with numbers for all but its index."""
        before, index = self.kept, node.parts[1].name
        self.kept = before | {index}
        written = self._with_parts(node, place)
        self.kept = before
        return written

    def _written_out(self, node: Node, place: Place) -> str:
        first, last = self._bounds(node)
        if last < first:
            return "0" if node.kind == "total" else "1"
        is_sum = node.kind == "total" and first < last
        opening: Place = place if place in ("alone", "term") else "alone"
        before = self.evaluator.bound
        terms: list[str] = []
        for at in range(first, last + 1):
            self.evaluator.bound = {**before, node.parts[1].name: Fraction(at)}
            own: Place = "factor" if not is_sum else "term" if terms else opening
            terms.append(self.written(node.parts[0], own))
        self.evaluator.bound = before
        together = (" + " if is_sum else f" {self.times} ").join(terms)
        return _fitted(together, "sum" if is_sum else "product", place)

    def _bounds(self, node: Node) -> tuple[int, int]:
        if node.name == "without" or len(node.parts) < 4:
            raise GeneratorError(f"{shown(self.text, node)} needs bounds, as \\sum_{{i=1}}^{{3}}")
        first, last = (self.evaluator.value(limit) for limit in node.parts[2:])
        if last - first >= _MOST_TERMS:
            raise GeneratorError(
                f"{shown(self.text, node)} has {last - first + 1} terms to write out, and {_MOST_TERMS} "
                "fit into a formula; write it with display()"
            )
        return int(first), int(last)


def _is_of_members(node: Node) -> bool:
    """Whether the terms of a sum are symbols with its index."""
    body, index, *_ = node.parts
    inside = (part for one in body.walk() if one.kind == "symbol" for part in one.parts)
    return any(one.kind == "symbol" and one.name == index.name for part in inside for one in part.walk())


def _place(child: Child, outer: Place, prefix: str) -> Place:
    """Where a part stands; the first of a side or of a bracket may begin with its minus."""
    free = outer in ("alone", "first") or _OPENS.search(_SIZES.sub("", prefix)) is not None
    if child.place == "opening":
        return "alone" if free else "term"
    return "factor" if child.place == "first" and not free else child.place


def _fitted(written: str, kind: str, place: Place) -> str:
    """In brackets where it would not be read as one."""
    if place in _FITS[kind]:
        return written
    return rf"\left({written}\right)" if "\\frac" in written else f"({written})"


def _needs_braces(before: str, written: str) -> bool:
    """Whether TeX would take the first sign alone of what is longer."""
    return _SIZES.sub("", before)[-1:] not in ("{", "[", "=") and len(tokens(written)) > 1


def _wrapping(written: str) -> tuple[str, str]:
    """The brackets and braces around a symbol that the reader counts to it."""
    found = tokens(written)
    first, depth = 0, 0
    while found[first] in _WRAPPERS or found[first] == "\\left" or found[first].isspace():
        depth += found[first] in _WRAPPERS and found[first] != "\\boxed"
        first += 1
    last = len(found)
    while depth:
        last -= 1
        depth -= found[last] in _CLOSERS
    while last and (found[last - 1].isspace() or found[last - 1] == "\\right"):
        last -= 1
    return "".join(found[:first]), "".join(found[last:])

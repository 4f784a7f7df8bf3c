"""What a section of a post has said so far: values, definitions, results of rounding."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from generator.equations.definitions import Definition, Definitions
from generator.equations.evaluating import Key
from generator.equations.quantity import Quantity
from generator.equations.series import Member
from generator.equations.tree import Node

_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]|^\S[^\n]*\n {0,3}(=+|-+)[ \t]*$", re.MULTILINE)


@dataclass(frozen=True)
class Known:
    """A symbol's value, where in the post's text it was given, and how far rounding may have taken it."""

    value: Quantity
    place: int
    slack: float = 0.0


@dataclass
class Section:
    """What holds where the reading is.

    ``rounded`` are results of rounding, ``rules`` names with what they were set to, ``filled`` sides by their
    keys that numbers were put into, both with the place where they were last, ``series`` the rule for any
    member by name, ``members`` what was said of single ones, ``ranges`` what a letter runs over.
    """

    values: dict[Key, Known] = field(default_factory=dict)
    definitions: Definitions = field(default_factory=Definitions)
    rounded: set[Fraction] = field(default_factory=set)
    rules: dict[tuple[Key, str], int] = field(default_factory=dict)
    filled: dict[str, int] = field(default_factory=dict)
    series: dict[str, Definition] = field(default_factory=dict)
    members: list[Member] = field(default_factory=list)
    ranges: dict[str, tuple[int, int]] = field(default_factory=dict)

    def heading(self, level: int) -> None:
        """Forget what ends at a heading: a deeper one ends only what has no number in its name."""
        if level <= 2:
            self.values.clear()
            self.series.clear()
            self.members.clear()
            self.ranges.clear()
            self.definitions.symbols.clear()
            for key in [key for key in self.definitions.functions if len(key[0]) == 1]:
                del self.definitions.functions[key]
        else:
            self.values = {key: known for key, known in self.values.items() if is_member(key)}
        self.rules.clear()
        self.filled.clear()

    def define(self, left: Node, right: Node, again: bool = True) -> None:
        """Note that ``left`` is a name for ``right``, if it is one; ``again`` if it was another's before."""
        if not again and (left.name, len(left.parts)) in self.definitions.symbols:
            return
        if left.kind == "call":
            parameters = tuple(part.name for part in left.parts)
            if all(part.kind == "symbol" and not part.parts for part in left.parts) and not _within(
                left.name, right, 0
            ):
                self.definitions.functions[left.name, len(parameters)] = Definition(parameters, right)
            return
        if left.kind != "symbol":
            return
        if len(left.parts) == 1 and _is_letter(left.parts[0]):
            self.series[left.name] = Definition((left.parts[0].name,), right)
        by_name = all(part.kind == "number" or _is_word(part) for part in left.parts) and left.parts
        if left.key in right.symbols if by_name else _within(left.name, right, len(left.parts)):
            self.forget(left)
            return
        letters = [part.name for part in left.parts if _is_letter(part)]
        if len(letters) == len(left.parts) == len(set(letters)):
            self.definitions.symbols[left.name, len(letters)] = Definition(tuple(letters), right)
        elif by_name:
            key = tuple(part.value if part.kind == "number" else part.key for part in left.parts)
            self.definitions.symbols[left.name, key] = Definition((), right)

    def forget(self, left: Node) -> None:
        """Drop what the name was defined as."""
        own = self.definitions
        own.symbols = {key: one for key, one in own.symbols.items() if key[0] != left.name}
        own.functions = {key: one for key, one in own.functions.items() if key[0] != left.name}

    def forget_values(self, name: str) -> None:
        """Drop the values of all symbols of this name."""
        self.values = {key: known for key, known in self.values.items() if key[0] != name}


def is_member(key: Key) -> bool:
    """Whether a symbol names one thing of many: an index of it has a digit."""
    return any(any(sign.isdigit() for sign in str(index)) for index in key[1])


def _is_word(node: Node) -> bool:
    """Whether an index names what is meant, as KL in D_KL does."""
    return node.kind == "symbol" and not node.parts and len(node.name) > 1 and node.name.isalpha()


def is_derived(key: Key) -> bool:
    """Whether it is no symbol's, but a derivative's or a function's value."""
    return key[0].startswith(("deri:", "call:"))


def _is_letter(node: Node) -> bool:
    return node.kind == "symbol" and not node.parts and len(node.name) == 1


def _within(name: str, node: Node, indices: int | None = None) -> bool:
    """Whether a name is used; with ``indices``, only where it has as many."""
    return any(
        one.kind in ("symbol", "call")
        and one.name.rstrip("'") == name
        and (indices is None or one.kind == "call" or len(one.parts) == indices)
        for one in node.walk()
    )


def headings(prose: str) -> Iterator[tuple[int, int]]:
    """Place and level of each heading."""
    for match in _HEADING.finditer(prose):
        yield match.start(), len(match[1]) if match[1] else (1 if match[2][0] == "=" else 2)

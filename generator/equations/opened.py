"""A post's formulas, read: their signs and the chains of equalities in them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.equations.abbreviations import abbreviated
from generator.equations.chain import Chain, Link
from generator.equations.cursor import UnreadableError
from generator.equations.findings import Record
from generator.equations.known import headings
from generator.equations.place import Post
from generator.equations.reading import read
from generator.equations.signs import Sign, fences, signs
from generator.equations.statements import Side, Statement, statements
from generator.equations.tree import Node
from generator.equations.vocabulary import CALLED
from generator.mathematics.definitions import written_out
from generator.mathematics.formula import Formula as Written
from generator.mathematics.meant import meant
from generator.writing.markdown import prose


@dataclass(frozen=True)
class Reader:
    """Reads sides as the post writes them; what it cannot read goes on record."""

    called: frozenset[str]
    named: frozenset[str]
    record: Record

    def read(self, found: list[Sign]) -> Node | None:
        try:
            return read(found, self.called, self.named)
        except UnreadableError as problem:
            if found:
                self.record.unread(found, str(problem))
            return None

    def chain(self, statement: Statement) -> Chain:
        links = []
        for at, side in enumerate(statement.sides):
            complete = statement.alone or at < len(statement.sides) - 1
            links.append(Link(side.relation, self.read(side.signs) if complete else None, side.signs))
        return Chain(links)


@dataclass(frozen=True)
class Formula:
    """A formula's signs and chains, and the levels of the headings between it and the one before."""

    signs: list[Sign]
    chains: list[Chain]
    headings: list[int]
    fences: list[Sign]


@dataclass(frozen=True)
class Opened:
    """A post with its formulas in order."""

    post: Post
    reader: Reader
    formulas: list[Formula]

    @property
    def chains(self) -> Iterator[Chain]:
        for formula in self.formulas:
            yield from formula.chains


def opened(text: str, record: Record) -> Opened:
    """The post with all that can be read of its formulas."""
    plain, formulas = prose(text), meant(text)
    said = written_out([formula.tex for formula in formulas])
    written = abbreviated([signs(text, formula, tex) for formula, tex in zip(formulas, said, strict=True)])
    post = Post(text, _blanked(plain, [(one.start, one.end) for one in formulas]))
    called = frozenset(_called(written))
    meant_so = frozenset(_named(written)) | (frozenset(_multiplied(written)) - called)
    reader = Reader(called, meant_so, record)
    waiting = list(headings(plain))
    found = []
    before: Written | None = None
    last: list[Side] = []
    for formula, own in zip(formulas, written, strict=True):
        levels = []
        while waiting and waiting[0][0] < formula.start:
            levels.append(waiting.pop(0)[1])
        said_here = [one for one in statements(own) if len(one.sides) > 1]
        if before is not None and said_here and _goes_on(text, before, formula, said_here[0]):
            said_here[0].sides[:1] = last
        if said_here:
            before, last = formula, said_here[-1].sides[-1:]
        chains = [reader.chain(one) for one in said_here]
        found.append(Formula(own, chains, levels, fences(text, formula)))
    return Opened(post, reader, found)


def _goes_on(text: str, before: Written, formula: Written, first: Statement) -> bool:
    """Whether a formula begins with the relation that goes on with the one just above it."""
    begins = not first.sides[0].signs and first.sides[1].relation in ("=", "≈")
    return begins and not text[before.end : formula.start].replace("$", "").strip()


def _blanked(text: str, places: list[tuple[int, int]]) -> str:
    pieces, at = [], 0
    for start, end in places:
        pieces += [text[at:start], re.sub(r"[^\n]", " ", text[start:end])]
        at = end
    return "".join([*pieces, text[at:]])


def _called(formulas: list[list[Sign]]) -> Iterator[str]:
    """Letters that stand before a bracket with nothing but a symbol in it."""
    for found in formulas:
        texts = [sign.text for sign in found]
        for name, opening, inside, closing in zip(texts, texts[1:], texts[2:], texts[3:], strict=False):
            if opening == "(" and closing == ")" and name[-1:].isalpha() and inside[-1:].isalpha():
                yield name


def _multiplied(formulas: list[list[Sign]]) -> Iterator[str]:
    """Letters that stand before a bracket in which they are again, bare: δ(e - δ/2) is a product."""
    for found in formulas:
        for at, (sign, opening) in enumerate(itertools.pairwise(found)):
            if sign.text not in CALLED or opening.text != "(":
                continue
            depth = 0
            for place in range(at + 1, len(found)):
                depth += (found[place].text == "(") - (found[place].text == ")")
                behind = found[place + 1].text if place + 1 < len(found) else ""
                if found[place].text == sign.text and behind not in ("(", "'", "_"):
                    yield sign.text
                if not depth:
                    break


def _named(formulas: list[list[Sign]]) -> Iterator[str]:
    """Constants that the post takes for something else."""
    for found in formulas:
        for sign, after in itertools.pairwise(found):
            if sign.text in ("e", "\\pi", "\\Delta") and after.text in ("=", "_", "(", "\\in"):
                yield sign.text

"""What each viewer makes of each formula of a post, against what was meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

from generator.checking.fault import Edit
from generator.mathematics.aligned import aligned, plain
from generator.mathematics.edits import apply
from generator.mathematics.formula import Formula, blanked
from generator.mathematics.meant import meant
from generator.mathematics.placing import touched_behind
from generator.viewers.engines import Engine
from generator.viewers.liquid_tags import plugin_tags
from generator.viewers.shown import BuildError, Shown
from generator.viewers.typesetting import definitions, error
from generator.viewers.viewer import JEKYLL, formulas_in, names

Kind = Literal["", "stops", "lost", "altered", "inline", "display", "error"]


@dataclass(frozen=True)
class Verdict:
    """What one viewer makes of one formula: nothing wrong (``kind`` is empty), or

    ``stops`` (Liquid gives up), ``lost`` (its dollars are shown as they are), ``altered`` (it is another
    formula), ``inline`` or ``display`` (it is shown as such, and was meant otherwise), ``error`` (it reaches
    the typesetter, which does not take it: ``error`` says why).
    """

    viewer: str
    kind: Kind
    shown: Shown | None = None
    error: str = ""


@dataclass(frozen=True)
class Judgement:
    """All formulas of a post, the verdicts on each by its place, and formulas that nobody meant, by viewer.

    ``stops`` is what makes Jekyll give up, wherever it stands; empty where nothing does.
    """

    formulas: tuple[Formula, ...]
    verdicts: tuple[tuple[Verdict, ...], ...]
    stray: Mapping[str, tuple[Shown, ...]]
    stops: str = ""

    def bad(self, at: int) -> tuple[Verdict, ...]:
        """The verdicts that find fault with the formula at that place."""
        return tuple(verdict for verdict in self.verdicts[at] if verdict.kind)

    @property
    def faults(self) -> int:
        """How many faults there are in all: formulas times viewers, and strays."""
        spoiled = sum(len(self.bad(at)) for at in range(len(self.formulas)))
        return spoiled + sum(map(len, self.stray.values())) + bool(self.stops)


@lru_cache(maxsize=32)
def judged(text: str, viewers: tuple[str, ...] = ()) -> Judgement:
    """The verdicts of the viewers (all, if none is named) on a post."""
    formulas = meant(text)
    columns: list[list[Verdict]] = []
    stray: dict[str, tuple[Shown, ...]] = {}
    stops = ""
    for viewer in viewers or names():
        try:
            read = _without_plugins(text, formulas) if viewer == JEKYLL else text
            column, stray[viewer] = _column(viewer, read, formulas)
        except BuildError as problem:
            stops = problem.message
            column = [Verdict(viewer, "stops" if _liquid(formula.tex) else "") for formula in formulas]
        columns.append(column)
    return Judgement(formulas, tuple(zip(*columns, strict=True)), MappingProxyType(stray), stops)


def _without_plugins(text: str, formulas: tuple[Formula, ...]) -> str:
    """The text without the tags of Liquid that a plugin of the author's site will know."""
    if "{%" not in text:
        return text
    tags = plugin_tags(blanked(text, formulas))
    return apply(text, [Edit(start, end, " " * (end - start)) for start, end in tags])


def _column(viewer: str, text: str, formulas: tuple[Formula, ...]) -> tuple[list[Verdict], tuple[Shown, ...]]:
    """One viewer's verdict on every formula, and what it shows beside them."""
    shown = formulas_in(viewer, text)
    matched, stray = aligned(formulas, shown)
    _swap_equals(text, formulas, matched)
    errors = _errors(viewer, shown)
    column = [
        _verdict(viewer, formula, one, errors.get(id(one), ""))
        for formula, one in zip(formulas, matched, strict=True)
    ]
    return column, tuple(stray)


def _swap_equals(text: str, formulas: tuple[Formula, ...], matched: list[Shown | None]) -> None:
    """Of equal formulas in a paragraph the one is lost that a letter follows: ``$i$th and $i$``."""
    touched = [at for at, formula in enumerate(formulas) if touched_behind(text, formula.end)]
    for at, one in enumerate(matched):
        if one is not None or at in touched:
            continue
        tex = plain(formulas[at].tex)
        twins = [
            twin
            for twin in touched
            if twin < at
            and matched[twin]
            and plain(formulas[twin].tex) == tex
            and "\n\n" not in text[formulas[twin].end : formulas[at].start]
        ]
        if twins:
            matched[at], matched[twins[0]] = matched[twins[0]], None


def _errors(viewer: str, shown: Sequence[Shown]) -> dict[int, str]:
    """What the viewer's typesetter has against each formula; macros hold from where they are defined."""
    engine: Engine = "katex" if viewer == "vscode" else "mathjax"
    known: frozenset[str] = frozenset()
    errors = {}
    for one in shown:
        errors[id(one)] = error(one.tex, one.display, engine, known)
        known |= definitions(one.tex)
    return errors


def _liquid(tex: str) -> bool:
    return "{{" in tex or "{%" in tex


def _verdict(viewer: str, formula: Formula, shown: Shown | None, error: str) -> Verdict:
    if shown is None:
        return Verdict(viewer, "lost")
    if plain(shown.tex) != plain(formula.tex):
        return Verdict(viewer, "altered", shown, error)
    if error:
        return Verdict(viewer, "error", shown, error)
    if shown.display != formula.display:
        return Verdict(viewer, "display" if shown.display else "inline", shown)
    return Verdict(viewer, "", shown)

"""What is wrong with a post's mathematics, in sentences: who shows what, and what to type instead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from generator.checking.fault import Edit, Fault
from generator.mathematics.definitions import defines
from generator.mathematics.edits import apply
from generator.mathematics.formula import Formula
from generator.mathematics.judging import Judgement, Verdict, judged
from generator.mathematics.mending import Mending, mending
from generator.mathematics.money import WRITTEN
from generator.mathematics.surroundings import holder
from generator.viewers.viewer import TITLES

# Each is a check of its own.
Cause = Literal["liquid", "tag", "block", "macro", "typeset", "spoiled", "money"]

_LONGEST = 60
_QUOTE = re.compile(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE)
# Without any of these a post has no mathematics, and no viewer is asked.
_SIGNS = ("$", "\\(", "\\[", "\\begin", "math")


@dataclass(frozen=True)
class Told:
    """A fault and its cause, which decides who tells it."""

    cause: Cause
    fault: Fault


@lru_cache(maxsize=8)
def told(text: str, viewers: tuple[str, ...] = ()) -> tuple[Told, ...]:
    """All that the viewers spoil in a post, in order; each fault once."""
    if not any(sign in text for sign in _SIGNS):
        return ()
    judgement, mended = judged(text, viewers), mending(text, viewers)
    after = judged(apply(text, mended.all()), viewers)
    along = len(after.formulas) == len(judgement.formulas)
    found = [
        _of_formula(text, judgement, at, mended, along and not after.bad(at))
        for at in range(len(judgement.formulas))
        if judgement.bad(at)
    ]
    found += _of_money(text, mended, viewers)
    return tuple(sorted(found, key=lambda one: one.fault.start))


def faults(text: str, viewers: tuple[str, ...], cause: Cause) -> Iterator[Fault]:
    """The faults of one cause, in order."""
    return (one.fault for one in told(text, viewers) if one.cause == cause)


def _of_formula(text: str, judgement: Judgement, at: int, mended: Mending, along: bool) -> Told:
    """``along`` says whether what mends the others mends this formula as well."""
    formula, bad, edit = judgement.formulas[at], judgement.bad(at), mended.edits.get(at)
    why = "mend the other dollars of this paragraph, which hide it" if along else mended.refused.get(at)
    advice = _advice(edit, why, text, holder(text, formula.start, formula.end))
    message = f"{_short(text[formula.start : formula.end])}: {_shown(bad)}; {advice}"
    edits = (edit, *_companions(judgement, mended, formula)) if edit else ()
    fault = Fault(formula.start, formula.end, message, edits)
    return Told(_cause(formula, bad), fault)


def _companions(judgement: Judgement, mended: Mending, formula: Formula) -> Iterator[Edit]:
    """The edits of formulas that are well, and need the definition that this one loses."""
    if defines(formula.tex):
        yield from (edit for at, edit in mended.edits.items() if not judgement.bad(at))


def _cause(formula: Formula, bad: tuple[Verdict, ...]) -> Cause:
    kinds = {verdict.kind for verdict in bad}
    if "stops" in kinds or ("{{" in formula.tex and any(v.viewer == "jekyll" for v in bad)):
        return "liquid"
    if "inline" in kinds:
        return "tag" if "\\tag" in formula.tex else "block"
    errors = [verdict.error for verdict in bad if verdict.kind == "error"]
    if errors:
        return "macro" if all("does not know" in error for error in errors) else "typeset"
    return "spoiled"


def _shown(bad: tuple[Verdict, ...]) -> str:
    """Who shows what: "Jekyll and GitHub make {1,2} of it"."""
    groups: dict[str, list[Verdict]] = {}
    for verdict in bad:
        groups.setdefault(_deed(verdict, one=True), []).append(verdict)
    return ", ".join(
        f"{_listed([TITLES[verdict.viewer] for verdict in group])} {_deed(group[0], one=len(group) == 1)}"
        for group in groups.values()
    )


def _deed(verdict: Verdict, *, one: bool) -> str:
    """What a viewer does, as a verb for one or for several of them."""
    s = "s" if one else ""
    match verdict.kind:
        case "stops":
            return "cannot build the site, because Liquid reads the braces"
        case "lost":
            return f"show{s} no formula"
        case "altered":
            error = f" ({verdict.error})" if verdict.error else ""
            return f"make{s} {_short(verdict.shown.tex if verdict.shown else '')} of it{error}"
        case "inline":
            return f"put{s} it into the line"
        case "display":
            return f"make{s} a block of it"
        case _:
            return f"cannot typeset it: {verdict.error}"


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _advice(edit: Edit | None, why: str | None, text: str, around: str) -> str:
    """What to type, or why nothing can be typed here; ``around`` is what the formula stands in."""
    if edit is None:
        return why or f"no spelling helps here: take it out of {around}"
    if not edit.text.strip():
        return "take it away, its meaning is written out where it is used"
    written = " ".join(_QUOTE.sub("", edit.text).split("\n")).strip()
    needed = [
        words
        for words, missing in (
            ("a space before it", edit.text.startswith(" ")),
            ("a space after it", edit.text.endswith(" ")),
            ("blank lines around it", edit.text.startswith("\n") or edit.text.endswith("\n")),
        )
        if missing
    ]
    old = text[edit.start : edit.end]
    if written == " ".join(_QUOTE.sub("", old).split("\n")).strip():
        alone = (
            "take away the spaces beside it on its line"
            if old != old.strip()
            else "put blank lines around it"
        )
        return f"put {' and '.join(needed)}" if needed else alone
    return f"write {written}" + (f" with {' and '.join(needed)}" if needed else "")


def _of_money(text: str, mended: Mending, viewers: tuple[str, ...]) -> Iterator[Told]:
    for (begin, stop), edits in mended.money.items():
        start, end = edits[0].start, edits[-1].end
        stray = judged(text[begin:stop], viewers).stray
        takers = [TITLES[viewer] for viewer, shown in stray.items() if shown]
        deed = "a dollar that is no mathematics hides the formula beside it"
        if takers:
            deed = f"{_listed(takers)} make{'s' * (len(takers) == 1)} a formula of what is none"
        message = f"{_short(text[start : end + 6])}: {deed}; write {WRITTEN} for each dollar of the text"
        yield Told("money", Fault(start, end, message, edits))


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"

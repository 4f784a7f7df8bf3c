"""Mending the mathematics of a post: every formula in a form that all viewers show, and nothing else.

Each edit proves itself: what the viewers make of the mended post is computed, and an edit after which a
formula is still spoiled is taken back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.checking.fault import Edit
from generator.errors import GeneratorError
from generator.mathematics.definitions import used_labels, written_out
from generator.mathematics.edits import apply
from generator.mathematics.formula import Formula
from generator.mathematics.judging import Judgement, judged
from generator.mathematics.meant import paragraphs, words
from generator.mathematics.money import money
from generator.mathematics.placing import apart, placed, removed
from generator.writing.portable import portable


@dataclass(frozen=True)
class Mending:
    """What helps: the edit for each formula that one mends, by its place among the post's formulas, why
    the others cannot be mended, and the edits for dollars that are money, by their paragraph's two ends.
    """

    edits: Mapping[int, Edit]
    refused: Mapping[int, str]
    money: Mapping[tuple[int, int], tuple[Edit, ...]]

    def all(self) -> list[Edit]:
        """Every edit, in order."""
        return sorted([*self.edits.values(), *(edit for edits in self.money.values() for edit in edits)])


@lru_cache(maxsize=8)
def mending(text: str, viewers: tuple[str, ...] = ()) -> Mending:
    """How to mend what the viewers spoil."""
    judgement = judged(text, viewers)
    meanings = written_out(formula.tex for formula in judgement.formulas)
    edits: dict[int, Edit] = {}
    second: dict[int, Edit] = {}
    refused: dict[int, str] = {}
    bad = [at for at in range(len(judgement.formulas)) if judgement.bad(at)]
    told = [at for at, formula in enumerate(judgement.formulas) if meanings[at] != formula.tex]
    # A definition that goes away takes its meaning from every formula that uses it.
    for at in sorted({*bad, *told}) if set(bad) & set(told) else bad:
        try:
            edit, second[at] = _edits(text, judgement.formulas[at], meanings[at])
            if edit.text == text[edit.start : edit.end]:
                edit = second[at]
            if edit.text != text[edit.start : edit.end]:
                edits[at] = edit
        except GeneratorError as problem:
            refused[at] = problem.message.removeprefix("TeX: ")
    gone = frozenset(at for at in edits if not meanings[at])
    wanted = Mending(_apart(text, edits), refused, _prices(text, judgement, bad, viewers))
    if not wanted.all():
        return wanted
    proved = _proved(text, wanted, second, gone, viewers)
    better = judged(apply(text, proved.all()), viewers).faults < judgement.faults
    return proved if better else Mending({}, refused, {})


def _edits(text: str, formula: Formula, meaning: str) -> tuple[Edit, Edit]:
    """The edit that changes least, and the one that helps where that does not."""
    if labels := used_labels(formula.tex, words(text)):
        named = rf"\eqref{{{labels[0]}}} in the words"
        raise GeneratorError(rf"{named} is read by MathJax alone; write (1) there and \tag{{1}} here")
    if formula.display and "\n" in meaning:
        one_line = placed(text, formula, portable(meaning, True))
        return placed(text, formula, portable(meaning, True, lines=True)), one_line
    edit = _edit(text, formula, meaning)
    return edit, apart(text, edit)


def _edit(text: str, formula: Formula, meaning: str) -> Edit:
    if not meaning:
        return removed(text, formula)
    if meaning.endswith("\\%") and not formula.display and formula.form == "dollar":
        # The sign looks the same behind the formula.
        edit = placed(text, formula, portable(meaning.removesuffix("\\%")))
        return replace(edit, text=edit.text.rstrip(" ") + "%")
    return placed(text, formula, portable(meaning, formula.display))


def _apart(text: str, edits: Mapping[int, Edit]) -> dict[int, Edit]:
    """The edits, of which neighbours make the blank line between them once."""
    kept: dict[int, Edit] = {}
    end, last = -1, ""
    for at, edit in sorted(edits.items(), key=lambda entry: entry[1]):
        if last.endswith("\n") and edit.text.startswith("\n") and not text[end : edit.start].strip():
            edit = replace(edit, text=edit.text.lstrip("\n"))
        kept[at] = edit
        end, last = edit.end, edit.text
    return kept


def _prices(
    text: str, judgement: Judgement, bad: Sequence[int], viewers: tuple[str, ...]
) -> dict[tuple[int, int], tuple[Edit, ...]]:
    """The edits for money in paragraphs where it is, or makes, mathematics for some viewer."""
    found: dict[tuple[int, int], tuple[Edit, ...]] = {}
    if not bad and not any(judgement.stray.values()):
        return found
    for start, end in paragraphs(text):
        guilty = any(start <= judgement.formulas[at].start < end for at in bad)
        if "$" in text[start:end] and (guilty or any(judged(text[start:end], viewers).stray.values())):
            edits = money(text, start, end)
            if edits:
                found[start, end] = tuple(edits)
    return found


def _proved(
    text: str,
    wanted: Mending,
    second: Mapping[int, Edit],
    gone: frozenset[int],
    viewers: tuple[str, ...],
) -> Mending:
    """The edits after which fewer viewers spoil the formulas that they mend; ``second`` are tried then."""
    before = judged(text, viewers)
    left = [at for at in range(len(before.formulas)) if at not in gone]
    kept, tried = wanted, False
    while kept.all():
        after = judged(apply(text, kept.all()), viewers)
        if len(after.formulas) != len(left):
            return _one_by_one(text, wanted, gone, viewers)
        now = {at: len(after.bad(new)) for new, at in enumerate(left) if at in kept.edits}
        if not tried and any(now.values()):
            tried = True
            again = {at: second[at] if now.get(at) else edit for at, edit in kept.edits.items()}
            kept = replace(kept, edits=_apart(text, again))
            continue
        useless = {at for at, faults in now.items() if faults and faults >= len(before.bad(at))}
        if not useless:
            break
        kept = replace(kept, edits={at: edit for at, edit in kept.edits.items() if at not in useless})
    return _without_harmless(text, kept, viewers)


def _without_harmless(text: str, wanted: Mending, viewers: tuple[str, ...]) -> Mending:
    """The edits without those of dollars that spoil nothing once the formulas are mended."""
    kept = wanted
    for paragraph in wanted.money:
        fewer = replace(kept, money={at: edits for at, edits in kept.money.items() if at != paragraph})
        if (
            judged(apply(text, fewer.all()), viewers).faults
            <= judged(apply(text, kept.all()), viewers).faults
        ):
            kept = fewer
    return kept


def _one_by_one(text: str, wanted: Mending, gone: frozenset[int], viewers: tuple[str, ...]) -> Mending:
    """Where edits together change which formulas there are: those that help by themselves, in turn."""
    kept = replace(wanted, edits={}, money={})
    before = judged(text, viewers)
    faults, count = before.faults, len(before.formulas)
    trials = [replace(wanted, edits={}, money={at: edits}) for at, edits in wanted.money.items()]
    trials += [
        replace(wanted, edits={at: edit}, money={}) for at, edit in wanted.edits.items() if at not in gone
    ]
    for trial in trials:
        both = replace(kept, edits={**kept.edits, **trial.edits}, money={**kept.money, **trial.money})
        after = judged(apply(text, both.all()), viewers)
        if after.faults < faults and len(after.formulas) == count:
            faults, kept = after.faults, both
    return kept

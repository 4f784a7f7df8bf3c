"""What the check says of a document is what the real viewers make of it, before mending and after."""

from __future__ import annotations

from functools import cache
from random import Random

import pytest

from generator.mathematics.aligned import plain
from generator.mathematics.edits import apply
from generator.mathematics.judging import Judgement, judged
from generator.mathematics.mending import mending
from tests.mathematics.test_mending import BEYOND_HELP
from tests.viewers.documents import random_document
from tests.viewers.marks import ASKS_VIEWERS
from tests.viewers.real_viewers import VIEWERS, Verdict, same, shown
from tests.viewers.snippets import snippets

pytestmark = ASKS_VIEWERS

DOCUMENTS = tuple(random_document(Random(seed)) for seed in range(300))


@cache
def mended(text: str) -> str:
    """The document after as many rounds as mending wants."""
    for _ in range(10):
        better = apply(text, mending(text).all())
        if better == text:
            return text
        text = better
    raise AssertionError("ten rounds did not suffice")


@cache
def judgement(text: str) -> Judgement:
    return judged(text)


@cache
def answers(documents: tuple[str, ...]) -> list[dict[str, Verdict]]:
    return shown(documents)


def foreseen(found: Judgement, viewer: str) -> bool:
    """Whether the check believes that the viewer shows all that was meant, and nothing else."""
    column = VIEWERS.index(viewer)
    spoiled = any(row[column].kind for row in found.verdicts)
    return not (spoiled or found.stray.get(viewer) or (viewer == "jekyll" and found.stops))


def seen(found: Judgement, verdict: Verdict) -> bool:
    """Whether the real viewer does."""
    wanted = [(plain(formula.tex), formula.display) for formula in found.formulas]
    return not verdict.error and [(plain(one.tex), one.display) for one in verdict.formulas] == wanted


@pytest.mark.parametrize("viewer", VIEWERS)
@pytest.mark.parametrize("repair", [False, True], ids=["as-written", "mended"])
def test_the_check_foresees_what_a_viewer_makes_of_random_posts(viewer: str, repair: bool) -> None:
    documents = tuple(mended(text) for text in DOCUMENTS) if repair else DOCUMENTS
    wrong = [
        text
        for text, verdicts in zip(documents, answers(documents), strict=True)
        if foreseen(judgement(text), viewer) != seen(judgement(text), verdicts[viewer])
    ]
    # One in two hundred: names that a viewer's reader makes of what nobody writes.
    assert len(wrong) <= len(documents) // 200, wrong[0]


@pytest.mark.parametrize("viewer", VIEWERS)
def test_what_mending_promises_is_shown(viewer: str) -> None:
    """A document that the check calls right after mending is right for the viewer."""
    documents = tuple(mended(text) for text in DOCUMENTS)
    kept = [
        (text, verdicts[viewer])
        for text, verdicts in zip(documents, answers(documents), strict=True)
        if not judgement(text).faults
    ]
    assert len(kept) > len(documents) / 4
    assert [text for text, verdict in kept if not seen(judgement(text), verdict)][1:] == []


@pytest.mark.parametrize("viewer", VIEWERS)
def test_every_recorded_document_that_can_be_mended_is_shown(viewer: str) -> None:
    texts = {
        name: mended(snippet["markdown"]) for name, snippet in snippets().items() if name not in BEYOND_HELP
    }
    found = dict(zip(texts, answers(tuple(texts.values())), strict=True))
    assert [name for name, text in texts.items() if not seen(judgement(text), found[name][viewer])] == []


def test_a_mended_formula_says_what_it_said() -> None:
    pairs = {}
    for name, snippet in snippets().items():
        if name in BEYOND_HELP or name in ("i38", "b20", "t08", "k15"):
            continue  # The percent sign, the full stop or a definition moves out of or into the formula.
        after = judged(mended(snippet["markdown"])).formulas
        assert len(after) == len(snippet["expressions"]), name
        for one, formula in zip(snippet["expressions"], after, strict=True):
            if not any(word in one["tex"] for word in ("\\bm", "\\eqref")):
                pairs[f"{name} {one['tex']}"] = (one["tex"], formula.tex)
    assert [name for name, alike in zip(pairs, same(list(pairs.values())), strict=True) if not alike] == []

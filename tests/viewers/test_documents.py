"""Random posts find what a test is to find: formulas, faults, stopped builds, and viewers that disagree."""

from __future__ import annotations

from random import Random

from tests.viewers.documents import random_document
from tests.viewers.marks import ASKS_VIEWERS
from tests.viewers.real_viewers import VIEWERS, shown

pytestmark = ASKS_VIEWERS


def test_a_seed_gives_the_same_document() -> None:
    assert random_document(Random(7)) == random_document(Random(7))


def test_random_documents_bring_formulas_faults_and_stops_to_every_viewer() -> None:
    random = Random(20)
    found = shown([random_document(random) for _ in range(300)])

    for viewer in VIEWERS:
        verdicts = [verdict[viewer] for verdict in found]
        assert sum(len(verdict.formulas) for verdict in verdicts) > 300
        assert any(formula.error for verdict in verdicts for formula in verdict.formulas)
        assert 3 * sum(not verdict.formulas for verdict in verdicts) < len(verdicts)
    assert 5 < sum(bool(verdict["jekyll"].stops) for verdict in found) < 60
    assert sum(len({tuple(verdict[viewer].shown) for viewer in VIEWERS}) > 1 for verdict in found) > 100

"""The project's posts in every target, shown by the real viewers."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from generator.building.opening import open_settings
from generator.building.places import templates
from generator.building.wishes import gather
from generator.building.workshop import workshop_for_checking
from generator.mathematics.aligned import plain
from generator.mathematics.meant import meant
from tests.viewers.marks import ASKS_VIEWERS
from tests.viewers.real_viewers import VIEWERS, shown

pytestmark = ASKS_VIEWERS

ROOT = Path(__file__).parents[2]
# GitHub's own writing, `$`x`$` and a fence, is VS Code's, too, and nothing to Jekyll.
READERS = {
    "portable": VIEWERS,
    "chirpy": VIEWERS,
    "minimal-mistakes": VIEWERS,
    "github": ("vscode", "github"),
}


@cache
def posts(target: str) -> dict[str, str]:
    """The text of every post, by its template's name."""

    settings = replace(open_settings(ROOT, None), targets=(target,))
    wishes = gather(workshop_for_checking(settings), templates(settings))
    assert not wishes.problems
    return {path.name: text for path, text in wishes.texts.items()}


@pytest.mark.parametrize("target", READERS)
def test_every_viewer_shows_every_formula_of_every_post(target: str) -> None:
    written = posts(target)
    for (name, text), verdicts in zip(written.items(), shown(list(written.values())), strict=True):
        wanted = [(plain(formula.tex), formula.display) for formula in meant(text)]
        for viewer in READERS[target]:
            assert not verdicts[viewer].error, (name, viewer)
            found = [(plain(one.tex), one.display) for one in verdicts[viewer].formulas]
            assert found == wanted, (name, viewer)


def test_the_posts_have_formulas_to_show() -> None:
    assert sum(len(meant(text)) for text in posts("portable").values()) > 100

"""The models of the preview, of GitHub and of the two typesetters beside the real ones, on random posts."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

import pytest

from generator.viewers import github, vscode
from generator.viewers.engines import Engine
from generator.viewers.typesetting import error
from tests.viewers import cmark, real_viewers
from tests.viewers import github as real_github
from tests.viewers.documents import random_document
from tests.viewers.field_formulas import formula
from tests.viewers.marks import ASKS_VIEWERS

POSTS = [random_document(Random(seed)) for seed in range(500)]
# The models promise 998 of a thousand posts.
ALLOWED = 1


def asks_viewers(test: Callable[..., None]) -> Callable[..., None]:
    """Mark a test that needs the real programs."""
    for mark in ASKS_VIEWERS:
        test = mark(test)
    return test


@pytest.mark.skipif(cmark.library() is None, reason="GitHub's reader is not installed: apt install cmark-gfm")
def test_github_is_read_as_its_own_reader_reads() -> None:
    differ = [post for post in POSTS if github.formulas(post) != list(real_github.formulas(post))]
    assert len(differ) <= ALLOWED, differ


@asks_viewers
def test_the_preview_is_read_as_its_own_reader_reads() -> None:
    answers = real_viewers._vscode(POSTS)
    differ = [post for post, real in zip(POSTS, answers, strict=True) if vscode.formulas(post) != real.shown]
    assert len(differ) <= ALLOWED, differ


def slips(tex: str, random: Random) -> str:
    """The formula with what fingers do to it: a brace dropped, a name misspelt, a sign doubled."""
    places = [match.start() for match in re.finditer(r"[{}\\^_&]|(?<=\\)[A-Za-z]", tex)]
    if not places or random.random() < 0.3:
        return tex
    at = random.choice(places)
    return tex[:at] + (tex[at] * 2 if tex[at] in "^_" or random.random() < 0.2 else "") + tex[at + 1 :]


@asks_viewers
@pytest.mark.parametrize(("engine", "column"), [("mathjax", 0), ("katex", 1)])
def test_what_an_engine_refuses_is_found_and_nothing_else(engine: Engine, column: int) -> None:
    random = Random(7)
    formulas = [(slips(formula(random), random), random.random() < 0.5) for _ in range(1500)]
    answers = [answer[column] for answer in real_viewers.typesets(formulas)]
    found = [error(tex, display, engine) for tex, display in formulas]
    together = list(zip(formulas, answers, found, strict=True))
    assert [entry for entry in together if entry[2] and not entry[1]] == []
    refused = [entry for entry in together if entry[1]]
    assert len(refused) > 200
    missed = [entry for entry in refused if not entry[2]]
    assert len(missed) <= 0.05 * len(refused), missed

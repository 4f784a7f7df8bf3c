"""Random documents that were once foreseen wrongly, and those that still are, each with the reason."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from generator.mathematics.judging import judged
from tests.viewers.marks import ASKS_VIEWERS
from tests.viewers.real_viewers import VIEWERS, Verdict, shown
from tests.viewers.test_mended import foreseen, seen

pytestmark = ASKS_VIEWERS

FOUND = json.loads(Path(__file__).with_name("found_by_fuzz.json").read_text("utf-8"))


@cache
def verdicts(text: str) -> dict[str, Verdict]:
    (found,) = shown([text])
    return found


@pytest.mark.parametrize("viewer", VIEWERS)
@pytest.mark.parametrize("case", FOUND["read_well"], ids=lambda case: case["why"])
def test_what_was_once_foreseen_wrongly_is_foreseen(case: dict[str, str], viewer: str) -> None:
    text = case["markdown"]
    assert foreseen(judged(text), viewer) == seen(judged(text), verdicts(text)[viewer])


@pytest.mark.parametrize("case", FOUND["limits"], ids=lambda case: case["why"])
def test_a_known_limit_is_one_still(case: dict[str, str]) -> None:
    """Who mends it moves it to the others."""
    text, viewer = case["markdown"], case["viewer"]
    assert foreseen(judged(text), viewer) != seen(judged(text), verdicts(text)[viewer])

"""The real viewers give the verdicts that were recorded for a hundred small documents."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.viewers.real_viewers import VIEWERS, Verdict, missing, shown

pytestmark = [pytest.mark.slow, pytest.mark.viewers, pytest.mark.skipif(bool(missing()), reason=missing())]

SNIPPETS = json.loads((Path(__file__).parent / "snippets.json").read_text("utf-8"))


@cache
def verdicts() -> dict[str, dict[str, Verdict]]:
    found = shown([snippet["markdown"] for snippet in SNIPPETS])
    return {snippet["id"]: verdict for snippet, verdict in zip(SNIPPETS, found, strict=True)}


def plain(tex: str) -> str:
    return re.sub(r"\s+", "", tex)


def shows_well(verdict: Verdict, expressions: list[dict[str, Any]]) -> bool:
    wanted = [(plain(expression["tex"]), expression["display"]) for expression in expressions]
    return not verdict.error and [(plain(one.tex), one.display) for one in verdict.shown] == wanted


@pytest.mark.parametrize("viewer", VIEWERS)
@pytest.mark.parametrize("snippet", SNIPPETS, ids=lambda snippet: snippet["id"])
def test_a_viewer_shows_a_document_as_it_was_recorded(snippet: dict[str, Any], viewer: str) -> None:
    verdict = verdicts()[snippet["id"]][viewer]

    assert shows_well(verdict, snippet["expressions"]) == snippet[viewer], verdict

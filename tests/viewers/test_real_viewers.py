"""The real viewers give the verdicts that were recorded for a hundred small documents."""

from __future__ import annotations

import json
import os
import re
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator.viewers.shown import Shown
from tests.viewers.marks import ASKS_VIEWERS
from tests.viewers.real_viewers import VIEWERS, Verdict, jekyll_pages, shown

pytestmark = ASKS_VIEWERS

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


def test_what_a_document_defines_ends_with_it() -> None:
    defines, uses = shown([r"$\newcommand{\mine}{x}\mine$ 와 $\mine$", r"$\mine$"])

    assert all(not defines[viewer].error for viewer in VIEWERS), defines
    assert all(r"\mine" in uses[viewer].error for viewer in VIEWERS), uses


def test_jekyll_in_this_process_writes_what_jekyll_build_writes(tmp_path: Path) -> None:
    written = {
        snippet["id"]: snippet["markdown"]
        for snippet in SNIPPETS
        if not verdicts()[snippet["id"]]["jekyll"].stops
    }
    for name, text in written.items():
        (tmp_path / f"{name}.md").write_text(f"---\n---\n{text}", "utf-8")
    command = ("jekyll", "build", "--quiet", "--source", tmp_path, "--destination", tmp_path / "_site")
    subprocess.run(command, check=True, cwd=tmp_path, env={**os.environ, "JEKYLL_NO_BUNDLER_REQUIRE": "true"})

    pages = jekyll_pages(list(written.values()))

    for name, page in zip(written, pages, strict=True):
        built = (tmp_path / "_site" / f"{name}.html").read_text("utf-8")
        assert built.rstrip() == page["html"].rstrip(), name


def test_front_matter_is_no_part_of_a_document() -> None:
    (found,) = shown(["---\ntitle: $x$\n---\n\n값 $y$ 이다.\n"])

    assert [found[viewer].shown for viewer in VIEWERS] == [[Shown("y", display=False)]] * 3

"""What Jekyll's page hands to MathJax, foreseen; the slow tests ask Jekyll itself."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.viewers.jekyll import formulas
from generator.viewers.shown import BuildError, Shown
from tests.viewers.documents import random_document
from tests.viewers.jekyll_examples import EXAMPLES, STOPS
from tests.viewers.marks import ASKS_VIEWERS
from tests.viewers.real_viewers import shown

HERE = Path(__file__).parent
POST = HERE / "long_post.md"
SNIPPETS = json.loads((HERE / "snippets.json").read_text("utf-8"))


def plain(found: list[Shown]) -> list[tuple[str, bool]]:
    """The formulas without white space; a dollar sign that MathJax writes as text is none."""
    return [(re.sub(r"\s+", "", one.tex), one.display) for one in found if one.display is not None]


def foreseen(document: str) -> list[tuple[str, bool]] | None:
    try:
        return plain(formulas(document))
    except BuildError:
        return None


@pytest.mark.parametrize("snippet", SNIPPETS, ids=lambda snippet: snippet["id"])
def test_a_recorded_document_shows_its_formulas_or_does_not(snippet: dict[str, Any]) -> None:
    if str(snippet["seen"].get("jekyll")).startswith("TeX error"):
        pytest.skip("it reaches MathJax as it was meant, which knows no such macro")
    wanted = plain([Shown(one["tex"], one["display"]) for one in snippet["expressions"]])

    assert (foreseen(snippet["markdown"]) == wanted) == snippet["jekyll"]


@pytest.mark.parametrize("fact", EXAMPLES)
def test_jekyll_is_foreseen_where(fact: str) -> None:
    document, wanted = EXAMPLES[fact]

    assert formulas(document) == [Shown(*one) for one in wanted]


@pytest.mark.parametrize("reason", STOPS)
def test_the_line_is_named_where_the_build_stops_at(reason: str) -> None:
    document, line = STOPS[reason]

    with pytest.raises(BuildError) as stop:
        formulas(document)

    assert stop.value.line == line


def test_front_matter_is_no_part_of_the_page() -> None:
    assert formulas("---\ntitle: $a$\n---\n\n$b$ {{ page.title }}\n") == [Shown("b", False)]


def test_windows_line_ends_change_nothing() -> None:
    text = POST.read_text("utf-8")

    assert formulas(text.replace("\n", "\r\n")) == formulas(text)


def test_a_post_of_a_hundred_formulas_takes_no_time() -> None:
    text = POST.read_text("utf-8")
    assert len(formulas(text)) >= 100

    start = time.process_time()
    formulas(text)

    assert time.process_time() - start < 0.2


@pytest.mark.parametrize(
    "piece",
    [
        "*a ",
        "**a *b ",
        "[a ",
        "[a](b ",
        "_{a}$",
        "*[a **b _c __d `` <b> ",
        "<b>x ",
        "<div>",
        "> ",
        "- ",
        "'a \"",
    ],
)
def test_text_without_an_end_takes_no_long_time(piece: str) -> None:
    start = time.process_time()
    formulas(piece * 400)

    assert time.process_time() - start < 3


@given(st.text("$\\{}_*`|[]()<>'\"-.~&: \n\tab1#^%!=+", max_size=200))
def test_any_text_gives_formulas_or_a_line_that_stops_the_build(text: str) -> None:
    try:
        assert all(isinstance(one, Shown) for one in formulas(text))
    except BuildError as stop:
        assert stop.line is None or 1 <= stop.line <= text.count("\n") + 1


class TestAgainstJekyllItself:
    pytestmark = ASKS_VIEWERS

    def test_the_examples_are_true(self) -> None:
        documents = [document for document, _ in EXAMPLES.values()]
        found = [plain(verdict["jekyll"].shown) for verdict in shown(documents)]

        assert found == [plain([Shown(*one) for one in wanted]) for _, wanted in EXAMPLES.values()]

    def test_the_build_stops_where_it_is_said_to(self) -> None:
        verdicts = shown([document for document, _ in STOPS.values()])

        assert all(verdict["jekyll"].stops for verdict in verdicts)

    def test_posts_are_foreseen(self) -> None:
        posts = [POST, *sorted((HERE.parents[1] / "posts").rglob("*.md"))]
        texts = [post.read_text("utf-8") for post in posts]

        for post, text, verdict in zip(posts, texts, shown(texts), strict=True):
            assert plain(formulas(text)) == plain(verdict["jekyll"].shown), post.name

    def test_random_documents_are_foreseen(self) -> None:
        documents = [random_document(Random(number)) for number in range(400)]
        verdicts = [verdict["jekyll"] for verdict in shown(documents)]
        wrong = [
            document
            for document, verdict in zip(documents, verdicts, strict=True)
            if foreseen(document) != (None if verdict.stops else plain(verdict.shown))
        ]

        assert len(wrong) <= len(documents) * 0.005, wrong[0]

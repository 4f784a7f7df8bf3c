"""Prices in posts without a formula are told only where Jekyll's page loads MathJax all the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.checking.blog import Blog
from generator.checking.document import Document
from generator.checks.money_as_math import find

PRICES = "커피는 $5, 빵은 $6입니다.\n"
SITES = Path(__file__).parents[1] / "documents" / "sites"


def told(text: str, blog: Blog | None = None, theme: str = "") -> list[str]:
    return [fault.message for fault in find(Document(Path("post.md"), text, theme, blog))]


@pytest.mark.parametrize(
    "text",
    [
        PRICES,
        "It is $9.99 a month or $99 a year, and $5 to try.\n",
        "A \\$5 coffee and a \\$6 cake.\n",
        f"---\ntitle: 여행\nmath: false\n---\n\n{PRICES}",
    ],
)
@pytest.mark.parametrize("theme", ["", "chirpy", "minimal-mistakes"])
def test_prices_in_a_post_without_formulas_are_left_alone(text: str, theme: str) -> None:
    assert told(text, theme=theme) == []


@pytest.mark.parametrize("text", [f"---\nmath: true\n---\n\n{PRICES}", f"값 $x$를 본다.\n\n{PRICES}"])
def test_prices_in_a_post_with_mathematics_name_the_viewer_that_takes_them(text: str) -> None:
    (message,) = told(text)
    assert "Jekyll makes a formula of what is none; write <span>$</span>" in message


def test_prices_are_told_where_the_site_reads_dollars_on_every_page() -> None:
    assert len(told(PRICES, Blog(SITES / "mathjax-3-both"))) == 1
    assert told(PRICES, Blog(SITES / "mathjax-3-defaults")) == []


def test_a_shells_variables_are_told_where_vscode_makes_a_formula_of_them() -> None:
    (message,) = told("The variables $HOME and $PATH are set.\nIn jQuery `$(document)` is a function.\n")
    assert "VS Code makes a formula of what is none" in message

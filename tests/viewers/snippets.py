"""A hundred small documents, each with its formulas and whether a viewer shows them well."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from generator.viewers.shown import Shown


@cache
def snippets() -> dict[str, dict[str, Any]]:
    """The documents by their ids."""
    text = Path(__file__).with_name("snippets.json").read_text(encoding="utf-8")
    return {snippet["id"]: snippet for snippet in json.loads(text)}


def expected(snippet: dict[str, Any]) -> list[Shown]:
    """The formulas that a document should show, without white space."""
    return packed(Shown(entry["tex"], entry["display"]) for entry in snippet["expressions"])


def packed(formulas: Iterable[Shown]) -> list[Shown]:
    """The formulas without white space, which TeX does not mind."""
    return [Shown("".join(formula.tex.split()), formula.display) for formula in formulas]

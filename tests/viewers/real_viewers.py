"""The three viewers themselves: Debian's Jekyll with MathJax, VS Code's Markdown reader with KaTeX, cmark-gfm
with GitHub's rules and MathJax. Slow to start, then about a millisecond a document."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from generator.viewers.shown import Shown
from tests.viewers import cmark, github
from tests.viewers.companion import Companion

VIEWERS = ("jekyll", "vscode", "github")
FOLDER = Path(__file__).parent / "real"
FRONT_MATTER = re.compile(r"\A---[ \t]*\n.*?^(?:---|\.\.\.)[ \t]*$\n?", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True)
class Typeset:
    """A formula that reached the typesetter, and what that said against it ("" if it shows)."""

    tex: str
    display: bool
    error: str = ""

    @property
    def shown(self) -> Shown:
        return Shown(self.tex, self.display)


@dataclass(frozen=True)
class Verdict:
    """What a viewer makes of a document: its formulas in order, or Liquid's reason to stop the build."""

    formulas: tuple[Typeset, ...] = ()
    stops: str = ""

    @property
    def shown(self) -> list[Shown]:
        """The formulas as the viewer hands them over, with or without success."""
        return [formula.shown for formula in self.formulas]

    @property
    def error(self) -> str:
        """The first thing that went wrong: the build stops, or a formula does not typeset."""
        return self.stops or next((formula.error for formula in self.formulas if formula.error), "")


def missing() -> str:
    """What has to be installed before the viewers run, as a sentence; "" if nothing."""
    if shutil.which("node") is None or not (FOLDER / "node_modules" / "mathjax-full").is_dir():
        return "the typesetters are not installed: make check-jekyll, or npm ci in tests/viewers/real"
    if shutil.which("jekyll") is None:
        return "Jekyll is not installed: apt install jekyll"
    if cmark.library() is None:
        return "GitHub's Markdown reader is not installed: apt install cmark-gfm"
    return ""


def shown(documents: Sequence[str]) -> list[dict[str, Verdict]]:
    """For each document, what each of ``VIEWERS`` makes of it. Front matter is left out, as all three do."""
    bodies = [FRONT_MATTER.sub("", document) for document in documents]
    columns = zip(_jekyll(bodies), _vscode(bodies), _github(bodies), strict=True)
    return [dict(zip(VIEWERS, verdicts, strict=True)) for verdicts in columns]


def typesets(formulas: Sequence[tuple[str, bool]]) -> list[tuple[str, str]]:
    """For each TeX and whether it is displayed: MathJax's error and KaTeX's, "" where it typesets."""
    return [(mathjax, katex) for mathjax, katex in _ask("typesets", formulas)]


def meaning(tex: str, display: bool) -> str:
    """What a formula says, in a form that its spelling does not change: equal forms look the same.

    Raises: ValueError where MathJax does not typeset it.
    """
    (answer,) = _ask("meanings", [(tex, display)])
    if "error" in answer:
        raise ValueError(f"{tex!r} does not typeset: {answer['error']}")
    return str(answer["meaning"])


def same(pairs: Sequence[tuple[str, str]], display: bool = True) -> list[bool]:
    """For each pair of TeX, whether both typeset and say the same."""
    answers = _ask("meanings", [(tex, display) for pair in pairs for tex in pair])
    halves = zip(answers[::2], answers[1::2], strict=True)
    return ["error" not in one and "error" not in other and one == other for one, other in halves]


def jekyll_pages(documents: Sequence[str]) -> list[dict[str, str]]:
    """For each document its page under "html", or Liquid's reason under "stops"."""
    pages: list[dict[str, str]] = _ruby().ask(documents)
    return pages


def known_names() -> dict[str, dict[str, list[str]]]:
    """Under "macros" and "environments" the sorted names that "mathjax" and "katex" know, no backslashes."""
    answer: dict[str, dict[str, list[str]]] = _ask("tables", ())
    return answer


def _jekyll(documents: Sequence[str]) -> list[Verdict]:
    pages = jekyll_pages(documents)
    found = _ask("pages", [page.get("html", "") for page in pages])
    return [
        Verdict(_typeset(formulas) if "html" in page else (), page.get("stops", ""))
        for page, formulas in zip(pages, found, strict=True)
    ]


def _vscode(documents: Sequence[str]) -> list[Verdict]:
    return [Verdict(_typeset(formulas)) for formulas in _ask("previews", documents)]


def _github(documents: Sequence[str]) -> list[Verdict]:
    asked = [[(one.tex, one.display) for one in github.formulas(document)] for document in documents]
    return [Verdict(_typeset(formulas)) for formulas in _ask("formulas", asked)]


def _typeset(formulas: list[dict[str, Any]]) -> tuple[Typeset, ...]:
    return tuple(Typeset(one["tex"], one["display"], one["error"]) for one in formulas)


def _ask(what: str, of: Sequence[Any]) -> Any:
    return _node().ask({"what": what, "of": of})


@cache
def _node() -> Companion:
    return Companion(("node", str(FOLDER / "serve.js")))


@cache
def _ruby() -> Companion:
    return Companion(("ruby", str(FOLDER / "jekyll.rb")))

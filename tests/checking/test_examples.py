"""The examples in the docstrings of the checks are true, and each docstring explains."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest

from generator.checking import blog
from generator.checking.document import Document
from generator.checking.registry import Check, checks, codes, of_kind
from generator.checking.runner import SWITCHED_OFF, chosen, faults

POSTS = of_kind("find")
# A check may be about one theme alone.
THEMES = ("", *blog.THEMES)


def example(check: Check, kind: str) -> str:
    """The block below ``Bad:`` or ``Good:``."""
    found = re.search(rf"^{kind}:\n\n((?:    .*\n|\n)+)", check.docstring + "\n", re.MULTILINE)
    assert found, f"{check.module_name} has no block {kind}:"
    return textwrap.dedent(found[1]).strip("\n") + "\n"


@pytest.fixture
def post(tmp_path: Path) -> Path:
    """Where an example is taken to stand: beside a picture."""
    (tmp_path / "a.png").write_bytes(b"")
    return tmp_path / "post.md"


@pytest.mark.parametrize("check", POSTS, ids=lambda check: check.code)
def test_a_check_finds_something_in_its_bad_example(check: Check, post: Path) -> None:
    # What a comment switches off, another check has to find.
    speaking = {check.code} if check.code != SWITCHED_OFF else chosen()
    text = example(check, "Bad")
    found = {code for theme in THEMES for code, _ in faults(Document(post, text, theme), speaking)}
    assert check.code in found


@pytest.mark.parametrize("check", POSTS, ids=lambda check: check.code)
@pytest.mark.parametrize("theme", THEMES)
def test_nothing_is_found_in_a_good_example(check: Check, theme: str, post: Path) -> None:
    speaking = {check.code} if theme else chosen()
    assert faults(Document(post, example(check, "Good"), theme), speaking) == []


@pytest.mark.parametrize("check", checks(), ids=lambda check: check.code)
def test_a_docstring_begins_with_one_sentence_on_one_line(check: Check) -> None:
    first = check.docstring.split("\n")[0]
    assert first.replace("``", "") == check.summary
    assert first.endswith(".")


def test_every_module_is_a_check_of_one_kind() -> None:
    folder = Path(__file__).parents[2] / "generator" / "checks"
    modules = {file.stem.replace("_", "-") for file in folder.glob("*.py")} - {"--init--"}
    assert set(codes()) == modules

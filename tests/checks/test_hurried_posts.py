"""Ten posts as hurried authors write them; a comment at each one's end lists the slips that were planted.

A line of it is: the check's code, an ``@``, a piece of the bad line, a colon, and what is wrong. Slips of
mathematics have the code ``mathematics``, whichever check finds them.
"""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from generator.checking.blog import find_blog
from generator.checking.document import Document
from generator.checking.mending import mend
from generator.checking.registry import of_kind
from generator.checking.runner import chosen, faults
from generator.checking.source import read_source

POSTS = sorted((Path(__file__).parents[1] / "documents" / "hurried").rglob("*.md"))
OTHERS = "mathematics"
SPOILING = {
    "spoiled-math", "glued-display", "lost-tag", "unknown-macro", "broken-tex", "liquid-in-math", "liquid",
    "money-as-math", "accidental-table",
}  # fmt: skip
# A lone > and a lone * that all three viewers show as they were meant.
NOT_SPOILED = {("2025-05-01-gradient-descent.md", 18), ("2025-05-15-dropout.md", 12)}
# ignored-key tells of this post's switch, and Jekyll reads single digits in a file's name.
NOT_FOUND = {
    ("2025-04-06-transformer.md", "math-switch", 12),
    ("2025-3-9-pooling.md", "date", 2),
}


def document(path: Path, text: str | None = None) -> Document:
    blog = find_blog(path)
    assert blog
    return Document(path, text or path.read_text(encoding="utf-8"), blog.theme, blog)


def planted(text: str) -> list[tuple[str, int]]:
    body, _, plan = text.partition("<!-- planted\n")
    slips = [line.partition(" @ ") for line in plan.splitlines() if " @ " in line]
    places = [(code, body.index(rest.rpartition(" : ")[0])) for code, _, rest in slips]
    return [(code, body.count("\n", 0, at) + 1) for code, at in places]


@pytest.mark.parametrize("path", POSTS, ids=lambda path: path.stem)
def test_the_planted_slips_are_found(path: Path) -> None:
    read = document(path)
    found = [(code, read.place(fault.start)[0]) for code, fault in faults(read, chosen())]
    for code, line in planted(read.text):
        if code != OTHERS and (path.name, code, line) not in NOT_FOUND:
            assert (code, line) in found
            found.remove((code, line))


@pytest.mark.parametrize("path", POSTS, ids=lambda path: path.stem)
def test_the_planted_slips_of_mathematics_are_found(path: Path) -> None:
    read = document(path)
    found = {
        line
        for code, fault in faults(read, SPOILING)
        for line in range(read.place(fault.start)[0], read.place(fault.end)[0] + 1)
    }
    slips = {line for code, line in planted(read.text) if code == OTHERS}
    assert slips - found == {line for name, line in NOT_SPOILED if name == path.name}


@pytest.mark.parametrize("path", POSTS, ids=lambda path: path.stem)
def test_mending_leaves_nothing_that_it_could_mend(path: Path) -> None:
    mended = mend(read_source(path), lambda text: document(path, text), lambda one: faults(one, chosen()))
    assert not [code for code, fault in mended.left if fault.edits]


def test_a_post_with_a_hundred_formulas_is_looked_at_in_a_fifth_of_a_second() -> None:
    text = (
        "---\ntitle: x\nmath: true\n---\n"
        + "Words about $x_i^2$ and a picture ![of a kernel](a.png).\n\n" * 100
    )
    for check in of_kind("find"):
        list(check.function(Document(Path("warm.md"), text)))
    fastest = float("inf")
    for _ in range(3):
        begun = time.process_time()
        faults(Document(Path("post.md"), text, "chirpy"), chosen())
        fastest = min(fastest, time.process_time() - begun)
    assert fastest < 0.2

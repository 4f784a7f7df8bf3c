from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checking.document import Document
from generator.checking.fault import Edit, Fault
from generator.checking.mending import mend
from generator.checking.runner import chosen, faults
from generator.checking.source import Source
from generator.errors import GeneratorError

Look = Callable[[Document], list[tuple[str, Fault]]]


def document_of(text: str) -> Document:
    return Document(Path("post.md"), text)


def replacing(*words: tuple[str, str]) -> Look:
    """A check that mends each pattern into a word."""

    def look(document: Document) -> list[tuple[str, Fault]]:
        return [
            (old, Fault(*match.span(), f"write {new}", (Edit(*match.span(), new),)))
            for old, new in words
            for match in re.finditer(old, document.text)
        ]

    return look


def everything(document: Document) -> list[tuple[str, Fault]]:
    return faults(document, chosen())


def test_what_does_not_overlap_is_mended_at_once_and_the_rest_in_the_next_round() -> None:
    done = mend(Source("aab\r\nb"), document_of, replacing(("aa", "c"), ("ab", "d"), ("b", "e")))
    assert (done.source.raw, done.mended, done.left) == ("ce\r\ne", 3, [])


def test_the_edits_of_a_fault_are_made_together_or_not_at_all() -> None:
    def look(document: Document) -> list[tuple[str, Fault]]:
        brackets = Fault(0, 3, "", (Edit(0, 1, "["), Edit(2, 3, "]")))
        closing = Fault(2, 3, "", (Edit(2, 3, "}"),))
        return [("closing", closing), ("brackets", brackets)] if document.text == "(a)" else []

    assert mend(Source("(a)"), document_of, look).source.raw == "(a}"


def test_two_faults_that_want_the_same_edit_get_it_once() -> None:
    def look(document: Document) -> list[tuple[str, Fault]]:
        line = Fault(1, 1, "", (Edit(1, 1, "\n"),))
        return [] if "\n" in document.text else [("one", line), ("other", line)]

    done = mend(Source("ab"), document_of, look)
    assert (done.source.raw, done.mended) == ("a\nb", 2)


def test_faults_without_edits_are_left() -> None:
    def look(document: Document) -> list[tuple[str, Fault]]:
        return [("x", Fault(0, 1, "think"))]

    done = mend(Source("a"), document_of, look)
    assert (done.source.raw, done.mended, len(done.left)) == ("a", 0, 1)


@pytest.mark.parametrize("words", [[("a", "b"), ("b", "a")], [("a", "aa")]])
def test_mending_without_end_is_told_with_the_checks_that_disagree(words: list[tuple[str, str]]) -> None:
    with pytest.raises(GeneratorError, match=r"comes to no end: a.* find something after each round") as told:
        mend(Source("a"), document_of, replacing(*words))
    assert told.value.file == Path("post.md")


PIECES = st.sampled_from([
    "![](a.png)", "[x](#nowhere)", "<!-- check: off alt-text: why -->", "<!-- check: off-file links: why -->",
    "<!-- check: off alt-text -->", "\n", "\n\n", "\r\n", "words", " ", "> ", "- ", "    ", "```\n", "`",
    "$$", "$x$", "\\\\(x\\\\)", "# heading", "---\n", "| a | b |\n|---|---|\n", "{: .note }", "한글",
    "<img src=a>", "**", "https://example.com/a.png", "{{ x }}", "* ", "_",
])  # fmt: skip


@given(st.lists(PIECES, max_size=12).map("".join))
def test_mending_twice_changes_nothing_the_second_time(raw: str) -> None:
    once = mend(Source(raw), document_of, everything)
    assert not [fault for _, fault in once.left if fault.edits]
    twice = mend(once.source, document_of, everything)
    assert (twice.source, twice.mended) == (once.source, 0)


@given(st.text(alphabet="abc\r\n", max_size=20), st.text(alphabet="xyz\n", min_size=1, max_size=3))
def test_only_the_edits_change_a_file(raw: str, new: str) -> None:
    done = mend(Source(raw), document_of, replacing(("ab", new)))
    assert done.source.text == Source(raw).text.replace("ab", new)

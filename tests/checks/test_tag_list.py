"""Tags with commas, which Jekyll splits at blanks."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.checking.document import Document
from generator.checks import tag_list


def post(front: str) -> Document:
    return Document(Path("post.md"), f"---\n{front}\n---\n")


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("tags: BN, normalization", "tags: [BN, normalization]"),
        ('tags: "BN, batch norm"', "tags: [BN, batch norm]"),
        ("categories: 딥러닝,CNN,", "categories: [딥러닝, CNN]"),
        ('tags: "c#, #a, a: b"', 'tags: [c#, "#a", "a: b"]'),
    ],
)
def test_commas_are_told_and_become_a_list(written: str, typed: str) -> None:
    document = post(written)
    (fault,) = tag_list.find(document)
    assert fault.message.endswith(f"type {typed}")
    (edit,) = fault.edits
    mended = document.text[: edit.start] + edit.text + document.text[edit.end :]
    assert mended == f"---\n{typed}\n---\n"
    assert list(tag_list.find(Document(Path("post.md"), mended))) == []


def test_the_message_says_what_jekyll_makes_of_it() -> None:
    (fault,) = tag_list.find(post("tags: BN, batch norm"))
    assert fault.message.startswith('Jekyll makes "BN,", "batch", "norm" of these tags; ')


@pytest.mark.parametrize(
    "front", ["tags: [BN, norm]", "tags: BN norm", "tags:\n- a, b", "tags:", "title: a, b", 'tags: ["a, b"]']
)
def test_lists_and_words_are_left_alone(front: str) -> None:
    assert list(tag_list.find(post(front))) == []

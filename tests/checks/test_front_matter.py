"""Front matter that YAML does not read, and what is told and mended."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.checking.document import Document
from generator.checking.fault import Fault
from generator.checking.front import composed, front_matter
from generator.checks.front_matter import find


def found(text: str) -> list[Fault]:
    return list(find(Document(Path("post.md"), text)))


def mended(text: str) -> str:
    edits = sorted((edit for fault in found(text) for edit in fault.edits), reverse=True)
    for edit in edits:
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("title: CNN: a first look", 'title: "CNN: a first look"'),
        ("title: CNN 기초: 합성곱", 'title: "CNN 기초: 합성곱"'),
        ("title: [논문 리뷰] ResNet", 'title: "[논문 리뷰] ResNet"'),
        ("title: 'He's initialisation'", 'title: "He\'s initialisation"'),
        ('title: The "best" net: ours', "title: 'The \"best\" net: ours'"),
        ("title: @home", 'title: "@home"'),
        ("title: `code`", 'title: "`code`"'),
        ("title: 50% of *x", None),
        ("title: *x", 'title: "*x"'),
        ("title: {{ x }} y", 'title: "{{ x }} y"'),
        ("tags: [cnn, lenet", "tags: [cnn, lenet]"),
        ("title: C:\\x: y", 'title: "C:\\\\x: y"'),
        ("title: a # comment", None),
        ("\tdescription: a tab", "description: a tab"),
        ("url: https://example.com/a:b", None),
    ],
)
def test_a_line_that_yaml_cannot_read_is_mended_so_that_it_can(line: str, right: str | None) -> None:
    text = f"---\nlayout: post\n{line}\ndate: 2025-01-01\n---\ntext: a: b\n"
    assert mended(text) == text.replace(line, right or line)
    assert front_matter(mended(text)).problem is None


def test_the_message_tells_the_place_and_what_to_type() -> None:
    text = "---\nlayout: post\ntitle: CNN: a look\n---\n"
    (fault,) = found(text)
    assert text[fault.start : fault.end] == "CNN: a look"
    assert fault.message.endswith('type title: "CNN: a look"')


@pytest.mark.parametrize(
    "text",
    [
        "no front matter: at all\n",
        "---\n---\nempty: is: fine\n",
        "---\n# a comment\n---\n",
        "---\ntitle: >-\n  a: b: c\ntags:\n  - a\n  - b\nimage:\n  path: x\n---\n",
        'title: "x"\n---\n',
    ],
)
def test_what_jekyll_reads_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", ["---\n\nA line between two rules\n\n---\n", "---\ntitle:x\n---\n"])
def test_what_jekyll_takes_for_front_matter_without_a_key_is_told(text: str) -> None:
    assert "finds no keys" in found(text)[0].message


def test_front_matter_without_an_end_is_told() -> None:
    assert [fault.message for fault in found("---\ntitle: x\n\ntext\n")] == [
        "the front matter has no end; type --- on a line of its own below it"
    ]


def test_what_no_line_explains_is_told_in_yamls_words() -> None:
    (fault,) = found("---\ntags:\n  - a\n - b\n---\n")
    assert fault.message.startswith("YAML stops here: ")
    assert not fault.edits


def test_keys_have_their_places_also_beside_a_line_that_is_none() -> None:
    text = "---\ntitle: a: b\ndate: 2025-01-01\n---\n"
    front = front_matter(text)
    entry = front.get("date")
    assert front.problem and entry
    assert text[entry.start : entry.end] == "date"
    assert text[entry.value_start : entry.value_end] == "2025-01-01"


def test_nested_keys_have_paths() -> None:
    front = front_matter("---\nimage:\n  path: a.png\n  alt: 그림\ntags: [a, b]\n---\n")
    assert [(entry.path, entry.texts) for entry in front.entries] == [
        ("image", ()),
        ("image.path", ("a.png",)),
        ("image.alt", ("그림",)),
        ("tags", ("a", "b")),
    ]


def test_yaml_that_is_read_has_no_complaint() -> None:
    assert composed("a: 1")[1] is None

"""Documents carry what a check finds in them, in comments: <!-- finds: part of a message | another -->.

They lie in a folder of the check's name; a file called after a theme is written for it, and a ``_config.yml``
above makes a Jekyll site of its folder.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.checking.blog import THEMES, find_blog
from generator.checking.document import Document
from generator.checking.registry import Check, of_kind
from generator.writing.anchors import anchors, heading_id
from generator.writing.markdown import images, prose

DOCUMENTS = Path(__file__).parent / "documents"
CHECKS = {check.code: check for check in of_kind("find")}
BAD = [
    path
    for path in sorted(DOCUMENTS.rglob("*.md"))
    if path.relative_to(DOCUMENTS).parts[0].replace("_", "-") in CHECKS
]


def name(path: Path) -> str:
    return path.relative_to(DOCUMENTS).as_posix()


def document(path: Path) -> Document:
    blog = find_blog(path)
    theme = path.stem if path.stem in THEMES else blog.theme if blog else ""
    return Document(path, path.read_text(encoding="utf-8"), theme, blog)


def expected(text: str) -> list[tuple[int, str]]:
    return [
        (number, part)
        for number, line in enumerate(text.splitlines(), 1)
        for comment in re.findall(r"<!-- finds: (.*?) -->", line)
        for part in comment.split(" | ")
    ]


@pytest.mark.parametrize("path", BAD, ids=name)
def test_a_check_finds_what_the_document_says_and_nothing_else(path: Path) -> None:
    read = document(path)
    check = CHECKS[path.relative_to(DOCUMENTS).parts[0].replace("_", "-")]
    found = sorted((read.place(fault.start)[0], fault.start, fault.message) for fault in check.function(read))
    wanted = expected(read.text)
    assert [line for line, *_ in found] == [line for line, _ in wanted], found
    for (*_, message), (line, part) in zip(found, wanted, strict=True):
        assert part in message, f"line {line}"


@pytest.mark.parametrize("check", CHECKS.values(), ids=lambda check: check.code)
def test_an_empty_text_has_no_findings(check: Check) -> None:
    assert list(check.function(Document(Path("post.md"), ""))) == []


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("합성곱 신경망 이해하기", "합성곱-신경망-이해하기"),
        ("Why 32 × 32? -- a test --- b", "why-32--32--a-test--b"),
        ("Why `conv--2d` and **bold** *it* _em_ snake_case", "why-conv--2d-and-bold-it-em-snake_case"),
        ("[링크](http://a) & more &amp; <b>x</b>", "링크--more--x"),
        ("식 $x_i$ 와 $$y$$", "식-x_i-와-y"),
        ("1. 첫째: 둘째!", "1-첫째-둘째"),
        ("![img](a.png) t", "-t"),
    ],
)
def test_headings_get_the_ids_that_kramdown_gives(heading: str, name: str) -> None:
    assert heading_id(heading) == name


def test_anchors_of_attribute_lists_and_footnotes_are_known() -> None:
    assert anchors("## a\n{: #b }\n\n[^c]: d\n") == {"b", "fn:c", "fnref:c"}


def test_prose_keeps_every_line_where_it_is() -> None:
    text = (DOCUMENTS / "alt_text" / "post.md").read_text(encoding="utf-8")
    assert [len(line) for line in prose(text).split("\n")] == [len(line) for line in text.split("\n")]


def test_an_image_over_two_lines_is_found_at_its_first() -> None:
    assert [(image.start, image.alt) for image in images("a\n![b\nc](d.png)\n")] == [(2, "b\nc")]

from __future__ import annotations

import json
from pathlib import Path

from generator.checking.finding import Finding, found, in_order
from generator.checking.formats import as_annotations, as_json, as_text

ONE = Finding("posts/a.md", 3, "the image x.png has no alt text", "alt-text", 5, 3, 16, mends=True)
TWO = Finding("posts/a,b: c.md", 12, "100 % wrong\nin two lines", "links")


def test_text_is_one_line_with_file_line_message_and_check() -> None:
    assert as_text([ONE]) == "posts/a.md:3:5: the image x.png has no alt text (alt-text)"


def test_json_holds_every_finding_with_its_parts() -> None:
    assert json.loads(as_json([ONE, TWO])) == [
        {
            "file": "posts/a.md",
            "line": 3,
            "column": 5,
            "end_line": 3,
            "end_column": 16,
            "message": "the image x.png has no alt text",
            "check": "alt-text",
            "mends": True,
        },
        {
            "file": "posts/a,b: c.md",
            "line": 12,
            "column": None,
            "end_line": None,
            "end_column": None,
            "message": "100 % wrong\nin two lines",
            "check": "links",
            "mends": False,
        },
    ]
    assert as_json([]) == "[]"


def test_json_keeps_hangul_readable() -> None:
    assert "합성곱" in as_json([Finding("a", 1, "합성곱", "posts")])


def test_annotations_are_workflow_commands_with_what_they_escape() -> None:
    first, second = as_annotations([ONE, TWO]).split("\n")
    assert (
        first
        == "::error file=posts/a.md,line=3,endLine=3,col=5,endColumn=16,title=alt-text::the image x.png has no alt text"
    )
    assert second == "::error file=posts/a%2Cb%3A c.md,line=12,title=links::100 %25 wrong%0Ain two lines"


def test_files_are_named_from_the_project_and_a_place_without_a_line_is_the_first() -> None:
    assert found(Path("/p/posts/a.md"), Path("/p"), None, "m", "c") == Finding("posts/a.md", 1, "m", "c")
    assert found(Path("/elsewhere/a.md"), Path("/p"), 4, "m", "c").file == "/elsewhere/a.md"


def test_findings_sort_by_file_and_place() -> None:
    many = [
        Finding("b", 1, "", ""),
        Finding("a", 10, "", ""),
        Finding("a", 9, "", "", 2),
        Finding("a", 9, "", ""),
    ]
    assert [(f.file, f.line, f.column) for f in in_order(many)] == [
        ("a", 9, None),
        ("a", 9, 2),
        ("a", 10, None),
        ("b", 1, None),
    ]

from __future__ import annotations

import json
from pathlib import Path

from generator.checking.finding import Finding, found, in_order
from generator.checking.formats import as_annotations, as_json, as_text
from generator.checking.sarif import as_sarif

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
            "question": False,
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
            "question": False,
        },
    ]
    assert as_json([]) == "[]"


def test_json_keeps_hangul_readable() -> None:
    assert "합성곱" in as_json([Finding("a", 1, "합성곱", "posts")])


def test_annotations_are_workflow_commands_with_what_they_escape() -> None:
    first, second = as_annotations([ONE, TWO]).split("\n")
    places, _, message = first.rpartition("::")
    assert places == "::error file=posts/a.md,line=3,endLine=3,col=5,endColumn=16,title=alt-text"
    assert message == "the image x.png has no alt text"
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


# What the schema of SARIF 2.1.0 asks of the objects that are written: names it knows, names it wants.
SARIF = {
    "log": ({"$schema", "version", "runs"}, {"version", "runs"}),
    "run": ({"tool", "columnKind", "results"}, {"tool"}),
    "driver": ({"name", "version", "rules"}, {"name"}),
    "rule": ({"id", "shortDescription", "help"}, {"id"}),
    "result": (
        {"ruleId", "ruleIndex", "level", "message", "locations", "properties"},
        {"message"},
    ),
    "region": ({"startLine", "startColumn", "endLine", "endColumn"}, {"startLine"}),
}


def fits(kind: str, written: dict[str, object]) -> bool:
    known, wanted = SARIF[kind]
    return wanted <= written.keys() <= known


def test_sarif_is_what_its_schema_asks_for() -> None:
    log = json.loads(as_sarif([ONE, TWO]))
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert fits("log", log)
    assert log["version"] == "2.1.0"
    assert fits("run", run)
    assert fits("driver", driver)
    assert all(fits("rule", rule) for rule in driver["rules"])
    assert len({rule["id"] for rule in driver["rules"]}) == len(driver["rules"])
    for result in run["results"]:
        (place,) = result["locations"]
        assert fits("result", result)
        assert fits("region", place["physicalLocation"]["region"])
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("none", "note", "warning", "error")


def test_sarif_tells_place_and_message_and_what_each_check_wants() -> None:
    (run,) = json.loads(as_sarif([ONE, TWO]))["runs"]
    one, two = run["results"]
    assert one["message"] == {"text": ONE.message}
    assert one["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "posts/a.md"},
        "region": {"startLine": 3, "startColumn": 5, "endLine": 3, "endColumn": 16},
    }
    assert two["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "posts/a%2Cb%3A%20c.md"
    (rule,) = (rule for rule in run["tool"]["driver"]["rules"] if rule["id"] == "alt-text")
    assert rule["shortDescription"]["text"] == "Every image says in words what it shows."
    assert "Bad:" in rule["help"]["text"]


def test_a_question_is_a_warning_where_a_format_knows_of_such() -> None:
    asked = Finding("a.md", 1, "is k_3 meant?", "equation", 1, 1, 4, question=True)
    assert as_annotations([asked]).startswith("::warning ")
    assert json.loads(as_sarif([asked]))["runs"][0]["results"][0]["level"] == "warning"

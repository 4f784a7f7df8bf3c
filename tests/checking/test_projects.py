from __future__ import annotations

import json

import pytest

from tests.projects import HEAVY, POOLING, Project, without


def test_a_built_project_has_no_findings(built: Project) -> None:
    done = built.run("check")
    assert (done.code, done.out, done.err) == (0, "", "0 findings in 2 posts with 3 pictures\n")


def test_a_project_that_was_moved_has_no_findings(built: Project) -> None:
    moved = built.root.rename(built.root.with_name("elsewhere"))
    assert built.run("-C", str(moved), "check").code == 0


def test_checking_writes_nothing(built: Project) -> None:
    built.change("films", "stride=2", "stride=3")
    (built.figures / "pooling.svg").unlink()
    with built.changes() as changed:
        assert built.run("check").code == 1
    assert not changed


def test_checking_needs_no_library_of_drawing_or_training(built: Project) -> None:
    built.post("words", '<@ data.name @> <@ lenet.paper.parameters @>\n\n<@ model_summary("post") @>\n')
    built.run("build")
    done = built.apart("check", before=without(*HEAVY))
    assert (done.code, done.err) == (0, "0 findings in 3 posts with 3 pictures\n")


def test_every_finding_is_told_by_file_and_line_and_the_exit_code_is_1(built: Project) -> None:
    built.post(
        "words", "![](../figures/pooling.png)\n\n[there](#nowhere)\n\n![그림](../figures/pooling.png)\n"
    )
    built.run("build", "words")
    (built.figures / "old.png").write_bytes(b"")
    only = [word for code in ("orphans", "alt-text", "links") for word in ("--only", code)]
    done = built.run("check", *only)
    assert done.code == 1
    assert done.err == "4 findings in 3 posts with 3 pictures\n"
    places = [(line.partition(": ")[0], line.rpartition(" ")[2]) for line in done.out.splitlines()]
    assert sorted(places) == [
        ("figures/old.png:1", "(orphans)"),
        ("posts/words.md:1:1", "(alt-text)"),
        ("posts/words.md:3:9", "(links)"),
        ("posts/words.md:5:1", "(alt-text)"),
    ]
    assert places == sorted(places, key=lambda place: place[0])


def test_json_is_for_programs_with_or_without_findings(built: Project) -> None:
    assert json.loads(built.run("check", "--format", "json").out) == []
    (built.figures / "old.png").write_bytes(b"")
    done = built.run("check", "--format", "json")
    assert done.code == 1
    (finding,) = json.loads(done.out)
    assert finding["file"] == "figures/old.png"
    assert finding["check"] == "orphans"


def test_under_github_actions_findings_are_annotations(
    built: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    (built.figures / "old.png").write_bytes(b"")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert built.run("check").out.startswith(
        "::error file=figures/old.png,line=1,title=orphans::no post asks for it"
    )
    assert built.run("check", "--format", "text").out.startswith("figures/old.png:1: ")


def test_one_broken_template_hides_no_finding_of_another(built: Project) -> None:
    built.change("films", "stride=2", "stride=")
    built.post("pooling", POOLING.replace("one number", "only one number"))
    out = built.run("check").out
    assert "posts/films.md.j2:12: " in out
    assert "posts/pooling.md:8: " in out or "posts/pooling.md:6: " in out

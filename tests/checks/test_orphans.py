from __future__ import annotations

from tests.projects import Project


def orphans(project: Project) -> list[str]:
    return [line for line in project.run("check").out.splitlines() if line.endswith("(orphans)")]


def test_a_picture_that_no_post_asks_for_is_found_with_the_way_to_remove_it(built: Project) -> None:
    (built.figures / "old.gif").write_bytes(b"GIF89a")
    assert orphans(built) == [
        "figures/old.gif:1: no post asks for it; generator clean --orphans removes it (orphans)"
    ]


def test_a_picture_that_a_post_asks_for_no_more_is_found(built: Project) -> None:
    built.change("films", ", stride=2", "")
    assert len(orphans(built)) == 3


def test_trained_networks_and_other_files_are_no_orphans(built: Project) -> None:
    (built.figures / "trained").mkdir()
    (built.figures / "trained" / "paper-digits.npz").write_bytes(b"weights")
    (built.figures / "README.md").write_text("what lies here", encoding="utf-8")
    assert orphans(built) == []


def test_nothing_is_called_an_orphan_while_a_template_fails(built: Project) -> None:
    (built.figures / "old.gif").write_bytes(b"GIF89a")
    built.change("films", "stride=2", "stride=")
    assert orphans(built) == []

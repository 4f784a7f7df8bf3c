from __future__ import annotations

import pytest

from tests.projects import SECOND_FIGURE_LINE, Project


def found(project: Project) -> list[str]:
    return [line for line in project.run("check").out.splitlines() if line.endswith("(posts)")]


def test_a_post_that_is_not_written_is_found(built: Project) -> None:
    (built.posts / "films.md").unlink()
    assert found(built) == ["posts/films.md:1: is not written yet; generator build writes it (posts)"]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [("## 합성곱", "## 풀링", 6), ("넓히면", "좁히면", 11), ("lang: ko\n", "lang: ko\r\n", 3)],
)
def test_a_post_that_was_changed_by_hand_is_found_at_the_line(
    built: Project, old: str, new: str, line: int
) -> None:
    post = built.posts / "films.md"
    post.write_bytes(post.read_bytes().replace(old.encode(), new.encode()))
    (finding,) = found(built)
    assert finding.startswith(f"posts/films.md:{line}: is not what its template gives")


def test_a_post_with_more_or_fewer_lines_is_found(built: Project) -> None:
    post = built.posts / "films.md"
    content = post.read_bytes()
    lines = content.count(b"\n")
    post.write_bytes(content + b"more\n")
    assert found(built)[0].startswith(f"posts/films.md:{lines + 1}: ")
    post.write_bytes(content[: content.rindex(b"*", 0, -2)])
    assert found(built)[0].startswith(f"posts/films.md:{lines}: ")


def test_a_post_that_is_no_text_any_more_is_found(built: Project) -> None:
    (built.posts / "films.md").write_bytes(b"\xff\xfe\x00")
    assert found(built)[0].startswith("posts/films.md:1: is not what its template gives")


def test_a_mistake_in_a_template_is_found_at_its_line(built: Project) -> None:
    built.change("films", "stride=2", "stride=0")
    assert found(built) == [
        f"posts/films.md.j2:{SECOND_FIGURE_LINE}: stride is 0; it must be at least 1 (posts)"
    ]

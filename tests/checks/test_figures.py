from __future__ import annotations

import pytest

from generator.figures import pooling as pooling_module
from tests.projects import POOLING_LINE, SECOND_FIGURE_LINE, Project


def findings(project: Project) -> list[str]:
    done = project.run("check")
    assert done.code == 1
    return [line for line in done.out.splitlines() if line.endswith("(figures)")]


def test_a_picture_that_is_not_drawn_is_found_at_the_line_that_asks_for_it(built: Project) -> None:
    built.change("films", "stride=2", "stride=3")
    (line,) = findings(built)
    assert line == (
        f"posts/films.md.j2:{SECOND_FIGURE_LINE}: convolution-stride-3.svg, convolution-stride-3.png, "
        "convolution-stride-3-dark.png is not drawn yet; generator build draws it (figures)"
    )


def test_a_stale_picture_is_found_with_what_has_changed(
    built: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pooling_module, "_caption", lambda *_: "Only the largest number is left.")
    (line,) = findings(built)
    assert line.startswith(
        f"posts/pooling.md.j2:{POOLING_LINE}: pooling.svg is out of date: the alt text or the caption"
    )


def test_a_missing_file_is_found(built: Project) -> None:
    (built.figures / "pooling-dark.png").unlink()
    (line,) = findings(built)
    assert "pooling-dark.png is missing" in line


def test_a_file_that_somebody_changed_is_found(built: Project) -> None:
    with (built.figures / "pooling.svg").open("ab") as file:
        file.write(b"<!-- by hand -->")
    (line,) = findings(built)
    assert "pooling.svg is not what was drawn: its content has changed" in line


def test_a_folder_in_the_place_of_a_picture_is_found(built: Project) -> None:
    (built.figures / "pooling.png").unlink()
    (built.figures / "pooling.png").mkdir()
    (line,) = findings(built)
    assert "pooling.png cannot be read: Is a directory" in line


def test_pictures_of_a_data_set_that_is_not_the_projects_are_as_good_where_they_show_no_data(
    built: Project,
) -> None:
    assert built.run("check", "--data", "mnist").code == 0

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generator.building import shortcut
from generator.building.opening import open_settings
from generator.building.shortcut import NOTE, nothing_to_do
from tests.projects import Project


def noted(project: Project) -> int | None:
    return nothing_to_do(open_settings(project.root, None), "digits")


def test_after_a_complete_build_nothing_is_to_do(built: Project) -> None:
    assert built.run("build").code == 0
    assert noted(built) == 3


def test_a_build_of_some_posts_is_not_complete(project: Project) -> None:
    project.run("build", "films")
    assert noted(project) is None


def test_a_build_with_a_mistake_is_not_complete(project: Project) -> None:
    project.change("films", "stride=2", "stride=0")
    assert project.run("build").code == 1
    assert noted(project) is None


def _template(project: Project) -> None:
    project.change("films", "보폭을", "걸음을")


def _new_template(project: Project) -> None:
    project.post("more", "---\ntitle: more\n---\n")


def _lost_picture(project: Project) -> None:
    (project.figures / "convolution.png").unlink()


def _damaged_picture(project: Project) -> None:
    (project.figures / "convolution.svg").write_text("<svg/>")


def _edited_post(project: Project) -> None:
    (project.posts / "films.md").write_text("mine")


def _manifest(project: Project) -> None:
    (project.figures / "manifest.json").write_text("{}")


def _settings(project: Project) -> None:
    project.settings('[tool.generator]\ndata = "digits"\nformats = ["svg"]\n')


def _trained_network(project: Project) -> None:
    (project.figures / "trained").mkdir(exist_ok=True)
    (project.figures / "trained" / "paper-digits.npz").write_bytes(b"new")


def _damaged_note(project: Project) -> None:
    (project.figures / NOTE).write_text("[]")


CHANGES = (
    _template,
    _new_template,
    _lost_picture,
    _damaged_picture,
    _edited_post,
    _manifest,
    _settings,
    _trained_network,
    _damaged_note,
)


@pytest.mark.parametrize("change", CHANGES)
def test_any_change_makes_the_build_look_for_itself(
    built: Project, change: Callable[[Project], None]
) -> None:
    built.run("build")
    assert noted(built) is not None
    change(built)
    assert noted(built) is None


def test_another_data_set_makes_the_build_look_for_itself(built: Project) -> None:
    built.run("build")
    assert nothing_to_do(open_settings(built.root, None), "mnist") is None


def test_a_changed_program_makes_the_build_look_for_itself(
    built: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built.run("build")
    program = tmp_path / "program" / "building"
    program.mkdir(parents=True)
    (program / "shortcut.py").write_text("# another program")
    monkeypatch.setattr(shortcut, "__file__", str(program / "shortcut.py"))
    assert noted(built) is None


def test_a_note_that_cannot_be_written_costs_time_and_nothing_else(built: Project) -> None:
    settings = replace(open_settings(built.root, None), root=Path("/dev/null"))
    shortcut.note(settings, "digits", 3, [])
    assert nothing_to_do(settings, "digits") is None

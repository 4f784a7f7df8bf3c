from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator import catalog
from generator.building import shortcut
from generator.building.opening import open_settings
from generator.building.shortcut import inputs_of, nothing_to_do, take_note
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
    project.note.write_text("[]")


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


def test_the_command_takes_the_shortcut_and_says_the_same(built: Project) -> None:
    first = built.run("build")
    again = built.run("build", keep_note=True)
    assert again.out == first.out == "0 files written, 3 pictures were current, data: digits\n"


def test_what_changes_during_a_build_is_not_noted(built: Project) -> None:
    settings = open_settings(built.root, None)
    inputs = inputs_of(settings, "digits")
    _template(built)
    take_note(settings, "digits", inputs, 3, {})
    assert noted(built) is None


def test_a_picture_that_is_not_what_was_drawn_is_not_noted_as_such(built: Project) -> None:
    settings = open_settings(built.root, None)
    picture = built.figures / "convolution.png"
    take_note(
        settings, "digits", inputs_of(settings, "digits"), 3, {picture: "the digest of another picture"}
    )
    assert noted(built) is None


def test_graphviz_coming_or_going_makes_the_build_look_for_itself(
    built: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    built.run("build")
    monkeypatch.setattr(shortcut, "_OPTIONAL", ())
    assert noted(built) is None


@pytest.mark.parametrize(
    "line", ['language = "en"', 'targets = ["portable", "chirpy"]', "seed = 1", 'formats = ["svg"]']
)
def test_another_setting_makes_the_build_look_for_itself(built: Project, line: str) -> None:
    built.run("build")
    built.settings(f'[tool.generator]\ndata = "digits"\n{line}\n')
    assert noted(built) is None


def test_a_note_that_cannot_be_written_costs_time_and_nothing_else(
    built: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null")
    assert built.run("build").code == 0
    assert noted(built) is None


def test_a_check_after_a_build_computes_no_figure_and_finds_the_same(
    built: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    built.run("build")
    monkeypatch.setattr(catalog, "draw", lambda *_: pytest.fail("a figure is computed"))
    assert built.run("check", keep_note=True).err == "0 findings in 2 posts with 3 pictures\n"
    (built.figures / "mine.png").write_bytes(b"")
    assert "figures/mine.png:1: no post asks for it" in built.run("check", keep_note=True).out


def test_a_check_after_a_change_computes_again(built: Project) -> None:
    built.run("build")
    built.change("films", "보폭을", "걸음을")
    assert "posts/films.md:11: is not what its template gives" in built.run("check", keep_note=True).out

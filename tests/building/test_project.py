from __future__ import annotations

from pathlib import Path

import pytest

from generator.building.opening import data_of, open_settings
from generator.building.project import wishes_of
from generator.building.workshop import workshop_for_checking
from generator.errors import GeneratorError
from generator.learning import data as data_sets
from tests.projects import SETTINGS, Project


def test_the_project_is_opened_from_any_folder_below_it(project: Project) -> None:
    assert open_settings(project.posts, None).root == project.root.resolve()


def test_the_command_line_overrules_the_data_set(project: Project) -> None:
    assert open_settings(project.root, None).data == "digits"
    assert open_settings(project.root, "mnist").data == "mnist"
    with pytest.raises(
        GeneratorError, match="data is 'minst'; it must be one of auto, digits, mnist, fashion"
    ):
        open_settings(project.root, "minst")


def test_checking_takes_the_data_set_that_was_drawn(built: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    built.settings(SETTINGS.replace("digits", "auto"))
    monkeypatch.setattr(data_sets, "choose", lambda *_: pytest.fail("checking looks for no data"))
    assert workshop_for_checking(open_settings(built.root, None)).data == "digits"


def test_building_with_auto_takes_the_data_set_that_is_at_hand(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(data_sets, "choose", lambda setting, folder: f"{setting} of {folder}")
    assert data_of(open_settings(project.root, "auto")) == "auto of None"


def test_posts_and_figures_are_chosen_by_name(project: Project) -> None:
    workshop = workshop_for_checking(open_settings(project.root, None))
    films, pooling = project.posts / "films.md", project.posts / "pooling.md"
    by_post = wishes_of(workshop, ("films",))
    assert (set(by_post.pictures), set(by_post.texts)) == ({"convolution", "convolution-stride-2"}, {films})
    by_figure = wishes_of(workshop, ("convolution",))
    assert (set(by_figure.pictures), set(by_figure.texts)) == ({"convolution", "convolution-stride-2"}, set())
    by_stem = wishes_of(workshop, ("convolution-stride-2",))
    assert set(by_stem.pictures) == {"convolution-stride-2"}
    both = wishes_of(workshop, ("pooling.md", "convolution-stride-2"))
    assert (set(both.pictures), set(both.texts)) == ({"convolution-stride-2", "pooling"}, {pooling})


def test_a_project_without_posts_says_so(empty_project: Project) -> None:
    workshop = workshop_for_checking(open_settings(empty_project.root, None))
    with pytest.raises(GeneratorError, match=r"is called 'films'; there is none"):
        wishes_of(workshop, ("films",))


def test_a_folder_that_does_not_exist_is_told(tmp_path: Path, project: Project) -> None:
    done = project.run("-C", str(tmp_path / "nowhere"), "check")
    assert done.code != 0
    assert "nowhere" in done.err


@pytest.mark.parametrize("command", ["build", "check", "watch", "why convolution", "clean", "publish --to ."])
def test_a_folder_that_is_no_project_is_told_before_anything_is_looked_for(
    tmp_path: Path, project: Project, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setattr(data_sets, "choose", lambda *_: pytest.fail("nothing is downloaded"))
    (tmp_path / "elsewhere").mkdir()
    done = project.run("-C", str(tmp_path / "elsewhere"), *command.split())
    assert (done.code, done.out) == (1, "")
    assert "elsewhere: is no project: it has neither a folder posts/ nor a pyproject.toml" in done.err
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_post_is_found_without_its_date_unless_a_figure_is_called_so(project: Project) -> None:
    for old, new in (("films", "2026-01-05-films"), ("pooling", "2026-01-06-convolution")):
        (project.posts / f"{old}.md.j2").rename(project.posts / f"{new}.md.j2")
    workshop = workshop_for_checking(open_settings(project.root, None))
    assert set(wishes_of(workshop, ("films",)).texts) == {project.posts / "2026-01-05-films.md"}
    assert wishes_of(workshop, ("convolution",)).texts == {}


def test_of_many_names_the_nearest_are_told(project: Project) -> None:
    for number in range(15):
        (project.posts / f"post-{number}.md.j2").write_text("x\n", encoding="utf-8")
    done = project.run("build", "post-x")
    assert done.code == 2
    assert "called 'post-x'; did you mean post-" in done.err and "names all" in done.err
    assert len(done.err) < 200

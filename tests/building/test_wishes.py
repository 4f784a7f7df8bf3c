from __future__ import annotations

from generator import catalog
from generator.building.opening import open_settings
from generator.building.project import wishes_of
from generator.building.wish import Wishes
from generator.building.workshop import workshop_for_checking
from generator.errors import GeneratorError
from tests.projects import POOLING_LINE, SECOND_FIGURE_LINE, Project


def wishes(project: Project, *names: str) -> Wishes:
    return wishes_of(workshop_for_checking(open_settings(project.root, None)), names)


def test_every_figure_that_a_post_asks_for_is_a_wish_with_its_place(project: Project) -> None:
    found = wishes(project)
    assert not found.problems
    assert list(found.pictures) == ["convolution", "convolution-stride-2", "pooling"]
    wish = found.pictures["convolution-stride-2"]
    assert (wish.figure, wish.parameters, wish.language) == ("convolution", {"stride": 2}, "ko")
    assert wish.place == f"posts/films.md.j2:{SECOND_FIGURE_LINE}"
    assert found.pictures["pooling"].line == POOLING_LINE


def test_a_wish_is_drawn_in_the_language_of_its_post(project: Project) -> None:
    found = wishes(project)
    assert "입력" in found.pictures["convolution"].drawing.alt
    assert "window" in found.pictures["pooling"].drawing.alt


def test_posts_in_two_languages_get_pictures_with_two_names(project: Project) -> None:
    project.post("english", '---\nlang: en\n---\n\n<@ figure("convolution") @>\n')
    assert {"convolution", "convolution-en"} <= wishes(project).pictures.keys()


def test_two_posts_that_ask_for_the_same_share_one_picture(project: Project) -> None:
    project.post("again", '---\nlang: ko\n---\n\n<@ figure("convolution", stride=1) @>\n')
    found = wishes(project)
    assert not found.problems
    assert found.pictures["convolution"].post.name == "again.md.j2"
    assert len(found.texts) == 3


def test_all_mistakes_of_a_post_are_told_in_one_run(project: Project) -> None:
    project.post(
        "wrong",
        '<@ figure("convolutoin") @>\n\n<@ figure("convolution", strides=2) @>\n\n'
        '<@ figure("convolution", stride="two") @>\n\n<@ figure("pooling", kind="least") @>\n',
    )
    found = wishes(project)
    assert [(problem.line, problem.file) for problem in found.problems] == [
        (line, project.posts / "wrong.md.j2") for line in (1, 3, 5, 7)
    ]
    unknown, parameter, wrong_type, choice = (problem.message for problem in found.problems)
    assert "did you mean convolution" in unknown
    assert "no parameter 'strides'; did you mean stride?" in parameter
    assert "stride is 'two'; it must be a whole number" in wrong_type
    assert "'max'" in choice


def test_a_post_with_a_mistake_has_no_text_and_its_good_figures_are_still_wanted(project: Project) -> None:
    project.change("films", "stride=2", "stride=0")
    found = wishes(project)
    assert [path.name for path in found.texts] == ["pooling.md"]
    assert found.pictures.keys() == {"convolution", "pooling"}


def test_two_posts_asking_for_one_name_with_other_content_are_told_apart(project: Project) -> None:
    project.change("films", "stride=2", 'stride=2, name="pooling"')
    (problem,) = wishes(project).problems
    assert problem.file == project.posts / "pooling.md.j2"
    assert problem.line == POOLING_LINE
    assert f"films.md.j2:{SECOND_FIGURE_LINE}" in problem.message
    assert "name=" in problem.message


def test_a_figure_that_fails_by_its_own_mistake_is_named_with_the_post_and_its_cause(
    project: Project, monkeypatch: object
) -> None:
    def fails(*_: object) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr(catalog, "draw", fails)  # type: ignore[attr-defined]
    problem = wishes(project).problems[0]
    assert str(problem).startswith("posts/films.md.j2:8: the figure convolution fails with ZeroDivisionError")
    assert isinstance(problem.__cause__, ZeroDivisionError)


def test_an_empty_project_wishes_nothing(empty_project: Project) -> None:
    assert wishes(empty_project) == Wishes()


def test_values_equations_code_and_summary_of_a_network_need_no_training(project: Project) -> None:
    project.post(
        "words",
        "<@ lenet.paper.parameters | thousands @> <@ lenet.paper.C3.field @> <@ data.name @> "
        "<@ facts.lenet5.year @>\n\n"
        '<@ display(equations.receptive_field("paper", "C3")) @>\n\n'
        '```python\n<@ keras_code("paper") @>\n```\n\n<@ model_summary("paper") @>\n',
    )
    found = wishes(project)
    assert not found.problems
    text = found.texts[project.posts / "words.md"]
    assert text.startswith("61,706 ")
    assert "1998" in text.splitlines()[0]
    assert "layers.Conv2D(6, 5" in text


def test_a_value_of_training_names_the_command_that_trains(project: Project) -> None:
    project.post("words", "\n\n<@ trained.test_accuracy | percent @>\n")
    (problem,) = wishes(project).problems
    assert isinstance(problem, GeneratorError)
    assert "generator train paper --data digits" in problem.message

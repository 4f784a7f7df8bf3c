"""Exercises in templates: question, answer, figures and numbers by name."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator import workbook
from generator.building.opening import open_settings
from generator.building.project import wishes_of
from generator.building.wish import Wishes
from generator.building.workshop import workshop_for_checking
from generator.errors import GeneratorError
from generator.words import Say
from generator.writing.placed import Placed
from generator.writing.posts import Filled, fill
from generator.writing.request import Options


def place(figure: str, parameters: Mapping[str, object], options: Options) -> Placed:
    stem = options.name or options.stem or figure
    return Placed(figure, stem, 700, 300, "alt", "caption", ("svg", "png"), False)


def filled(tmp_path: Path, body: str, language: str = "en") -> Filled:
    template = tmp_path / "post.md.j2"
    template.write_text(f"---\nlang: {language}\n---\n{body}\n", encoding="utf-8")
    return fill(template, place=place, values={}, target="portable")


def built(tmp_path: Path, **bodies: str) -> Wishes:
    """The wishes of a project with these posts, by language."""
    (tmp_path / "posts").mkdir()
    (tmp_path / "pyproject.toml").write_text("[tool.generator]\ndata = 'digits'\n", encoding="utf-8")
    for language, body in bodies.items():
        post = f"---\nlang: {language}\n---\n{body}\n"
        (tmp_path / "posts" / f"{language}.md.j2").write_text(post, encoding="utf-8")
    return wishes_of(workshop_for_checking(open_settings(tmp_path, None)))


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("name", workbook.names())
def test_a_post_prints_question_and_answer_in_its_language(tmp_path: Path, name: str, language: str) -> None:
    body = f'<!--% set task = exercise("{name}") %-->\n<@ task.question @>\n\n<@ task.answer @>'
    exercise = workbook.solved(name, {}, Say("ko" if language == "ko" else "en"))
    assert filled(tmp_path, body, language).text.endswith(f"{exercise.question}\n\n{exercise.answer}\n")


def test_the_figures_of_an_exercise_are_placed_like_others(tmp_path: Path) -> None:
    post = filled(
        tmp_path,
        '<!--% set task = exercise("participation", size=5) %-->\n<@ task.figure(width=350) @>\n\n'
        '<@ task.answer_figure(caption="Counted.") @>',
    )
    assert 'src="../figures/exercise-participation-size-5.svg"' in post.text
    assert 'width="350"' in post.text
    assert "(../figures/exercise-participation-size-5-answer.svg)" in post.text
    assert "*Counted.*" in post.text
    question, answer = post.requests
    assert (question.figure, question.line) == ("padding_participation", 5)
    assert question.parameters == {"size": 5, "kernel": 3, "padding": 1, "solved": False}
    assert (answer.parameters, answer.line) == ({"size": 5, "kernel": 3, "padding": 1}, 7)


def test_the_numbers_of_an_exercise_go_into_figures_and_formulas(tmp_path: Path) -> None:
    body = (
        '<!--% set task = exercise("valid_convolution") %-->\n'
        "<@ math(equations.convolution_sum(drawing=task.input, weights=task.kernel)) @>\n\n"
        '<@ figure("convolution_step", drawing=task.input, weights=task.kernel, name="step") @>'
    )
    post = filled(tmp_path, body)
    assert "= 47" in post.text
    assert post.requests[0].parameters["weights"] == "2 0 1 / 2 0 1 / 2 0 1"


def test_a_figure_for_phones_has_a_file_of_its_own(tmp_path: Path) -> None:
    post = filled(tmp_path, '<@ exercise("size_before").figure(layout="stacked") @>')
    assert "exercise-size-before-layout-stacked.svg" in post.text


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ('<@ exercise("valid") @>', r"post\.md\.j2:4: there is no exercise 'valid'"),
        ("<@ exercise() @>", "one name in quotes"),
        ('<@ exercise("participation", 5) @>', "one name in quotes"),
        ("<@ exercise(participation) @>", "nothing is called 'participation'"),
        ('<@ exercise("participation", sice=5) @>', "did you mean size"),
        ('<@ exercise("participation") @>', "is a group of values, not one of them; it has question, answer"),
        ('<@ exercise("participation").figure @>', "call it with brackets"),
        ('<@ exercise("participation").solution @>', "has no 'solution'"),
        ('<@ exercise("participation").figure("pooling") @>', "options by name"),
        ('<@ exercise("participation").figure(size=5) @>', r"size= would change the figure .* exercise\(\)"),
        ('<@ exercise("participation").figure(width="wide") @>', "width= takes a whole number"),
        ('<@ exercise("participation").figure(alt=words) @>', "nothing is called 'words'"),
        (
            '<@ exercise("valid_convolution", drawing="1 2 3 / 4 5 6 / 7 8 9").figure() @>',
            "cannot be part of valid_convolution's file name; give it one with name=",
        ),
    ],
)
def test_mistakes_are_told_with_their_line(tmp_path: Path, body: str, message: str) -> None:
    with pytest.raises(GeneratorError, match=message) as refused:
        filled(tmp_path, body)
    assert refused.value.line == 4


def test_rows_of_ones_own_need_a_name_for_the_file(tmp_path: Path) -> None:
    body = '<@ exercise("valid_convolution", drawing="1 2 3 / 4 5 6 / 7 8 9").figure(name="mine") @>'
    assert "../figures/mine.svg" in filled(tmp_path, body).text


BODY = "\n\n".join(
    f'<@ exercise("{name}").{part}() @>' for name in workbook.names() for part in ("figure", "answer_figure")
)


def test_a_build_wants_the_figures_of_exercises_in_every_language(tmp_path: Path) -> None:
    wishes = built(tmp_path, ko=BODY, en=BODY)
    assert wishes.problems == []
    stems = {
        f"exercise-{name.replace('_', '-')}{part}{language}"
        for name in workbook.names()
        for part in ("", "-answer")
        for language in ("", "-en")
    }
    assert set(wishes.pictures) == stems
    assert wishes.pictures["exercise-size-before"].figure == "size_chain"


def test_an_exercise_with_other_numbers_is_another_picture(tmp_path: Path) -> None:
    one, other = (f'<@ exercise("size_before", window={window}).figure() @>' for window in (2, (2, 3)))
    wishes = built(tmp_path, ko=f"{one}\n\n{other}")
    assert wishes.problems == []
    assert set(wishes.pictures) == {"exercise-size-before", "exercise-size-before-window-2x3"}

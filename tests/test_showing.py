from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from generator import catalog, workbook
from generator.errors import GeneratorError
from generator.showing import described
from generator.words import Say


def test_a_figure_is_shown_with_its_parameters_defaults_and_types() -> None:
    text = described("convolution")
    assert text.startswith(f"convolution: {catalog.summary('convolution')}\n")
    for parameter in catalog.find("convolution").parameters.values():
        assert re.search(rf"^    {parameter.name} +{re.escape(repr(parameter.default))} ", text, re.MULTILINE)
    assert "a whole number or a pair" in text


def test_a_figure_that_needs_a_trained_network_says_so() -> None:
    assert "Needs a trained network (generator train)." in described("kernels")
    assert "Needs a trained network or a model of yours (generator train)." in described("feature_maps")
    assert "Needs" not in described("convolution")


@pytest.mark.parametrize("name", catalog.names())
def test_every_figure_can_be_shown_and_its_examples_are_right(name: str) -> None:
    text = described(name)
    post = re.search(r"<@ figure\((.+)\) @>", text)
    command = re.search(r"generator draw (.+)", text)
    assert post
    assert command
    figure, *parameters = shlex.split(command[1])
    assert figure == name
    given = catalog.parsed(name, tuple(parameters))
    called = eval(f"(lambda figure, **given: (figure, given))({post[1]})")
    assert called == (name, given)
    if catalog.find(name).parameters:
        assert all(catalog.find(name).parameters[key].default != value for key, value in given.items())


@pytest.mark.parametrize("name", catalog.names())
def test_the_first_line_of_every_figure_tells_what_it_shows(name: str) -> None:
    line = catalog.summary(name)
    assert line.endswith(".")
    assert 20 < len(line) < 120
    assert line == catalog.find(name).summary


def test_a_figure_that_does_not_exist_is_told_with_the_nearest() -> None:
    with pytest.raises(GeneratorError, match="there is no figure 'convolutoin'; did you mean convolution"):
        described("convolutoin")


def test_the_list_is_of_the_modules_in_the_folder() -> None:
    folder = Path(catalog.__file__).parent / "figures"
    assert set(catalog.names()) == {path.stem for path in folder.glob("[!_]*.py")}


@pytest.mark.parametrize("name", workbook.names())
def test_an_exercise_is_shown_with_its_question_its_answer_and_its_numbers(name: str) -> None:
    exercise = workbook.solved(name, {}, Say("en"))
    text = described(name)
    assert text.startswith(f"{name}: {workbook.summary(name)}\n")
    assert f"Asks: {exercise.question}\n" in text
    assert f"Answers: {exercise.answer}\n" in text
    assert f'exercise("{name}")' in text
    assert all(f"task.{value}" in text for value in exercise.values)
    for parameter in workbook.find(name).parameters.values():
        assert re.search(rf"^    {parameter.name} +{re.escape(repr(parameter.default))} ", text, re.MULTILINE)

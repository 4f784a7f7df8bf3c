"""Exercises as templates see them: ``exercise("valid_convolution").question``, ``.answer``, ``.figure()``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from generator import workbook
from generator.errors import GeneratorError
from generator.spelling import spelled
from generator.words import Say
from generator.writing import templating
from generator.writing.branch import Branch, branch_of
from generator.writing.options import read_options
from generator.writing.request import Options

Draw = Callable[[str, Mapping[str, object], Options], str]
"""Places a figure with its parameters, and gives what stands in the post."""


def exercise_of(name: object, given: Mapping[str, object], say: Say, draw: Draw) -> Branch:
    """The exercise's question, answer, figures and numbers by name.

    Raises:
        GeneratorError: an unknown exercise or parameter, a wrong type, or values that cannot be.
    """
    if not isinstance(name, str):
        raise GeneratorError(
            'exercise() takes one name in quotes, the rest by name: exercise("participation", size=5)'
        )
    exercise = workbook.solved(name, given, say)
    stem = _Stem(name, given)

    def figure(*others: object, **options: object) -> str:
        return _drawn(exercise.figure, stem, "", others, options, draw)

    def answer_figure(*others: object, **options: object) -> str:
        return _drawn(exercise.answer_figure, stem, "answer", others, options, draw)

    words = {"question": exercise.question, "answer": exercise.answer}
    figures = {"figure": figure, "answer_figure": answer_figure}
    return branch_of(f"exercise({name!r})", {**words, **figures, **exercise.values})


class _Stem:
    """What the files of an exercise's figures are called."""

    def __init__(self, name: str, given: Mapping[str, object]) -> None:
        self._name = name
        self._given = given

    def of(self, *parts: str) -> str:
        """The file's name without its type: ``exercise-participation-size-5-answer``.

        Raises:
            GeneratorError: a parameter cannot be part of it.
        """
        own = []
        for name, parameter in workbook.find(self._name).parameters.items():
            value = self._given.get(name, parameter.default)
            if value != parameter.default:
                own += [name, spelled(self._name, name, value)]
        return "-".join(["exercise", self._name, *own, *(part for part in parts if part)]).replace("_", "-")


def _drawn(
    shown: workbook.Shown,
    stem: _Stem,
    part: str,
    others: tuple[object, ...],
    given: Mapping[str, object],
    draw: Draw,
) -> str:
    """One of the exercise's figures. Posts set its layout alone: its numbers are the answer's, too.

    Raises:
        GeneratorError: another parameter, or a value for the placing that is not of its kind.
    """
    templating.defined(*given.values())
    if others:
        raise GeneratorError("an exercise's figure takes its options by name: figure(width=500)")
    options, parameters = read_options(given)
    for name in parameters:
        if name != "layout":
            raise GeneratorError(
                f"{name}= would change the figure and not the answer; give it to exercise(), if the question "
                "can vary it"
            )
    if options.name is None:
        layout = [f"{name}-{value}" for name, value in parameters.items()]
        options = replace(options, stem=stem.of(part, *layout))
    return draw(shown.figure, {**shown.parameters, **parameters}, options)

"""Finding exercises: questions whose answers are computed, with a figure for both.

An exercise is a module in ``generator/exercises/`` with one function of the module's name. Its only
positional parameter is ``say``, its keyword parameters are what a post may set.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TypeVar

import generator.exercises
from generator.catalog import Entry, checked_by, entry_of, summary_in
from generator.errors import UnknownNameError
from generator.suggest import instead
from generator.words import Say


@dataclass(frozen=True)
class Shown:
    """A figure of an exercise: its name in the catalogue and its parameters."""

    figure: str
    parameters: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Exercise:
    """A question and its answer, in Markdown, with the figures that belong to them.

    ``figure`` gives nothing of the answer away. ``values`` are the numbers of both by name, for posts that
    write a sentence of their own; rows of numbers are text, as the figures' ``drawing`` takes them.
    """

    question: str
    answer: str
    figure: Shown
    answer_figure: Shown
    values: Mapping[str, object]


ExerciseFunction = TypeVar("ExerciseFunction", bound=Callable[..., Exercise])


def exercise(function: ExerciseFunction) -> ExerciseFunction:
    """Marks a function as the exercise of its module.

    Raises:
        TypeError: the function lacks a docstring, or its module has another name.
    """
    if not function.__doc__ or function.__module__.rpartition(".")[2] != function.__name__:
        raise TypeError(f"an exercise has a docstring and its module's name; {function.__qualname__} has not")
    return function


@cache
def names() -> tuple[str, ...]:
    """The names of all exercises, in alphabetical order."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(generator.exercises.__path__)))


def summary(name: str) -> str:
    """The first line of an exercise's docstring, read without importing the exercise."""
    return summary_in(generator.exercises.__path__, name)


@cache
def find(name: str) -> Entry:
    """The exercise of that name.

    Raises:
        GeneratorError: there is none; the message names those that there are.
    """
    if name not in names():
        raise UnknownNameError(f"there is no exercise {name!r}; {instead(name, names())}")
    return entry_of(name, getattr(importlib.import_module(f"generator.exercises.{name}"), name))


def solved(name: str, given: Mapping[str, object], say: Say) -> Exercise:
    """The exercise with these parameters, in the language of ``say``, its answer computed.

    Raises:
        GeneratorError: an unknown exercise or parameter, a wrong type, or values that cannot be.
    """
    entry = find(name)
    made: Exercise = entry.function(say, **checked_by(entry, given))
    return made


def rows(values: list[list[float]]) -> str:
    """Rows of numbers as the figures' ``drawing`` and ``weights`` take them: ``3 0 9 / 5 1 2``."""
    # Without the last digits, in which computers' decimal fractions go astray.
    return " / ".join(" ".join(f"{value:.12g}" for value in row) for row in values)

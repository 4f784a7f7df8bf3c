"""Finding figures, and checking what is asked of them against their signatures.

A figure is a module in ``generator/figures/`` with one function of the module's name. Its positional
parameters name sources (see ``sources.py``), its keyword parameters are what a post may set.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

import generator.figures
from generator.errors import GeneratorError, UnknownNameError
from generator.layout import COLUMN
from generator.parameters import accepts, described, read
from generator.scene import Drawing
from generator.suggest import instead

FigureFunction = TypeVar("FigureFunction", bound=Callable[..., Drawing])


@dataclass(frozen=True)
class Parameter:
    """What a post may set: its name, its type and its default."""

    name: str
    kind: Any
    default: object

    def __str__(self) -> str:
        return f"{self.name}={self.default!r} ({described(self.kind)})"


@dataclass(frozen=True)
class Entry:
    """A figure of the catalogue, or an exercise of the workbook."""

    name: str
    function: Callable[..., Any]
    summary: str
    details: str
    sources: tuple[str, ...]
    parameters: Mapping[str, Parameter]

    @property
    def shows_data(self) -> bool:
        """Whether the figure needs a data set, or a network that was trained on one."""
        return not {"data", "trained", "traces"}.isdisjoint(self.sources)


def figure(function: FigureFunction) -> FigureFunction:
    """Marks a function as the figure of its module; refuses one that the catalogue could not offer.

    Raises:
        TypeError: the function lacks a docstring, or its module has another name.
    """
    if not function.__doc__ or function.__module__.rpartition(".")[2] != function.__name__:
        raise TypeError(f"a figure has a docstring and its module's name; {function.__qualname__} has not")
    return function


@cache
def names() -> tuple[str, ...]:
    """The names of all figures, in alphabetical order."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(generator.figures.__path__)))


def summary(name: str) -> str:
    """The first line of a figure's docstring, read without importing the figure."""
    return summary_in(generator.figures.__path__, name)


def summary_in(folders: Iterable[str], name: str) -> str:
    """The first line of the docstring of a module's function of its own name.

    Raises:
        GeneratorError: the module is no Python.
    """
    files = (Path(folder, f"{name}.py") for folder in folders)
    file = next(file for file in files if file.is_file())
    source = file.read_text(encoding="utf-8")
    begin, head = _head(source, name)
    try:
        tree = ast.parse(head)
    except SyntaxError as problem:
        line = source.count("\n", 0, begin) + (problem.lineno or 1)
        raise GeneratorError(f"is no Python: {problem.msg}", file=file, line=line) from None
    functions = (node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == name)
    return (ast.get_docstring(next(functions)) or "").partition("\n")[0]


def _head(source: str, name: str) -> tuple[int, str]:
    """Where the function begins, and its signature with its docstring: a tenth of the time of the whole."""
    begin = source.find(f"\ndef {name}(") + 1
    opening = source.find('"""', begin)
    closing = source.find('"""', opening + 3)
    return (begin, source[begin : closing + 3]) if begin and 0 <= opening < closing else (0, source)


@cache
def find(name: str) -> Entry:
    """The figure of that name.

    Raises:
        UnknownNameError: there is none; the message names the nearest ones.
    """
    if name not in names():
        raise UnknownNameError(f"there is no figure {name!r}; {instead(name, names(), 'generator list')}")
    function = getattr(importlib.import_module(f"generator.figures.{name}"), name)
    return entry_of(name, function)


def entry_of(name: str, function: Callable[..., object]) -> Entry:
    """What a function's signature and docstring say of it."""
    hints = get_type_hints(function)
    parameters = inspect.signature(function).parameters.values()
    summary, _, details = inspect.cleandoc(function.__doc__ or "").partition("\n")
    return Entry(
        name,
        function,
        summary,
        details.strip(),
        tuple(p.name for p in parameters if p.kind is not p.KEYWORD_ONLY),
        {p.name: Parameter(p.name, hints[p.name], p.default) for p in parameters if p.kind is p.KEYWORD_ONLY},
    )


def checked(name: str, given: Mapping[str, object]) -> dict[str, object]:
    """The given parameters, once each is known to the figure and of its type.

    Raises:
        GeneratorError: an unknown figure or parameter, or a wrong type, with what the figure takes.
    """
    return checked_by(find(name), given)


def checked_by(entry: Entry, given: Mapping[str, object]) -> dict[str, object]:
    """`checked`, for an entry that is at hand."""
    name = entry.name
    for key, value in given.items():
        if key not in entry.parameters:
            near = get_close_matches(key, entry.parameters, n=1)
            hint = f"did you mean {near[0]}? " if near else ""
            raise GeneratorError(f"{name} has no parameter {key!r}; {hint}it takes {takes(entry)}")
        if not accepts(entry.parameters[key].kind, value):
            kind = described(entry.parameters[key].kind)
            raise GeneratorError(
                f"{name}: {key} is {value!r}; it must be {kind}. {name} takes {takes(entry)}"
            )
    return {key: _plain(value) for key, value in given.items()}


def takes(entry: Entry) -> str:
    """All parameters of a figure with defaults and types, as error messages list them."""
    return ", ".join(str(parameter) for parameter in entry.parameters.values()) or "no parameters"


def parsed(name: str, words: tuple[str, ...]) -> dict[str, object]:
    """Parameters from a command line's ``key=value`` words.

    Raises:
        GeneratorError: a word is no ``key=value``; then as `checked`.
    """
    given: dict[str, object] = {}
    for word in words:
        key, equals, value = word.partition("=")
        if not equals:
            raise GeneratorError(
                f"{word!r} is no parameter; write key=value. {name} takes {takes(find(name))}"
            )
        given[key] = read(value)
        parameter = find(name).parameters.get(key)
        # Numbers are text where the figure wants text: drawing=3 names the drawing "3".
        if (
            parameter is not None
            and not accepts(parameter.kind, given[key])
            and accepts(parameter.kind, value)
        ):
            given[key] = value
    return checked(name, given)


def draw(name: str, given: Mapping[str, object], sources: Mapping[str, Callable[[], object]]) -> Drawing:
    """The drawing of a figure with these parameters.

    Raises:
        GeneratorError: as `checked`; values that cannot be; a source that is missing; wider than a page.
    """
    entry = find(name)
    parameters = checked(name, given)
    drawing: Drawing = entry.function(*(sources[source]() for source in entry.sources), **parameters)
    if drawing.width > COLUMN:
        raise GeneratorError(
            f"{name} would be {drawing.width:.0f} px wide at its smallest legible size, "
            f"and a page has {COLUMN}; "
            f"lower one of {', '.join(entry.parameters)}"
        )
    return drawing


def _plain(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value

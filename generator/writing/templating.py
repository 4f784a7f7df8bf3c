"""Jinja2 as posts use it: delimiters that Markdown, Liquid and TeX leave alone, errors with file and line.

An unfilled template previews clean in any Markdown viewer. Nothing undefined is passed over.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from types import CodeType, TracebackType

from jinja2 import Environment, StrictUndefined, Template, TemplateSyntaxError, Undefined, UndefinedError
from jinja2.runtime import Macro
from jinja2.utils import missing

from generator.errors import GeneratorError
from generator.suggest import instead
from generator.writing import escape, filters
from generator.writing.branch import Branch, names_of
from generator.writing.literals import BLOCK, COMMENT, VARIABLE, raw_strings

_FILTERS: Mapping[str, Callable[..., str]] = {
    "thousands": filters.thousands,
    "percent": filters.percent,
    "short": filters.short,
}


def render(source: str, file: Path, context: Mapping[str, object], lines_before: int = 0) -> str:
    """The template's text filled with the context; ``lines_before`` lines of the file stand above ``source``.

    Raises:
        GeneratorError: with the file and the line of whatever went wrong.
    """
    environment = _environment(tuple(context))
    try:
        code = _compiled(source, str(file))
        return Template.from_code(environment, code, environment.make_globals(None)).render(context)
    except TemplateSyntaxError as error:
        raise GeneratorError(
            _syntax(error, environment), file=file, line=error.lineno + lines_before
        ) from error
    except Exception as error:
        if isinstance(error, GeneratorError) and error.file is not None:
            raise
        line = _line(error.__traceback__, str(file))
        place = None if line is None else line + lines_before
        raise GeneratorError(_message(error), file=file, line=place) from error


@lru_cache(maxsize=64)
def _compiled(source: str, filename: str) -> CodeType:
    """The template as Python code, which is the same for every target and context."""
    return _environment(()).compile(raw_strings(source), filename=filename)


def macros(source: str) -> Callable[..., str]:
    """The macros of a target's template, called by name: ``macros(source)("display", tex)``."""
    environment = _environment(())
    environment.filters |= {
        "alt": escape.alt,
        "caption": escape.caption,
        "quoted_caption": escape.quoted_caption,
    }
    module = environment.from_string(source).module

    def call(name: str, *arguments: object) -> str:
        macro: Macro = getattr(module, name)
        return str(macro(*arguments)).strip("\n")

    return call


def defined(*values: object) -> None:
    """Raise for a value that is undefined, which Jinja passes to functions without a word."""
    for value in values:
        if isinstance(value, Undefined):
            str(value)


def current_line() -> int:
    """The line of the template's code that is running now, counted in the source given to ``render``."""
    frame = sys._getframe(1)
    while frame.f_back is not None and "__jinja_template__" not in frame.f_globals:
        frame = frame.f_back
    template: Template = frame.f_globals["__jinja_template__"]
    return template.get_corresponding_lineno(frame.f_lineno)


def _environment(names: tuple[str, ...]) -> Environment:
    environment = Environment(
        variable_start_string=VARIABLE[0],
        variable_end_string=VARIABLE[1],
        block_start_string=BLOCK[0],
        block_end_string=BLOCK[1],
        comment_start_string=COMMENT[0],
        comment_end_string=COMMENT[1],
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
        undefined=_undefined(names),
        finalize=_printable,
    )
    environment.filters |= _FILTERS
    return environment


def _undefined(names: tuple[str, ...]) -> type[Undefined]:
    class Unknown(StrictUndefined):
        """An undefined value whose error lists what is defined; Jinja asks for a class."""

        @property
        def _undefined_message(self) -> str:
            name = str(self._undefined_name)
            if self._undefined_hint:
                return self._undefined_hint
            if self._undefined_obj is missing:
                return f"nothing is called {name!r}; {instead(name, names)}"
            subject, known = names_of(self._undefined_obj)
            return f"{subject} has no {name!r}; {instead(name, known)}"

    return Unknown


def _printable(value: object) -> object:
    if isinstance(value, Branch):
        raise GeneratorError(
            f"{value} is a group of values, not one of them; it has {', '.join(value.names())}"
        )
    if value is None:
        raise GeneratorError("the expression has no value here (None)")
    # An unknown name explains itself when it is printed.
    if not isinstance(value, Undefined) and (callable(value) or isinstance(value, Mapping)):
        name = getattr(value, "__name__", "this")
        raise GeneratorError(
            f"{name} is no value that a post can show; call it with brackets, or ask it for a value"
        )
    return value


def _syntax(error: TemplateSyntaxError, environment: Environment) -> str:
    message = error.message or "syntax error"
    if unknown := re.match(r"No (filter|test) named '(.*)'", message):
        own = ", ".join(_FILTERS)
        known = environment.filters if unknown[1] == "filter" else environment.tests
        return f"there is no {unknown[1]} {unknown[2]!r} beside {own}; {instead(unknown[2], known)}"
    return f"the template's syntax: {message}"


def _message(error: Exception) -> str:
    if isinstance(error, GeneratorError | UndefinedError):
        return error.message or "undefined"
    return f"{type(error).__name__}: {error}"


def _line(trace: TracebackType | None, filename: str) -> int | None:
    """The template's line in a traceback that Jinja has rewritten: of the innermost frame in the template."""
    line = None
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == filename:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line

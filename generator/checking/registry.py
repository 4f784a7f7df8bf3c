"""The checks that there are, found by looking into ``checks/``; none is imported before it is asked for.

A module in ``checks/`` is one check, and its name with hyphens the finding's code. It has one function:
``find(document)`` looks at a post, ``look(blog)`` at a Jekyll site, ``check(site)`` at the project.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import generator.checks

KINDS = ("find", "look", "check")
_FUNCTION = re.compile(rf"^def ({'|'.join(KINDS)})\(", re.MULTILINE)


@dataclass(frozen=True)
class Check:
    """A check: its code, and which of the functions it has."""

    code: str
    kind: str

    @property
    def module_name(self) -> str:
        """The module, as Python imports it."""
        return f"{generator.checks.__name__}.{self.code.replace('-', '_')}"

    @property
    def function(self) -> Any:
        """``find``, ``look`` or ``check``; this imports the module."""
        return getattr(importlib.import_module(self.module_name), self.kind)

    @property
    def docstring(self) -> str:
        """The module's docstring, read without importing it."""
        import ast

        return ast.get_docstring(ast.parse(_source(self.module_name))) or ""

    @property
    def summary(self) -> str:
        """The docstring's first sentence."""
        return " ".join(plain(self.docstring.strip().split("\n\n")[0]).split())


def plain(docstring: str) -> str:
    """The words of a docstring as a terminal shows them, without the marks of code."""
    return re.sub(r"(?<!`)``(?!`)", "", docstring)


@cache
def checks() -> tuple[Check, ...]:
    """All checks, by code."""
    return tuple(_found())


def codes() -> tuple[str, ...]:
    """All codes, in alphabetical order."""
    return tuple(check.code for check in checks())


def of_kind(kind: str) -> list[Check]:
    """The checks that have the function ``kind``."""
    return [check for check in checks() if check.kind == kind]


def _found() -> Iterator[Check]:
    for info in pkgutil.iter_modules(generator.checks.__path__):
        # Read, not imported: what looks at a project imports far more than a post's checks need.
        if function := _FUNCTION.search(_source(f"{generator.checks.__name__}.{info.name}")):
            yield Check(info.name.replace("_", "-"), function[1])


def _source(module: str) -> str:
    spec = find_spec(module)
    return Path(spec.origin).read_text(encoding="utf-8") if spec and spec.origin else ""

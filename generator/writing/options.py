"""Which arguments of ``figure()`` say how it is placed, and which are the figure's own parameters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields

from generator.errors import GeneratorError
from generator.writing.pieces import INLINE
from generator.writing.request import Options

NAMES = tuple(field.name for field in fields(Options) if field.name != "stem")


def read_options(given: Mapping[str, object]) -> tuple[Options, dict[str, object]]:
    """The placing and the parameters.

    Raises:
        GeneratorError: a value for the placing is not of its kind.
    """
    options = Options(
        caption=_words(given, "caption"),
        alt=_words(given, "alt"),
        width=_pixels(given.get("width")),
        name=_name(_words(given, "name")),
        format=_words(given, "format"),
    )
    if options.alt is not None and INLINE.search(options.alt):
        raise GeneratorError("alt= holds a formula; it is read aloud, so say it in words")
    return options, {name: value for name, value in given.items() if name not in NAMES}


def _words(given: Mapping[str, object], name: str) -> str | None:
    value = given.get(name)
    if value is None or isinstance(value, str):
        return value
    raise GeneratorError(f"{name}= takes words in quotes, found {value!r}")


def _pixels(value: object) -> int | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise GeneratorError(f"width= takes a whole number of pixels, found {value!r}")
    return value


def _name(name: str | None) -> str | None:
    if name is not None and name.endswith("-dark"):
        raise GeneratorError(f"name= must not end in -dark, which names files for dark pages; found {name!r}")
    if name is None or re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", name):
        return name
    raise GeneratorError(f"name= becomes a file's name: a-z, 0-9 and single hyphens, found {name!r}")

"""Types and values of parameters as a reader of the gallery sees them, in either language."""

from __future__ import annotations

from collections.abc import Mapping
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from generator.parameters import described
from generator.words import Say


def kind_in_words(kind: Any, say: Say) -> str:
    """A type in words; choices are written as a post writes them."""
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return say(" 또는 ", " or ").join(kind_in_words(part, say) for part in get_args(kind))
    if origin is Literal:
        return " / ".join(map(written, get_args(kind)))
    if origin is tuple and Ellipsis not in get_args(kind):
        return f"({', '.join(kind_in_words(part, say) for part in get_args(kind))})"
    names = {
        int: say("정수", "whole number"),
        float: say("수", "number"),
        bool: "True / False",
        str: say("글", "text"),
        NoneType: "None",
    }
    return names.get(kind) or described(kind)


def written(value: object) -> str:
    """A value as a post's template writes it: text in double quotes."""
    if isinstance(value, str):
        text = value.replace("\\", r"\\").replace('"', r"\"")
        return f'"{text}"'
    if isinstance(value, tuple):
        parts = ", ".join(map(written, value))
        return f"({parts},)" if len(value) == 1 else f"({parts})"
    return repr(value)


def arguments(given: Mapping[str, object]) -> str:
    """Parameters as a post's template writes them: ``kind="max", stride=2``."""
    return ", ".join(f"{name}={written(value)}" for name, value in given.items())


def line_of_post(figure: str, given: Mapping[str, object]) -> str:
    """The line that a post's template writes to get a picture."""
    inside = ", ".join(part for part in (written(figure), arguments(given)) if part)
    return f"<@ figure({inside}) @>"

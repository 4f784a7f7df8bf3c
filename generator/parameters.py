"""What types the parameters of figures may have, how they are named, read and checked."""

from __future__ import annotations

import ast
from math import isfinite
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

_WORDS = {int: "a whole number", float: "a number", bool: "True or False", str: "text", NoneType: "None"}


def accepts(kind: Any, value: object) -> bool:
    """Whether a value is of a type: plain types, unions, ``Literal`` and pairs of whole numbers."""
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return any(accepts(part, value) for part in get_args(kind))
    if origin is Literal:
        return any(value == choice and type(value) is type(choice) for choice in get_args(kind))
    if origin is tuple:
        parts = get_args(kind)
        return (
            isinstance(value, tuple | list) and len(value) == len(parts) and all(map(accepts, parts, value))
        )
    if kind is float:
        return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)
    if kind is int:
        return isinstance(value, int) and not isinstance(value, bool)
    return isinstance(value, kind)


def described(kind: Any) -> str:
    """A type in words."""
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        return " or ".join(described(part) for part in get_args(kind))
    if origin is Literal:
        return " or ".join(repr(choice) for choice in get_args(kind))
    if origin is tuple:
        parts = get_args(kind)
        return f"{'a pair' if len(parts) == 2 else 'a group'} ({', '.join(map(described, parts))})"
    return _WORDS.get(kind, str(kind))


def read(text: str) -> object:
    """The value that a command line's word stands for: a number, True, None, a pair, else the text itself."""
    try:
        value = ast.literal_eval(text)
    except (ValueError, SyntaxError):
        return text
    return value if isinstance(value, int | float | bool | tuple | NoneType) else text

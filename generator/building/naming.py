"""File names that spell what differs from a figure's defaults: ``convolution-stride-2``."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.catalog import find
from generator.errors import GeneratorError

_LONGEST = 80
_WORD = re.compile(r"[a-z0-9]+")


def stem_of(figure: str, parameters: Mapping[str, object], suffix: str = "") -> str:
    """The file's name without its type; the signature's order makes one name for one meaning.

    Raises:
        GeneratorError: a value cannot be part of a file's name, or the name would be too long.
    """
    parts = [figure.replace("_", "-")]
    for name, parameter in find(figure).parameters.items():
        value = parameters.get(name, parameter.default)
        if value != parameter.default:
            parts += [name.replace("_", "-"), _spelled(figure, name, value)]
    stem = "-".join([*parts, suffix] if suffix else parts)
    if len(stem) > _LONGEST:
        raise GeneratorError(
            f"the file name of {figure} would have {len(stem)} characters; give it one with name="
        )
    return stem


def _spelled(figure: str, name: str, value: object) -> str:
    if isinstance(value, tuple | list):
        return "x".join(_spelled(figure, name, part) for part in value)
    text = (
        str(value).lower().replace(".", "-").replace("_", "-").lstrip("-")
        if isinstance(value, str | float)
        else str(value).lower()
    )
    sign = "minus-" if isinstance(value, int | float) and value < 0 else ""
    if not all(_WORD.fullmatch(part) for part in text.lstrip("-").split("-")):
        raise GeneratorError(
            f"{name}={value!r} cannot be part of {figure}'s file name; give it one with name="
        )
    return sign + text.lstrip("-")

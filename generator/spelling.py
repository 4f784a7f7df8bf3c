"""Parameters as parts of file names: ``stride-2``, ``unit-4x4``."""

from __future__ import annotations

import re

from generator.errors import GeneratorError

_WORD = re.compile(r"[a-z0-9]+")


def spelled(owner: str, name: str, value: object) -> str:
    """The value as a part of a file's name; ``owner`` is the figure or exercise that it belongs to.

    Raises:
        GeneratorError: the value cannot be part of one.
    """
    if isinstance(value, tuple | list):
        return "x".join(spelled(owner, name, part) for part in value)
    text = (
        str(value).lower().replace(".", "-").replace("_", "-").lstrip("-")
        if isinstance(value, str | float)
        else str(value).lower()
    )
    sign = "minus-" if isinstance(value, int | float) and value < 0 else ""
    if not all(_WORD.fullmatch(part) for part in text.lstrip("-").split("-")):
        raise GeneratorError(
            f"{name}={value!r} cannot be part of {owner}'s file name; give it one with name="
        )
    return sign + text.lstrip("-")

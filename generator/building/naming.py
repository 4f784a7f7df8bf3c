"""File names that spell what differs from a figure's defaults: ``convolution-stride-2``."""

from __future__ import annotations

from collections.abc import Mapping

from generator.catalog import find
from generator.errors import GeneratorError
from generator.spelling import spelled

_LONGEST = 80


def stem_of(figure: str, parameters: Mapping[str, object], suffix: str = "") -> str:
    """The file's name without its type; the signature's order makes one name for one meaning.

    Raises:
        GeneratorError: a value cannot be part of a file's name, or the name would be too long.
    """
    parts = [figure.replace("_", "-")]
    for name, parameter in find(figure).parameters.items():
        value = parameters.get(name, parameter.default)
        if value != parameter.default:
            parts += [name.replace("_", "-"), spelled(figure, name, value)]
    return with_suffix("-".join(parts), figure, suffix)


def with_suffix(stem: str, figure: str, suffix: str) -> str:
    """The name with the suffix, if there is one, at its end.

    Raises:
        GeneratorError: the name would be too long.
    """
    whole = f"{stem}-{suffix}" if suffix else stem
    if len(whole) > _LONGEST:
        raise GeneratorError(
            f"the file name of {figure} would have {len(whole)} characters; give it one with name="
        )
    return whole

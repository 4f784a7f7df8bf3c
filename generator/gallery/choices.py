"""Which pictures of a figure the gallery shows beside the one with its defaults."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, get_args, get_origin

from generator.catalog import Entry, Parameter


def variants(entry: Entry) -> Iterator[dict[str, object]]:
    """For each choice of words that the figure offers, the parameters that make it."""
    for parameter in entry.parameters.values():
        if not _picks_a_network(entry, parameter):
            for choice in _others(parameter):
                yield {parameter.name: choice}


def _others(parameter: Parameter) -> list[object]:
    if get_origin(parameter.kind) is not Literal:
        return []
    return [choice for choice in get_args(parameter.kind) if choice != parameter.default]


def _picks_a_network(entry: Entry, parameter: Parameter) -> bool:
    """Another trained network gives the same kind of picture, and may not be trained here."""
    return parameter.name == "model" and not {"trained", "traces"}.isdisjoint(entry.sources)

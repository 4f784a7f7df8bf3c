"""What the gallery tells of each figure: its words, its parameters, its pictures or why there are none."""

from __future__ import annotations

from dataclasses import dataclass

from generator import catalog
from generator.gallery.choices import variants
from generator.gallery.kinds import kind_in_words, line_of_post, written
from generator.gallery.needs import needs
from generator.gallery.studio import Missing, Picture, Studio, reason
from generator.words import Say


@dataclass(frozen=True)
class Row:
    """A parameter in words."""

    name: str
    default: str
    kind: str


@dataclass(frozen=True)
class Entry:
    """A figure of the catalogue; ``needs`` is what not every project has."""

    name: str
    summary: str
    notes: str
    needs: tuple[str, ...]
    parameters: tuple[Row, ...]
    picture: Picture | Missing
    variants: tuple[Picture | Missing, ...]


def entry_of(studio: Studio, name: str) -> Entry:
    """The figure of that name, with all its pictures drawn."""
    try:
        found = catalog.find(name)
    except Exception as problem:  # a figure's module is anybody's: it may not even be Python
        return Entry(name, "", "", (), (), Missing("", line_of_post(name, {}), reason(problem)), ())
    say = Say(studio.language)
    rows = (
        Row(parameter.name, written(parameter.default), kind_in_words(parameter.kind, say))
        for parameter in found.parameters.values()
    )
    picture = studio.shown(name, {})
    others = (studio.shown(name, given) for given in variants(found))
    return Entry(
        name,
        found.summary,
        found.details,
        needs(found, say),
        tuple(rows),
        picture,
        tuple(other for other in others if not _says_the_same(other, picture)),
    )


def _says_the_same(other: Picture | Missing, picture: Picture | Missing) -> bool:
    """Whether both are missing for one reason, which need not be told twice."""
    return isinstance(other, Missing) and isinstance(picture, Missing) and other.reason == picture.reason

"""Making the gallery of a project: draw, measure, write."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator import catalog
from generator.atomic import write_bytes
from generator.building.opening import open_settings
from generator.building.workshop import workshop_for_checking
from generator.errors import GeneratorError
from generator.gallery.entries import Entry, entry_of
from generator.gallery.page import page, pictures
from generator.gallery.sizes import KnownSizes, sizes_file
from generator.gallery.studio import Missing, Studio
from generator.learning.progress import bar
from generator.words import known_language

FOLDER = Path("build", "gallery")


@dataclass(frozen=True)
class Made:
    """The page's file, how much is on it, and what could not be drawn."""

    file: Path
    figures: int
    pictures: int
    size: int
    problems: tuple[GeneratorError, ...]


def make(project: Path, to: Path | None, language: str | None, data: str | None) -> Made:
    """Write the gallery; without ``to`` into the project's ``build/gallery``.

    Nothing is trained or downloaded. A figure that cannot be drawn says why in its place, and is among the
    problems if that happens with its default parameters.

    Raises:
        GeneratorError: an unknown language or data set; the file cannot be written.
    """
    settings = open_settings(project, data)
    workshop = workshop_for_checking(settings)
    spoken = known_language(language or settings.language)
    sizes = KnownSizes(sizes_file(), settings.formats)
    shown = _all(Studio(workshop, spoken, sizes))
    sizes.keep()
    content = page(shown, spoken, workshop.data).encode()
    file = (to or settings.root / FOLDER) / "index.html"
    write_bytes(file, content)
    return Made(file, len(shown), len(pictures(shown)), len(content), tuple(map(_problem, _failed(shown))))


def _all(studio: Studio) -> list[Entry]:
    """Every figure of the catalogue; what takes long, painting, goes first and has a bar."""
    names = catalog.names()
    unknown = studio.sizes.unknown(drawing for name in names for drawing in studio.drawings(name))
    with bar("pictures", len(unknown)) as step:
        for _ in studio.sizes.measure(unknown):
            step(1, "")
    return [entry_of(studio, name) for name in names]


def _failed(shown: list[Entry]) -> list[tuple[str, Missing]]:
    return [(entry.name, entry.picture) for entry in shown if isinstance(entry.picture, Missing)]


def _problem(failed: tuple[str, Missing]) -> GeneratorError:
    name, missing = failed
    return GeneratorError(f"{name} is not drawn: {missing.reason}")

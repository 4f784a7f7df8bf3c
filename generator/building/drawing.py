"""Drawing one figure by itself, in a project or anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator import catalog
from generator.atomic import write_bytes
from generator.building import manifest as manifests
from generator.building.build import entry_of
from generator.building.opening import data_of, open_settings
from generator.building.stamps import digest_of
from generator.building.wish import Wish
from generator.building.workshop import workshop_for_building
from generator.errors import GeneratorError
from generator.painting.pictures import file_names, paint
from generator.settings import FORMATS, Settings, chosen
from generator.words import known_language


def draw_one(
    project: Path,
    figure: str,
    words: tuple[str, ...],
    to: Path | None,
    formats: tuple[str, ...],
    language: str | None,
    name: str | None,
    data: str | None,
) -> Iterator[Path]:
    """Paint the figure's files and write them; their paths.

    A picture that the manifest knows is written in its place, and the manifest told; ``to`` or formats
    overrule that.

    Raises:
        GeneratorError: what is asked for cannot be, or a file cannot be written.
    """
    settings = open_settings(project, data)
    parameters = catalog.parsed(figure, words)
    wanted = tuple(chosen("format", suffix, FORMATS) for suffix in formats) or settings.formats
    workshop = workshop_for_building(
        settings, data_of(settings) if catalog.find(figure).shows_data else settings.data
    )
    spoken = known_language(language or settings.language)
    drawing = workshop.drawing(figure, parameters, spoken)
    stem = name or workshop.stem(figure, parameters, spoken)
    wish = Wish(stem, figure, parameters, spoken, drawing, project, None)
    in_place = to is None and not formats and _is_known(settings, wish)
    folder = settings.figures if in_place else to or Path()
    names = file_names(stem, drawing, settings.formats if in_place else wanted)
    if not names:
        raise GeneratorError(f"{figure} stands still; it is made as svg and png, not as {', '.join(wanted)}")
    painted = dict(paint(stem, drawing, spoken, names))
    for file, content in painted.items():
        write_bytes(folder / file, content)
        yield folder / file
    if in_place:
        _note(settings, wish, {file: digest_of(content) for file, content in painted.items()})


def _is_known(settings: Settings, wish: Wish) -> bool:
    """Whether a picture of that name and content is the project's."""
    entry = manifests.read(settings.figures).entries.get(wish.stem)
    wished = entry_of(wish, {})
    return entry is not None and (entry.figure, entry.parameters, entry.language) == (
        wished.figure,
        wished.parameters,
        wished.language,
    )


def _note(settings: Settings, wish: Wish, files: dict[str, str]) -> None:
    manifest = manifests.read(settings.figures)
    entries = {**manifest.entries, wish.stem: entry_of(wish, files)}
    manifests.write(settings.figures, manifests.Manifest(manifest.data, entries))

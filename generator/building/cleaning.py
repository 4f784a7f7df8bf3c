"""Removing what is no longer wanted, and only that."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.building import manifest as manifests
from generator.building.build import orphans, without
from generator.building.wish import Wishes
from generator.errors import GeneratorError
from generator.settings import Settings


def remove(settings: Settings, wishes: Wishes, *, unasked: bool, pictures: bool) -> Iterator[Path]:
    """Remove temporary files, and where asked for pictures that no post asks for, or every picture.

    Raises:
        GeneratorError: a template fails, so that nobody knows which pictures it asks for; a file cannot go.
    """
    if unasked and wishes.problems:
        problem = wishes.problems[0]
        raise GeneratorError(
            f"{problem.message} (mend this first: its pictures would be taken for orphans)",
            file=problem.file,
            line=problem.line,
        )
    paths = [*settings.root.glob("figures/**/.*.tmp"), *settings.root.glob("posts/**/.*.tmp")]
    manifest = manifests.read(settings.figures)
    if pictures:
        files = (settings.figures / name for entry in manifest.entries.values() for name in entry.files)
        paths += [path for path in files if path.is_file()]
        manifests.write(settings.figures, without(manifest, set(manifest.entries)))
    elif unasked:
        paths += orphans(settings, wishes)
        manifests.write(settings.figures, without(manifest, set(manifest.entries) - set(wishes.pictures)))
    for path in paths:
        try:
            path.unlink()
        except OSError as problem:
            raise GeneratorError(f"cannot be removed: {problem.strerror}", file=path) from None
        yield path

"""``generator why``."""

from __future__ import annotations

from pathlib import Path

import click

from generator.commands import DATA
from generator.running import tell


@click.command("why")
@click.argument("figure")
@DATA
@click.pass_obj
def command(project: Path, figure: str, data: str | None) -> int:
    """What makes the pictures of FIGURE (a figure's name or a file's) stale."""
    from generator.building.build import stale_files
    from generator.building.manifest import read
    from generator.building.opening import open_project
    from generator.building.project import wishes_of
    from generator.building.workshop import workshop_for_checking

    settings = open_project(project, data)
    manifest = read(settings.figures)
    wishes = wishes_of(workshop_for_checking(settings), (figure.partition(".")[0],))
    for wish in wishes.pictures.values():
        stale = stale_files(settings.figures, wish, manifest.entries.get(wish.stem), settings.formats)
        for name, reason in stale.items():
            click.echo(f"{name} {reason} ({wish.place})")
        if not stale:
            click.echo(f"{wish.stem} is current ({wish.place})")
    for problem in wishes.problems:
        tell(problem)
    return 1 if wishes.problems else 0

"""``generator build``."""

from __future__ import annotations

from pathlib import Path

import click

from generator.commands import DATA
from generator.running import tell
from generator.words import counted


@click.command("build")
@click.argument("what", nargs=-1, metavar="[POST|FIGURE]…")
@DATA
@click.option("--force", is_flag=True, help="Draw current pictures, too.")
@click.pass_obj
def command(project: Path, what: tuple[str, ...], data: str | None, force: bool) -> int:
    """Train if needed, draw the stale figures, and fill the posts: all, or those named.

    A figure that fails is told with the post and line that asks for it; all others are drawn.
    """
    from generator.building.opening import data_of, open_project
    from generator.building.shortcut import inputs_of, nothing_to_do, take_note

    settings = open_project(project, data)
    name = data_of(settings)
    everything = not what and not force
    current = nothing_to_do(settings, name) if everything else None
    if current is not None:
        click.echo(_told(0, current, name))
        return 0

    from generator.building.build import build as build_all
    from generator.building.build import files_of
    from generator.building.project import wishes_of
    from generator.building.workshop import workshop_for_building

    # Before anything is read: what changes during the build is the next one's business.
    inputs = inputs_of(settings, name)
    wishes = wishes_of(workshop_for_building(settings, name), what)
    report = build_all(
        settings, name, wishes, lambda line: click.echo(line, err=True), force=force, complete=not what
    )
    for problem in report.problems:
        tell(problem)
    click.echo(_told(len(report.written), report.current, name))
    if everything and not report.problems:
        take_note(settings, name, inputs, len(wishes.pictures), files_of(settings, wishes))
    return 1 if report.problems else 0


def _told(written: int, current: int, data: str) -> str:
    were = f"{counted(current, 'picture')} {'was' if current == 1 else 'were'} current"
    return f"{counted(written, 'file')} written, {were}, data: {data}"

"""``generator clean``."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("clean")
@click.option("--orphans", "unasked", is_flag=True, help="Remove the pictures that no post asks for.")
@click.option("--pictures", is_flag=True, help="Remove every picture; build draws them again.")
@click.pass_obj
def command(project: Path, unasked: bool, pictures: bool) -> int:
    """Remove what an interrupted run left behind; with options also pictures. Never posts or networks."""
    from generator.building.cleaning import remove
    from generator.building.opening import open_project
    from generator.building.project import wishes_of
    from generator.building.workshop import workshop_for_checking

    settings = open_project(project, None)
    wishes = wishes_of(workshop_for_checking(settings))
    for path in remove(settings, wishes, unasked=unasked, pictures=pictures):
        click.echo(f"removed {path}")
    return 0

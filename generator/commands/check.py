"""``generator check``."""

from __future__ import annotations

import os
from pathlib import Path

import click

from generator.commands import DATA


@click.command("check")
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "github"]), default=None, help="How to tell."
)
@DATA
@click.pass_obj
def command(project: Path, form: str | None, data: str | None) -> int:
    """Tell what is stale, missing or broken; exit code 1 if anything is. Draws and trains nothing."""
    from generator.building import checking, findings
    from generator.building.manifest import read
    from generator.building.opening import open_settings
    from generator.building.project import wishes_of
    from generator.building.workshop import workshop_for_checking
    from generator.words import counted

    settings = open_settings(project, data)
    wishes = wishes_of(workshop_for_checking(settings))
    found = checking.run(checking.Site(settings, wishes, read(settings.figures)))
    on_github = os.environ.get("GITHUB_ACTIONS") == "true"
    form = form or ("github" if on_github else "text")
    writers = {"text": findings.as_text, "json": findings.as_json, "github": findings.as_annotations}
    if found or form == "json":
        click.echo(writers[form](found))
    pictures, posts = len(wishes.pictures), len(wishes.texts)
    told = counted(len(found), "finding"), counted(posts, "post"), counted(pictures, "picture")
    click.echo("{} in {} with {}".format(*told), err=True)
    return 1 if found else 0

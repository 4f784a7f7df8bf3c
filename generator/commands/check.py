"""``generator check``."""

from __future__ import annotations

import os
from pathlib import Path

import click

from generator.commands import DATA
from generator.running import tell


@click.command("check")
@click.argument("files", nargs=-1, metavar="[FILE]…", type=click.Path(path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "github"]), default=None, help="How to tell."
)
@DATA
@click.pass_obj
def command(project: Path, files: tuple[Path, ...], form: str | None, data: str | None) -> int:
    """Tell what is stale, missing or broken; exit code 1 if anything is. Draws and trains nothing."""
    from generator.checking import formats
    from generator.words import counted

    if files:
        return _posts(project, files, form)
    from generator.building.manifest import read
    from generator.building.opening import open_settings
    from generator.building.project import wishes_of
    from generator.building.workshop import workshop_for_checking
    from generator.checking.project import run
    from generator.checking.site import Site

    settings = open_settings(project, data)
    wishes = wishes_of(workshop_for_checking(settings))
    found = run(Site(settings, wishes, read(settings.figures)))
    on_github = os.environ.get("GITHUB_ACTIONS") == "true"
    form = form or ("github" if on_github else "text")
    writers = {"text": formats.as_text, "json": formats.as_json, "github": formats.as_annotations}
    if found or form == "json":
        click.echo(writers[form](found))
    pictures, posts = len(wishes.pictures), len(wishes.texts)
    told = counted(len(found), "finding"), counted(posts, "post"), counted(pictures, "picture")
    click.echo("{} in {} with {}".format(*told), err=True)
    return 1 if found else 0


def _posts(project: Path, files: tuple[Path, ...], form: str | None) -> int:
    from generator.checking.files import markdown_files
    from generator.checking.finding import Finding
    from generator.checking.posts import findings
    from generator.errors import GeneratorError
    from generator.words import counted

    found: list[Finding] = []
    failed = False
    paths = markdown_files([project / file for file in files])
    for path in paths:
        try:
            found += findings(path)
        except GeneratorError as problem:
            tell(problem)
            failed = True
    for one in found:
        click.echo(str(one))
    click.echo(f"{counted(len(found), 'finding')} in {counted(len(paths), 'file')}", err=True)
    return 1 if found or failed else 0

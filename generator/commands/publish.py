"""``generator publish``."""

from __future__ import annotations

from pathlib import Path

import click

from generator.commands import DATA
from generator.running import tell


@click.command("publish")
@click.argument("posts", nargs=-1, metavar="[POST]…")
@click.option(
    "--to",
    required=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The folder of your Jekyll site, the one with _config.yml.",
)
@click.option("--target", default=None, help="The kind of Markdown, instead of the one for the site's theme.")
@click.option("--assets", default=None, help="The site's folder for pictures, as in assets/img.")
@click.option("--prune", is_flag=True, help="Remove published files that no template asks for any more.")
@click.option("--dry-run", "dry", is_flag=True, help="Only list what would be written; builds nothing.")
@DATA
@click.pass_obj
def command(
    project: Path,
    posts: tuple[str, ...],
    to: Path,
    target: str | None,
    assets: str | None,
    prune: bool,
    dry: bool,
    data: str | None,
) -> int:
    """Build, then bring all posts, or those named, into a Jekyll site: posts, and the pictures they show.

    Only what has changed is written. A post that would stop Jekyll's build stays out; a file there that was
    not published from here, or was changed by hand since, is never touched: both are told, and the exit code
    is 1. The file .generator.json of the site remembers what was published.
    """
    from generator.building.opening import data_of, open_project
    from generator.building.workshop import workshop_for_building, workshop_for_checking
    from generator.publishing.publish import publish
    from generator.publishing.site import open_site
    from generator.publishing.told import lines, remark, summary

    settings = open_project(project, data)
    site = open_site(to, target, assets)
    workshop = workshop_for_checking(settings) if dry else workshop_for_building(settings, data_of(settings))
    done = publish(workshop, site, posts, lambda line: click.echo(line, err=True), prune=prune, dry=dry)
    for problem in done.problems:
        tell(problem)
    if done.problems:
        click.echo(f"nothing was published: {site.root} is as it was", err=True)
        return 1
    for line in lines(done, prune=prune, dry=dry):
        click.echo(line)
    for problem in done.stops:
        tell(problem)
    for step in done.steps:
        if step.why:
            click.echo(f"{to / step.path}: {step.why}", err=True)
    if told := remark(done):
        click.echo(told, err=True)
    click.echo(summary(done, site, prune=prune, dry=dry))
    return 1 if done.count("refuse") or done.stops else 0

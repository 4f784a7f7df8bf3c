"""``generator watch``."""

from __future__ import annotations

from pathlib import Path

import click

from generator.commands import DATA


@click.command("watch")
@click.option("--port", default=8765, show_default=True, help="Where the page is; 0 takes any free port.")
@DATA
@click.pass_obj
def command(project: Path, port: int, data: str | None) -> int:
    """Build on every save, and show the posts on a page of this machine that follows what you write.

    What a save touches is filled and drawn: one post, or all after a change of the settings or of an own
    model. A mistake is told here and on the page, and the next save goes on. Ctrl-C ends it.
    """
    from generator.watching.watch import watch

    watch(project, data, port, lambda line: click.echo(line, err=True))
    return 0

"""``generator gallery``."""

from __future__ import annotations

from pathlib import Path

import click

from generator.commands import DATA
from generator.running import tell


@click.command("gallery")
@click.option(
    "--to", type=click.Path(path_type=Path), help="The folder to write into, instead of build/gallery."
)
@click.option("--language", default=None, help="ko or en, instead of the project's setting.")
@DATA
@click.pass_obj
def command(project: Path, to: Path | None, language: str | None, data: str | None) -> int:
    """Write one page, build/gallery/index.html, that shows every figure with its parameters and files.

    Trains and downloads nothing. What cannot be drawn says so in its place; then the exit code is 1.
    """
    from generator.gallery.making import make

    made = make(project, to, language, data)
    for problem in made.problems:
        tell(problem)
    click.echo(f"{made.file}: {made.figures} figures in {made.pictures} pictures, {made.size / 1e6:.1f} MB")
    return 1 if made.problems else 0

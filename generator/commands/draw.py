"""``generator draw``."""

from __future__ import annotations

from pathlib import Path

import click

from generator.commands import DATA


@click.command("draw", context_settings={"ignore_unknown_options": True})
@click.argument("figure")
@click.argument("parameters", nargs=-1, metavar="[KEY=VALUE]…")
@click.option("--to", type=click.Path(path_type=Path), help="The folder to write into, instead of this one.")
@click.option(
    "--format", "formats", multiple=True, help="svg, gif, webp or png; again for more. All if not said."
)
@click.option("--language", default=None, help="ko or en, instead of the project's setting.")
@click.option("--name", default=None, help="The files' name without suffix.")
@DATA
@click.pass_obj
def command(
    project: Path,
    figure: str,
    parameters: tuple[str, ...],
    to: Path | None,
    formats: tuple[str, ...],
    language: str | None,
    name: str | None,
    data: str | None,
) -> None:
    """Draw one FIGURE, by itself, light and dark: generator draw convolution stride=2 padding=1

    Without --to a picture that a post asks for is drawn in its place in figures/, any other in this folder.
    """
    from generator.building.drawing import draw_one

    for path in draw_one(project, figure, parameters, to, formats, language, name, data):
        click.echo(path)

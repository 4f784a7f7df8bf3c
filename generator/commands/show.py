"""``generator show``."""

from __future__ import annotations

import click


@click.command("show")
@click.argument("figure")
def command(figure: str) -> None:
    """What FIGURE shows, its parameters with their defaults, and an example line for a post.

    The same of an exercise, whose question and answer it tells.
    """
    from generator.showing import described

    click.echo(described(figure))

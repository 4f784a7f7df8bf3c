"""``generator list``."""

from __future__ import annotations

import click


@click.command("list")
@click.option("--exercises", is_flag=True, help="The exercises instead of the figures.")
@click.option("--checks", "of_checks", is_flag=True, help="The checks instead of the figures.")
def command(exercises: bool, of_checks: bool) -> None:
    """All figures with what they show, one a line."""
    if of_checks:
        from generator.checking.explaining import listed

        click.echo(listed())
        return
    from generator import catalog, workbook

    book = workbook if exercises else catalog
    width = max(map(len, book.names()))
    for name in book.names():
        click.echo(f"{name:{width}}  {book.summary(name)}")

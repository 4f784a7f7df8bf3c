"""How far something is, on one line: a bar on a terminal, a few plain words elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

# What is done since the last call, and a word on how it goes.
Step = Callable[[int, str], None]


@contextmanager
def bar(label: str, length: int, *, shown: bool = True) -> Iterator[Step]:
    """Gives a function to call with the steps done and a note, which stands behind the bar.

    The bar is drawn on standard error, and only if that is a terminal.
    """
    if not shown or not sys.stderr.isatty():
        yield lambda steps, note: None
        return
    with click.progressbar(
        length=length, label=label, file=sys.stderr, item_show_func=lambda note: note or "", width=24
    ) as drawn:
        yield lambda steps, note: drawn.update(steps, note)


def line(text: str, *, shown: bool = True) -> None:
    """A line for those who do not see the bar: logs, pipes."""
    if shown and not sys.stderr.isatty():
        click.echo(text, err=True)

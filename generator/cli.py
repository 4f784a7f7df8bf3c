"""The command ``generator``. Its commands are the modules in ``commands/``."""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys
from pathlib import Path

# BLAS starts a thread a core when NumPy is imported; nothing here multiplies large matrices.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import click

from generator import commands
from generator.running import run


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
@click.option(
    "-C",
    "project",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="Work in this folder.",
)
@click.version_option(package_name="generator")
@click.pass_context
def cli(context: click.Context, debug: bool, project: Path) -> None:
    """Draw the figures of posts about deep learning, and fill the posts in.

    A post is a template posts/NAME.md.j2; it asks for figures and numbers by name:

    \b
        <@ figure("convolution", stride=2) @>
        <@ lenet.paper.parameters | thousands @>

    \b
    generator list                      all figures
    generator show convolution          what one takes, and the line that a post writes
    generator draw convolution stride=2 one figure, by itself
    generator gallery                   every figure on one page
    generator build                     train if needed, draw what is stale, fill the posts
    generator watch                     build on every save, with a page that follows
    generator check                     what CI runs: nothing stale, missing or broken
    generator publish --to ../myblog    posts and pictures into your Jekyll site
    generator check post.md --fix       any Markdown: what a viewer would spoil, and mend it
    """
    context.obj = project


for _module in pkgutil.iter_modules(commands.__path__):
    cli.add_command(importlib.import_module(f"{commands.__name__}.{_module.name}").command)


def main() -> None:
    """The program's entry."""
    sys.exit(run(cli))

"""The commands, one a file, found by looking: each module has ``command``, and is named as it is typed.

The command line imports all of them, so what they need is imported inside their functions.
"""

from __future__ import annotations

import click

DATA = click.option(
    "--data", metavar="NAME", help="digits, mnist, fashion or auto, instead of the project's setting."
)

"""From mistakes to one sentence and an exit code: 1 for a mistake, 2 for a wrong command, 130 for Ctrl-C."""

from __future__ import annotations

import errno
import sys
import traceback
from collections.abc import Callable

import click

from generator.errors import GeneratorError, UnknownNameError

FAILED, WRONG, INTERRUPTED = 1, 2, 130


def run(command: Callable[..., object], arguments: list[str] | None = None) -> int:
    """Run a click command; the exit code. ``--debug`` lets the traceback through."""
    debug = "--debug" in (sys.argv[1:] if arguments is None else arguments)
    try:
        result = command(args=arguments, standalone_mode=False)
        return result if isinstance(result, int) else 0
    except click.exceptions.Exit as ending:
        return ending.exit_code
    except click.ClickException as problem:
        problem.show()
        return problem.exit_code
    except (KeyboardInterrupt, click.Abort):
        click.echo("stopped; what was finished is written, nothing is half-written", err=True)
        return INTERRUPTED
    except Exception as problem:
        if debug:
            raise
        click.echo(_sentence(problem), err=True)
        return WRONG if isinstance(problem, UnknownNameError) else FAILED


def tell(problem: GeneratorError) -> None:
    """The sentence on standard error; under ``--debug`` the traceback of its cause stands before it."""
    context = click.get_current_context(silent=True)
    if context and context.find_root().params.get("debug") and problem.__cause__:
        traceback.print_exception(problem.__cause__)
    click.echo(str(problem), err=True)


def _sentence(problem: Exception) -> str:
    if isinstance(problem, GeneratorError):
        return str(problem)
    if isinstance(problem, OSError):
        where = f"{problem.filename}: " if problem.filename else ""
        why = "the disk is full" if problem.errno == errno.ENOSPC else problem.strerror or str(problem)
        return f"{where}{why}"
    if isinstance(problem, ModuleNotFoundError):
        return f"this needs {problem.name}, which is not installed: pip install 'generator[all]'"
    if isinstance(problem, MemoryError):
        return "there is not enough memory for this; ask for a smaller figure"
    return f"a mistake of the program itself, {type(problem).__name__}: {problem}; --debug shows where"

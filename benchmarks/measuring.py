"""How times, peaks of memory and sizes are measured and printed beside what is promised."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
GENERATOR = (sys.executable, "-m", "generator")


@dataclass(frozen=True)
class Row:
    """A promise, and what was measured."""

    what: str
    measured: str
    promised: str
    kept: bool | None
    processor: str = ""

    @property
    def verdict(self) -> str:
        return {True: "kept", False: "BROKEN", None: ""}[self.kept]


@dataclass(frozen=True)
class Run:
    """What a process took: seconds by the clock and of processors, and megabytes at its peak."""

    seconds: float
    processor: float
    megabytes: float


class FailedError(Exception):
    """A command that was to be measured failed."""


def run(*command: str, folder: Path) -> Run:
    """Run a command and measure it."""
    # As users have it: Python keeps what it compiled.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    with tempfile.TemporaryFile() as told:
        process = subprocess.Popen(command, cwd=folder, stdout=told, stderr=told, env=environment)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.perf_counter() - start
        told.seek(0)
        if process.returncode:
            raise FailedError(" ".join(command[2:]) + ": " + told.read().decode().strip().rpartition("\n")[2])
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024 / 1e6)


def best(*command: str, folder: Path, times: int = 5) -> Run:
    """The fastest run, and the largest peak, of several."""
    runs = [run(*command, folder=folder) for _ in range(times)]
    fastest = min(runs, key=lambda run: run.seconds)
    return Run(fastest.seconds, min(r.processor for r in runs), max(r.megabytes for r in runs))


def at_most(what: str, measured: float, promised: float, unit: str, digits: int = 2) -> Row:
    """A row for a promise with an upper bound."""
    return Row(what, f"{measured:,.{digits}f} {unit}", f"≤ {promised:,g} {unit}", measured <= promised)


def time_of(what: str, run: Run, promised: float) -> Row:
    """A row for a time by the clock; of processors beside it, which a busy machine changes less."""
    row = at_most(what, run.seconds, promised, "s")
    return replace(row, processor=f"{run.processor:.2f} s")


def printed(rows: list[Row]) -> None:
    """One line a row, in columns."""
    cells = [(row.what, row.measured, row.processor, row.promised, row.verdict) for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for what, *numbers, verdict in cells:
        columns = (f"{cell:>{width}}" for cell, width in zip(numbers, widths[1:-1], strict=True))
        print("  ".join([f"{what:{widths[0]}}", *columns, verdict]).rstrip(), flush=True)

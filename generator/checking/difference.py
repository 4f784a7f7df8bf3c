"""The difference that mending makes, as patch and git read it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from pathlib import Path

from generator.checking.source import Source


def difference(path: Path, old: Source, new: Source) -> str:
    """The unified difference between two states of a file; empty where there is none."""
    name = path.as_posix()
    return "".join(_ended(difflib.unified_diff(_lines(old), _lines(new), f"a/{name}", f"b/{name}")))


def _lines(source: Source) -> list[str]:
    # Parted at \n alone, whatever else Python takes for a line's end.
    return re.findall(r"[^\n]*\n|[^\n]+", source.raw)


def _ended(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"

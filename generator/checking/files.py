"""Which Markdown files a command means: those named, and those below the folders named."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

SUFFIXES = (".md", ".markdown")
# What others make or carry along: nobody's posts.
PASSED_OVER = frozenset({"_site", "node_modules", ".git", "vendor"})


def markdown_files(named: Iterable[Path]) -> list[Path]:
    """The files in the order named, each once; a folder stands for the Markdown below it, by name."""
    files = (file for path in named for file in (_below(path) if path.is_dir() else [path]))
    return list(dict.fromkeys(files))


def _below(folder: Path) -> Iterator[Path]:
    for name, folders, files in os.walk(folder):
        folders[:] = sorted(set(folders) - PASSED_OVER)
        yield from (Path(name, file) for file in sorted(files) if file.lower().endswith(SUFFIXES))

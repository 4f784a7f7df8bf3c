"""Every post is what its template gives, and every template can be filled."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.checking.finding import Finding, found
from generator.checking.site import Site


def check(site: Site) -> Iterator[Finding]:
    """A finding for each mistake in a template, and for each post that is missing or differs."""
    root = site.settings.root
    for problem in site.wishes.problems:
        yield found(Path(problem.file or root), root, problem.line, problem.message, "posts")
    for path, text in site.wishes.texts.items():
        if not path.is_file():
            yield found(path, root, 1, "is not written yet; generator build writes it", "posts")
        elif (line := _first_difference(path.read_bytes().decode(errors="replace"), text)) is not None:
            yield found(
                path, root, line, "is not what its template gives; generator build writes it anew", "posts"
            )


def _first_difference(old: str, new: str) -> int | None:
    if old == new:
        return None
    old_lines, new_lines = old.splitlines(keepends=True), new.splitlines(keepends=True)
    for number, (before, after) in enumerate(zip(old_lines, new_lines, strict=False), 1):
        if before != after:
            return number
    return min(len(old_lines), len(new_lines)) + 1

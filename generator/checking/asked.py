"""``generator check`` of files or a Jekyll site: what was asked for, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.atomic import write_bytes
from generator.checking.blog import Blog, find_blog
from generator.checking.difference import difference
from generator.checking.finding import Finding
from generator.checking.posts import Post, open_post, template_of, told
from generator.errors import GeneratorError


@dataclass(frozen=True)
class Asked:
    """What the command line says: codes left out, the only ones, and what to do with what can be mended.

    ``show`` takes differences, where they are asked for; ``tell`` takes what goes wrong with one file and
    keeps no other from being checked.
    """

    off: tuple[str, ...]
    only: tuple[str, ...]
    fix: bool
    show: Callable[[str], None] | None
    tell: Callable[[GeneratorError], None]


@dataclass
class Outcome:
    """The findings that are left, how many were mended, and whether a file could not be checked or mended."""

    findings: list[Finding]
    mended: int = 0
    failed: bool = False


def check_files(paths: Sequence[Path], blog: Blog | None, asked: Asked) -> Outcome:
    """Check each file, and mend it if that is asked for; ``blog`` is looked for where none is given."""
    outcome = Outcome([])
    told_of: set[str] = set()

    def tell(problem: GeneratorError) -> None:
        outcome.failed = True
        if str(problem) not in told_of:
            told_of.add(str(problem))
            asked.tell(problem)

    for path in paths:
        try:
            post = open_post(path, blog or _blog_of(path, tell))
            outcome.findings += _checked(post, asked, outcome, tell)
        except GeneratorError as problem:
            tell(problem)
    return outcome


def _blog_of(path: Path, tell: Callable[[GeneratorError], None]) -> Blog | None:
    try:
        return find_blog(path)
    except GeneratorError as problem:
        tell(problem)
        return None


def _checked(
    post: Post, asked: Asked, outcome: Outcome, tell: Callable[[GeneratorError], None]
) -> list[Finding]:
    """What is left to find in a post."""
    if not asked.fix and not asked.show:
        return post.findings(asked.off, asked.only)
    try:
        mended = post.mended(asked.off, asked.only)
    except GeneratorError as problem:
        tell(problem)
        return post.findings(asked.off, asked.only)
    if asked.show:
        asked.show(difference(post.path, post.source, mended.source))
    if not asked.fix or mended.source == post.source:
        return post.findings(asked.off, asked.only)
    if template := template_of(post.path):
        tell(GeneratorError(f"is made by its template; mend {template.name} instead", file=post.path))
        return post.findings(asked.off, asked.only)
    # A link stays one: what it leads to is written.
    write_bytes(post.path.resolve(), mended.source.data)
    outcome.mended += mended.mended
    return told(mended.document, mended.left)

"""``generator check`` of files or a Jekyll site: what was asked for, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.atomic import write_bytes
from generator.checking import equations
from generator.checking.blog import Blog, find_blog
from generator.checking.blog_checks import blog_findings
from generator.checking.blog_posts import posts_of
from generator.checking.difference import difference
from generator.checking.finding import Finding, in_order
from generator.checking.posts import Post, open_post, speaking
from generator.errors import GeneratorError, from_here


@dataclass(frozen=True)
class Asked:
    """What the command line says: codes left out, the only ones, and what to do with what can be mended.

    ``show`` takes differences, where they are asked for; ``tell`` takes what goes wrong with one file and
    keeps no other from being checked, and ``remark`` takes what was made of each file's equations, if wanted.
    """

    off: tuple[str, ...]
    only: tuple[str, ...]
    fix: bool
    show: Callable[[str], None] | None
    tell: Callable[[GeneratorError], None]
    remark: Callable[[str], None] | None = None


@dataclass
class Outcome:
    """The number of files, the findings that are left, how many were mended, and whether a file failed."""

    files: int
    findings: list[Finding]
    mended: int = 0
    failed: bool = False


def check_files(paths: Sequence[Path], blog: Blog | None, asked: Asked) -> Outcome:
    """Check each file, and mend it if that is asked for; ``blog`` is looked for where none is given."""
    outcome = Outcome(len(paths), [])
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
            if asked.remark:
                asked.remark(equations.told(Path(from_here(post.path) or post.path), post.source.text))
        except GeneratorError as problem:
            tell(problem)
    return outcome


def check_site(blog: Blog, asked: Asked) -> Outcome:
    """Check all posts of a Jekyll site, and it as a whole."""
    outcome = check_files(posts_of(blog), blog, asked)
    found = blog_findings(blog, speaking(blog.root, asked.off, asked.only))
    return replace(outcome, findings=in_order([*outcome.findings, *found]))


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
        asked.show(difference(Path(from_here(post.path) or post.path), post.source, mended.source))
    if not asked.fix or mended.source == post.source:
        return post.findings(asked.off, asked.only)
    if post.template:
        tell(GeneratorError(f"is made by its template; mend {post.template.name} instead", file=post.path))
        return post.findings(asked.off, asked.only)
    write_bytes(post.path, mended.source.data)
    outcome.mended += mended.mended
    return post.told(mended.document, mended.left)

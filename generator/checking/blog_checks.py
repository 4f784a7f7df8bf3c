"""The checks of a whole Jekyll site."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from generator.checking.blog import Blog
from generator.checking.document import Document
from generator.checking.fault import BlogFault
from generator.checking.files import SUFFIXES
from generator.checking.finding import Finding, found
from generator.checking.registry import of_kind
from generator.checking.source import read_source
from generator.checking.switches import switches


def blog_findings(blog: Blog, speaking: Collection[str]) -> Iterator[Finding]:
    """What the checks find in the site, less what comments in its posts switch off.

    Raises:
        GeneratorError: a post cannot be read.
    """
    for check in of_kind("look"):
        if check.code in speaking:
            for fault in check.function(blog):
                if not _off(fault, check.code):
                    yield found(fault.path, Path.cwd(), fault.line, fault.message, check.code)


def _off(fault: BlogFault, code: str) -> bool:
    if fault.path.suffix.lower() not in SUFFIXES or not fault.path.is_file():
        return False
    comments = switches(Document(fault.path, read_source(fault.path).text))
    return any(comment.holds(code, fault.line, fault.line) for comment in comments)

"""The checks of a project: of its posts, and of what they ask for."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from generator.checking.blog import THEMES, find_blog
from generator.checking.document import Document
from generator.checking.finding import Finding, finding_of, in_order
from generator.checking.registry import of_kind
from generator.checking.runner import chosen, faults
from generator.checking.site import Site
from generator.settings import Settings


def run(site: Site, off: Collection[str] = (), only: Collection[str] = ()) -> list[Finding]:
    """All findings, by file and place, less what settings and the command line leave out."""
    speaking = chosen({*off, *site.settings.check.off}, only)
    return in_order([*_of_the_project(site, speaking), *_of_its_posts(site, speaking)])


def _of_the_project(site: Site, speaking: Collection[str]) -> Iterator[Finding]:
    for check in of_kind("check"):
        if check.code in speaking:
            yield from check.function(site)


def _of_its_posts(site: Site, speaking: Collection[str]) -> Iterator[Finding]:
    for path, text in site.wishes.texts.items():
        yield from post_findings(site.settings, path, text, speaking)


def post_findings(settings: Settings, path: Path, text: str, speaking: Collection[str]) -> Iterator[Finding]:
    """What the checks find in a post of the project, by place; ``path`` is its file."""
    document = _document(settings, path, text)
    for code, fault in faults(document, speaking):
        # The template has to be mended, which --fix leaves to its author.
        yield finding_of(document, code, fault, settings.root, mends=False)


def _document(settings: Settings, path: Path, text: str) -> Document:
    target = path.parent.name if path.parent != settings.posts else settings.targets[0]
    blog = find_blog(path)
    own = target if target in THEMES else ""
    theme = own or settings.check.theme or (blog.theme if blog else "")
    return Document(path, text, theme, blog, settings.check.viewers)

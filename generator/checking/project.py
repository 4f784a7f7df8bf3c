"""The checks of a project: of its posts, and of what they ask for."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checking import runner
from generator.checking.document import Document
from generator.checking.finding import Finding, finding_of, in_order
from generator.checking.registry import of_kind
from generator.checking.site import Site


def run(site: Site) -> list[Finding]:
    """All findings, by file and place."""
    return in_order([*_of_the_project(site), *_of_its_posts(site)])


def _of_the_project(site: Site) -> Iterator[Finding]:
    for check in of_kind("check"):
        yield from check.function(site)


def _of_its_posts(site: Site) -> Iterator[Finding]:
    for path, text in site.wishes.texts.items():
        document = Document(path, text)
        for code, fault in runner.faults(document):
            yield finding_of(document, code, fault, site.settings.root)

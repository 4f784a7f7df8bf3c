"""What a publication prints: a line for each file that changed, and one at the end."""

from __future__ import annotations

from collections.abc import Iterator

from generator.errors import from_here
from generator.publishing.publish import Publication
from generator.publishing.site import Site
from generator.words import counted


def lines(done: Publication, *, prune: bool, dry: bool) -> Iterator[str]:
    """A line for each file that was (or, dry, would be) written or removed, or is needed no more."""
    would = "would " if dry else ""
    for step in done.steps:
        if step.action == "write":
            yield f"{would}{'write' if dry else 'wrote'} {step.path}"
        elif step.action == "gone" and prune and not step.why:
            yield f"{would}{'remove' if dry else 'removed'} {step.path}"
        elif step.action == "gone" and not step.why:
            yield f"{step.path} is needed no more; --prune removes it"


def remark(done: Publication) -> str:
    """One line about what checks find in the posts that were written; empty if nothing."""
    if not done.remarks:
        return ""
    files = " ".join(str(from_here(file)) for file in done.remarks)
    found = sum(done.remarks.values())
    return f"{counted(found, 'finding')}; generator check {files} tells {'it' if found == 1 else 'them'}"


def summary(done: Publication, site: Site, *, prune: bool, dry: bool) -> str:
    """How many files were written, kept and so on: the last line."""
    gone = sum(step.action == "gone" and not step.why for step in done.steps)
    parts = [
        f"{counted(done.count('write'), 'file')} {'to write' if dry else 'written'}",
        f"{done.count('keep')} kept",
    ]
    if gone:
        parts.append(f"{gone} {('to remove' if dry else 'removed') if prune else 'needed no more'}")
    if hindered := sum(bool(step.why) for step in done.steps):
        parts.append(f"{hindered} left alone")
    return f"{', '.join(parts)}, target: {site.target.name}"

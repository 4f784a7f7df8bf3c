"""Carrying a publication out: builds what is stale, writes what has changed, and keeps the record true."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from generator.atomic import write_bytes
from generator.building.build import build
from generator.building.places import templates
from generator.building.project import wishes_of
from generator.building.stamps import digest_of
from generator.building.workshop import Workshop
from generator.errors import GeneratorError
from generator.publishing import record as records
from generator.publishing.collecting import items_of, pages_of
from generator.publishing.pages import Page
from generator.publishing.plan import Item, Step, released, steps
from generator.publishing.record import Entry
from generator.publishing.site import Site
from generator.publishing.stopping import remaining, stopping, told
from generator.settings import Settings


@dataclass
class Publication:
    """What was done, or would be, file by file, and what went wrong on the way there.

    ``problems`` left the site as it was; ``stops`` would have stopped Jekyll, or do, and kept their posts out
    where that was known beforehand. ``remarks`` are the numbers of other findings, by the page's file.
    """

    steps: list[Step] = field(default_factory=list)
    problems: list[GeneratorError] = field(default_factory=list)
    stops: list[GeneratorError] = field(default_factory=list)
    remarks: dict[Path, int] = field(default_factory=dict)

    def count(self, action: str) -> int:
        """How many files."""
        return sum(step.action == action for step in self.steps)


def publish(
    workshop: Workshop,
    site: Site,
    names: tuple[str, ...],
    tell: Callable[[str], None],
    *,
    prune: bool = False,
    dry: bool = False,
) -> Publication:
    """Bring the posts of those names (all, if none is named) into the site, with the pictures they show.

    A build goes first; what it cannot do ends the publication before the site is touched. A post that would
    stop Jekyll stays out. A ``dry`` one
    neither builds nor writes. Files that no template asks for any more are removed where ``prune`` says so.

    Raises:
        GeneratorError: no post has such a name, the record is damaged, or a file cannot be written.
    """
    settings = workshop.settings
    wishes = wishes_of(workshop, names)
    problems = (
        wishes.problems if dry else build(settings, workshop.data, wishes, tell, complete=not names).problems
    )
    if problems:
        return Publication(problems=problems)
    pages, problems = pages_of(workshop, site, wishes)
    if problems:
        return Publication(problems=problems)
    stops = {page.name: stopping(settings, site, page) for page in pages}
    pages = [page for page in pages if not stops[page.name]]
    items = items_of(settings, site, pages, wishes)
    project = settings.root.name
    there = [template.name for template in templates(settings)]
    old = released(records.read(site.root), project, [each.template for each in pages], there)
    found = steps(site.root, project, items, old)
    if not dry:
        _carry_out(site, project, items, old, found, prune)
    done = Publication(found, stops=[each for several in stops.values() for each in several])
    if not dry:
        _remark(settings, site, pages, done)
    return done


def _remark(settings: Settings, site: Site, pages: list[Page], done: Publication) -> None:
    """What the checks find in the pages that were written now, when all that they link is there."""
    written = {site.root / step.path for step in done.steps if step.action == "write"}
    for page in pages:
        file = site.posts / page.name
        if file not in written:
            continue
        found = remaining(settings, site, page)
        done.stops += told(settings, page, found)
        if others := sum(not fault.stops for fault in found):
            done.remarks[file] = others


def _carry_out(
    site: Site,
    project: str,
    items: dict[str, Item],
    record: dict[str, Entry],
    found: list[Step],
    prune: bool,
) -> None:
    record = dict(record)
    try:
        for step in found:
            item = items.get(step.path)
            if item is None:
                if prune and not step.why:
                    (site.root / step.path).unlink(missing_ok=True)
                    del record[step.path]
            elif item.content is not None:
                if step.action == "write":
                    write_bytes(site.root / step.path, item.content)
                _note(record, step, project, item, item.content)
    finally:
        # Whatever ends it, the record is true of the files that were written.
        records.write(site.root, record)


def _note(record: dict[str, Entry], step: Step, project: str, item: Item, content: bytes) -> None:
    """Remember who needs a file, and its content where it is there as it should be."""
    entry = record.get(step.path)
    if entry is None and step.action == "refuse":
        return
    if entry is not None and entry.project != project:
        return
    digest = entry.digest if entry is not None and step.action == "refuse" else digest_of(content)
    others = () if entry is None else entry.templates
    record[step.path] = Entry(digest, project, tuple(sorted({*others, *item.templates})))

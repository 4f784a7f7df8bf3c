"""What publishing does to each file of a site: nothing to a file that was not written from here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from generator.building.stamps import digest_of
from generator.publishing.record import Entry

Action = Literal["write", "keep", "gone", "refuse"]

_FOREIGN = "is there, and generator did not write it; rename or move it, then publish again"
_OTHER_PROJECT = (
    "was published by the project {0}; give yours another name, or, if this is the same project, "
    "its folder the name {0} again"
)
_EDITED = (
    "was changed by hand since it was published; take the change over into {}, delete the file, "
    "then publish again"
)
_EDITED_AND_GONE = "is needed no more, but was changed by hand since it was published; delete it yourself"


@dataclass(frozen=True)
class Item:
    """A file that a site should have: its bytes (``None`` where they are to be drawn first), and for whom."""

    content: bytes | None
    templates: tuple[str, ...]


@dataclass(frozen=True)
class Step:
    """What becomes of one file; ``why`` says what hinders a refused one."""

    path: str
    action: Action
    why: str = ""


def steps(root: Path, project: str, items: Mapping[str, Item], record: Mapping[str, Entry]) -> list[Step]:
    """A step for each file that the site should have, then for those that nobody needs any more.

    The record is one that `released` has been at: entries without templates are needed by nobody.
    """
    wanted = [_step(root / path, path, project, item, record.get(path)) for path, item in items.items()]
    gone = [
        Step(path, "gone", _EDITED_AND_GONE if _edited(root / path, entry) else "")
        for path, entry in sorted(record.items())
        if entry.project == project and not entry.templates and path not in items
    ]
    return wanted + gone


def released(
    record: Mapping[str, Entry], project: str, published: Iterable[str], there: Iterable[str]
) -> dict[str, Entry]:
    """The record before a publication: templates that are published now, or are gone, ask for nothing yet."""
    asking = set(there) - set(published)
    return {
        path: replace(entry, templates=tuple(name for name in entry.templates if name in asking))
        if entry.project == project
        else entry
        for path, entry in record.items()
    }


def _step(file: Path, path: str, project: str, item: Item, entry: Entry | None) -> Step:
    if not file.is_file():
        # A folder, or a link that leads nowhere, is somebody's, too.
        somebodys = file.exists() or file.is_symlink()
        return Step(path, "refuse", _FOREIGN) if somebodys else Step(path, "write")
    found = digest_of(file.read_bytes())
    if item.content is not None and found == digest_of(item.content):
        return Step(path, "keep")
    if entry is None:
        return Step(path, "refuse", _FOREIGN)
    if entry.project != project:
        return Step(path, "refuse", _OTHER_PROJECT.format(repr(entry.project)))
    if found != entry.digest:
        return Step(path, "refuse", _EDITED.format(" and ".join(item.templates)))
    return Step(path, "write")


def _edited(file: Path, entry: Entry) -> bool:
    return file.is_file() and digest_of(file.read_bytes()) != entry.digest

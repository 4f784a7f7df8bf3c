"""Which saved files mean something to a project, and what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from generator.building.places import SUFFIX
from generator.settings import Settings

_PACKAGE = Path(__file__).parents[1]
# An editor may write a file in several steps; this long nothing more has to come, in milliseconds.
_QUIET = 40


@dataclass(frozen=True)
class Changes:
    """What was saved: templates, something that all posts depend on, or the program's own code.

    ``folders`` says that a watched folder came or went, as when Git changes branches.
    """

    templates: frozenset[Path] = frozenset()
    everything: bool = False
    program: bool = False
    folders: bool = False


def folders(settings: Settings) -> frozenset[Path]:
    """The folders whose files are watched, without those below them."""
    own = {settings.root, *_below(settings)}
    package = {_PACKAGE, *(path for path in _PACKAGE.rglob("*") if path.is_dir() and path.name[0] != "_")}
    return frozenset(path for path in own | package if path.is_dir())


def _below(settings: Settings) -> set[Path]:
    models = {source.file.parent for source in settings.models.values()}
    return {settings.posts, settings.trained, *models} - {settings.root}


def meaning(settings: Settings, saved: Iterable[Path]) -> Changes:
    """What saving these files means."""
    files = set(saved)
    found = {path for path in files if path.parent == settings.posts and path.name.endswith(SUFFIX)}
    sources = {source.file for source in settings.models.values()}
    everything = {
        path
        for path in files
        if path == settings.root / "pyproject.toml"
        or path in sources
        or (path.parent == settings.trained and path.suffix == ".npz")
    }
    program = {path for path in files if path.is_relative_to(_PACKAGE) and path.suffix in (".py", ".j2")}
    return Changes(frozenset(found), bool(everything), bool(program))


def saves(settings: Settings, *, missed: bool = False) -> Iterator[Changes]:
    """Waits, and yields what each save means, or nothing where none came for half a second; ends with Ctrl-C.

    Where saves may have been ``missed``, everything comes first, once the watcher is at work.
    """
    from watchfiles import Change, watch

    below = _below(settings)

    def moves_a_folder(change: Change, path: str) -> bool:
        return change != Change.modified and Path(path) in below

    def means_something(change: Change, path: str) -> bool:
        return moves_a_folder(change, path) or meaning(settings, [Path(path)]) != Changes()

    for batch in watch(
        *folders(settings),
        watch_filter=means_something,
        step=_QUIET,
        recursive=False,
        rust_timeout=500,
        yield_on_timeout=True,
    ):
        if missed:
            missed = False
            yield Changes(everything=True)
        if not batch:
            yield Changes()
            continue
        found = meaning(settings, (Path(path) for _, path in batch))
        moved = any(moves_a_folder(change, path) for change, path in batch)
        yield replace(found, everything=True, folders=True) if moved else found

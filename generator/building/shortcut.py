"""Knowing that nothing is to do without computing anything.

A build is a function of what it reads: the program, the settings, the templates, the files of own models, the
trained networks and the data set, whose content its name fixes. If the digest of all that and of all that was
written is the one that the last complete build noted, another build would write the same bytes. The note lies
in the user's cache.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
from collections.abc import Mapping
from contextlib import suppress
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from pathlib import Path

from generator.atomic import write_bytes
from generator.building import manifest as manifests
from generator.building.places import templates
from generator.building.stamps import digest_of
from generator.building.wish import Wishes
from generator.cache import cache_folder
from generator.errors import GeneratorError
from generator.settings import Settings

# The files in which the libraries that compute say their versions; importing them would take longer.
_LIBRARIES = {"numpy": "version.py", "jinja2": "__init__.py"}
# Where one of these is missing, a figure may have a stand-in.
_OPTIONAL = ("keras", "pydot", "pygraphviz")


def note_file(settings: Settings) -> Path:
    """Where the last complete build of this project is noted."""
    return cache_folder() / f"build-{digest_of(os.fsencode(settings.root))[:16]}.json"


def nothing_to_do(settings: Settings, data: str) -> int | None:
    """How many pictures are current, if everything is as the last complete build left it, else ``None``."""
    # A missing or damaged note, or a missing file: then the build looks for itself.
    with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
        note = json.loads(note_file(settings).read_bytes())
        written = note["written"]
        if (
            note["inputs"] == inputs_of(settings, data)
            and note["trained"] == _trained(settings)
            and all(
                digest_of((settings.root / name).read_bytes()) == digest for name, digest in written.items()
            )
        ):
            return int(note["pictures"])
    return None


def current_wishes(settings: Settings, data: str) -> Wishes | None:
    """What the posts ask for without computing it, where `nothing_to_do`; else ``None``."""
    if nothing_to_do(settings, data) is None:
        return None
    written = {settings.root / name for name in json.loads(note_file(settings).read_bytes())["written"]}
    entries = manifests.read(settings.figures).entries
    stems = [
        stem
        for stem, entry in entries.items()
        if {settings.figures / name for name in entry.files} <= written
    ]
    posts = sorted(path for path in written if path.is_relative_to(settings.posts))
    return Wishes(texts={path: path.read_bytes().decode() for path in posts}, current=frozenset(stems))


def take_note(settings: Settings, data: str, inputs: str, pictures: int, written: Mapping[Path, str]) -> None:
    """Remember a complete build that began with these inputs, and the digest of each file that it made.

    Nothing is noted where an input has changed meanwhile. Where the note cannot be written, the next build
    takes a second longer.
    """
    if inputs != inputs_of(settings, data):
        return
    files = {path.relative_to(settings.root).as_posix(): digest for path, digest in written.items()}
    content = {"inputs": inputs, "trained": _trained(settings), "pictures": pictures, "written": files}
    with suppress(GeneratorError):
        write_bytes(note_file(settings), json.dumps(content, indent=1, sort_keys=True).encode())


def inputs_of(settings: Settings, data: str) -> str:
    """The digest of all that a build reads, but for the networks that it may train itself."""
    package = Path(__file__).parents[1]
    program = (path for path in package.rglob("*") if path.suffix in (".py", ".j2", ".txt"))
    libraries = (
        Path(spec.origin or "").parent / _LIBRARIES[name] for name in _LIBRARIES if (spec := _found(name))
    )
    models = sorted(path for source in settings.models.values() if (path := source.file).is_file())
    files = [*sorted(program), *libraries, *templates(settings), *models]
    there = [name for name in _OPTIONAL if _found(name)], shutil.which("dot")
    said = [sys.version, there, data, settings.language, settings.formats, settings.targets, settings.seed]
    said += [(name, source.written) for name, source in sorted(settings.models.items())]
    return digest_of(f"{said} {_digest(files)}".encode())


def _found(library: str) -> ModuleSpec | None:
    with suppress(ImportError):
        return find_spec(library)
    return None


def _trained(settings: Settings) -> str:
    return _digest(sorted(settings.trained.glob("*")))


def _digest(files: list[Path]) -> str:
    """Of names and contents."""
    total = hashlib.sha256()
    for file in files:
        total.update(f"{file.name} ".encode() + hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()

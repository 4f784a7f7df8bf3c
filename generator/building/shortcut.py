"""Knowing that nothing is to do without computing anything.

A build is a function of what it reads: the program, the settings, the templates, the trained networks and the
data set, whose content its name fixes. If the digest of all that and of all that was written is the one that
the last complete build noted, another build would write the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path

from generator.atomic import write_bytes
from generator.building.places import templates
from generator.errors import GeneratorError
from generator.settings import Settings

NOTE = ".last-build.json"
# The files in which the libraries that compute say their versions; importing them would take longer.
_LIBRARIES = {"numpy": "version.py", "jinja2": "__init__.py"}


def nothing_to_do(settings: Settings, data: str) -> int | None:
    """How many pictures are current, if everything is as the last complete build left it, else ``None``."""
    try:
        note = json.loads((settings.figures / NOTE).read_bytes())
        if note["inputs"] != _inputs(settings, data):
            return None
        written = note["written"]
        if all(_digest([settings.root / name]) == digest for name, digest in written.items()):
            return int(note["pictures"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        # A missing or damaged note, or a missing file: then the build looks for itself.
        return None
    return None


def note(settings: Settings, data: str, pictures: int, written: Iterable[Path]) -> None:
    """Remember a complete build; where that cannot be written, the next build takes a second longer."""
    files = {path.relative_to(settings.root).as_posix(): _digest([path]) for path in written}
    content = {"inputs": _inputs(settings, data), "pictures": pictures, "written": files}
    try:
        write_bytes(settings.figures / NOTE, json.dumps(content, indent=1, sort_keys=True).encode())
    except GeneratorError:
        return


def _inputs(settings: Settings, data: str) -> str:
    package = Path(__file__).parents[1]
    program = (path for path in package.rglob("*") if path.suffix in (".py", ".j2", ".txt"))
    libraries = (
        Path(spec.origin or "").parent / _LIBRARIES[name] for name in _LIBRARIES if (spec := find_spec(name))
    )
    trained = settings.trained.glob("*")
    files = [*sorted(program), *libraries, *sorted(trained), *templates(settings)]
    said = [sys.version, data, settings.language, settings.formats, settings.targets, settings.seed]
    return hashlib.sha256(f"{said} {_digest(files)}".encode()).hexdigest()


def _digest(files: list[Path]) -> str:
    """Of names and contents."""
    total = hashlib.sha256()
    for file in files:
        total.update(f"{file.name} ".encode() + hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()

"""``figures/manifest.json``: what each picture shows and what its files contain."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from generator.atomic import write_bytes
from generator.errors import GeneratorError

NAME = "manifest.json"
_VERSION = 1


@dataclass(frozen=True)
class Entry:
    """A picture: where it comes from, its stamp, and the digest of each of its files by name.

    ``width`` and ``height`` are logical pixels.
    """

    figure: str
    parameters: Mapping[str, Any]
    language: str
    width: int
    height: int
    alt: str
    caption: str
    stamp: Mapping[str, str]
    files: Mapping[str, str]


@dataclass(frozen=True)
class Manifest:
    """The data set that the pictures show, and every picture by its stem."""

    data: str | None
    entries: Mapping[str, Entry]


def read(folder: Path) -> Manifest:
    """The manifest of a folder; an empty one where there is none.

    Raises:
        GeneratorError: the file is damaged.
    """
    path = folder / NAME
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        entries = {stem: _entry(stem, entry) for stem, entry in content["pictures"].items()}
        return Manifest(content["data"], entries)
    except FileNotFoundError:
        return Manifest(None, {})
    except (ValueError, KeyError, TypeError, AttributeError) as problem:
        hint = "delete it and run generator build, which draws everything anew"
        raise GeneratorError(f"is damaged ({problem}); {hint}", file=path) from None
    except OSError as problem:
        raise GeneratorError(f"cannot be read: {problem.strerror}", file=path) from None


def _entry(stem: str, content: Mapping[str, Any]) -> Entry:
    """The entry, once its tables are tables of words; other damage shows in the pictures themselves."""
    entry = Entry(**content)
    for table in (entry.stamp, entry.files):
        if not isinstance(table, dict) or not all(isinstance(word, str) for word in table.values()):
            raise ValueError(f"{stem} has {table!r} where digests by name belong")
    return entry


def write(folder: Path, manifest: Manifest) -> None:
    """Put the manifest into a folder, if its content differs from what is there.

    Raises:
        GeneratorError: the folder cannot be written.
    """
    content = {
        "version": _VERSION,
        "data": manifest.data,
        "pictures": {stem: asdict(entry) for stem, entry in sorted(manifest.entries.items())},
    }
    data = (json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
    path = folder / NAME
    if not path.is_file() or path.read_bytes() != data:
        write_bytes(path, data)

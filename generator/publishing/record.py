"""What was published into a site: the file ``.generator.json`` there, which Jekyll does not publish.

It tells which files came from here, so that nobody else's is ever written over.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath

from generator.atomic import write_bytes
from generator.errors import GeneratorError

NAME = ".generator.json"
_VERSION = 1


@dataclass(frozen=True)
class Entry:
    """A published file: the digest of what was written, the project's name, the templates that need it."""

    digest: str
    project: str
    templates: tuple[str, ...]


def read(root: Path) -> dict[str, Entry]:
    """The published files by their path in the site; none where nothing was published yet.

    Raises:
        GeneratorError: the file is damaged.
    """
    file = root / NAME
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
        return {
            _inside(path): Entry(
                str(each["digest"]), str(each["project"]), tuple(map(str, each["templates"]))
            )
            for path, each in content["files"].items()
        }
    except FileNotFoundError:
        return {}
    except (ValueError, KeyError, TypeError, AttributeError) as problem:
        hint = "bring it back from the site's history; without it no published file can be told from yours"
        raise GeneratorError(f"is damaged ({problem}); {hint}", file=file) from None


def _inside(path: str) -> str:
    """The path, which pruning may remove: a record that somebody else wrote leads nowhere outside."""
    if PurePosixPath(path).is_absolute() or ".." in PurePosixPath(path).parts:
        raise ValueError(f"{path!r} lies outside of the site")
    return path


def write(root: Path, files: Mapping[str, Entry]) -> None:
    """Keep the record; a file that says the same already is left alone."""
    told = {path: asdict(files[path]) for path in sorted(files)}
    content = json.dumps({"version": _VERSION, "files": told}, indent=1, ensure_ascii=False) + "\n"
    file = root / NAME
    if told and not (file.is_file() and file.read_bytes() == content.encode()):
        write_bytes(file, content.encode())
    if not told:
        file.unlink(missing_ok=True)

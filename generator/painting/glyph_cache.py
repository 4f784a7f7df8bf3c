"""Outlines that an earlier run took from the font, because opening it takes longer than drawing.

The cache is one JSON file in the user's cache folder. Its name holds the digest of the font and of the code
that writes outlines, so that a changed one starts anew; where the folder cannot be written there is no cache,
and no harm.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from pathlib import Path

from generator.atomic import write_bytes
from generator.cache import cache_folder
from generator.errors import GeneratorError


def cache_file(*sources: Path) -> Path:
    """Where the outlines that come from these files are kept."""
    digest = hashlib.sha256(b"".join(hashlib.sha256(source.read_bytes()).digest() for source in sources))
    return cache_folder() / f"outlines-{digest.hexdigest()[:16]}.json"


def kept(file: Path) -> dict[str, str]:
    """The outlines by character; none where the file is missing or damaged."""
    with suppress(OSError, ValueError):
        found = json.loads(file.read_text(encoding="utf-8"))
        if isinstance(found, dict) and all(isinstance(path, str) for path in found.values()):
            return found
    return {}


def keep(file: Path, outlines: dict[str, str]) -> None:
    """Write the outlines, together with those that another run has kept meanwhile."""
    content = json.dumps(kept(file) | outlines, ensure_ascii=False, sort_keys=True)
    with suppress(GeneratorError):
        write_bytes(file, content.encode())

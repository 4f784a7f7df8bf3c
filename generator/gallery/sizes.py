"""How many bytes the raster files of a drawing have: measured by painting them, and remembered.

The memory is one JSON file in the user's cache folder. Its name holds a digest of the code that paints, so
that changed code measures anew; where the folder cannot be written nothing is remembered, and no harm.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from functools import partial
from pathlib import Path

import generator.painting
from generator.atomic import write_bytes
from generator.building.stamps import stamp
from generator.cache import cache_folder
from generator.errors import GeneratorError
from generator.painting.pictures import file_names, paint
from generator.scene import Drawing

Sizes = dict[str, int]
"""Bytes by the end of a file's name: ``.png``, ``-dark.gif``."""


class KnownSizes:
    """The sizes that earlier runs have measured, and those of this one."""

    def __init__(self, file: Path, formats: tuple[str, ...]) -> None:
        self._file = file
        self._formats = tuple(suffix for suffix in formats if suffix != "svg")
        self._earlier = _kept(file)
        self._now: dict[str, Sizes] = {}

    def of(self, drawing: Drawing) -> Sizes:
        """The sizes of the drawing's raster files, painted if no run has painted them before."""
        key = self._key(drawing)
        if key not in self._now:
            self._now[key] = self._earlier.get(key) or _measured(drawing, self._formats)
        return self._now[key]

    def unknown(self, drawings: Iterable[Drawing]) -> dict[str, Drawing]:
        """Those of the drawings that no run has painted, each once."""
        keys = {self._key(drawing): drawing for drawing in drawings} if self._formats else {}
        return {key: keys[key] for key in keys.keys() - self._earlier.keys() - self._now.keys()}

    def measure(self, unknown: Mapping[str, Drawing]) -> Iterator[None]:
        """Paint what is unknown on all processors; one step a drawing.

        What cannot be painted stays unknown: `of` raises why.
        """
        if not unknown:
            return
        work = partial(_measured_if_possible, formats=self._formats)
        with ProcessPoolExecutor(min(os.cpu_count() or 1, len(unknown))) as pool:
            for key, found in zip(unknown, pool.map(work, unknown.values()), strict=True):
                if found is not None:
                    self._now[key] = found
                yield

    def _key(self, drawing: Drawing) -> str:
        """What raster files show: all but the words beside the picture."""
        parts = {name: part for name, part in stamp(drawing).items() if name != "words"}
        return hashlib.sha256(json.dumps([parts, self._formats], sort_keys=True).encode()).hexdigest()[:32]

    def keep(self) -> None:
        """Remember what this run has used."""
        content = json.dumps(_kept(self._file) | self._now, sort_keys=True)
        with suppress(GeneratorError):
            write_bytes(self._file, content.encode())


def sizes_file() -> Path:
    """Where sizes are remembered as long as the program paints as it does now."""
    sources = sorted(path for folder in generator.painting.__path__ for path in Path(folder).glob("*.py"))
    digest = hashlib.sha256(b"".join(hashlib.sha256(source.read_bytes()).digest() for source in sources))
    return cache_folder() / f"sizes-{digest.hexdigest()[:16]}.json"


def _measured_if_possible(drawing: Drawing, formats: tuple[str, ...]) -> Sizes | None:
    try:
        return _measured(drawing, formats)
    except Exception:
        return None


def _measured(drawing: Drawing, formats: tuple[str, ...]) -> Sizes:
    names = file_names("", drawing, formats)
    # Words are in the SVG alone, so any language will do.
    return {name: len(content) for name, content in paint("", drawing, "en", names)} if names else {}


def _kept(file: Path) -> dict[str, Sizes]:
    with suppress(OSError, ValueError):
        found = json.loads(file.read_text(encoding="utf-8"))
        if isinstance(found, dict) and all(isinstance(sizes, dict) for sizes in found.values()):
            return found
    return {}

"""The table of figures in the READMEs, written from the catalogue and the pictures that posts ask for.

``make readme`` (``python -m generator.readme``) writes it between two comments of each README.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from generator import catalog
from generator.atomic import write_bytes
from generator.building import manifest as manifests
from generator.building.manifest import Entry, Manifest
from generator.building.opening import open_settings
from generator.building.workshop import Workshop, workshop_for_checking
from generator.errors import GeneratorError
from generator.scene import Drawing
from generator.words import Language, Say
from generator.writing import escape

READMES: Mapping[str, Language] = MappingProxyType({"README.md": "en", "README.ko.md": "ko"})
BEGIN, END = "<!-- figures: make readme writes this table -->", "<!-- end of the figures -->"
_WIDTH = 200  # pixels of a page


def renewed(text: str, table: str, file: Path) -> str:
    """The README's text with this table between its two comments.

    Raises:
        GeneratorError: the comments are not there once each, in their order.
    """
    head, begin, rest = text.partition(BEGIN)
    old, end, tail = rest.partition(END)
    if not (begin and end) or BEGIN in old + tail or END in head + tail:
        raise GeneratorError(f"needs the lines {BEGIN} and {END}, once each and in this order", file=file)
    return f"{head}{BEGIN}\n{table}\n{END}{tail}"


def table(root: Path, language: Language) -> str:
    """A row for each figure of the catalogue: its name, a picture if a post asks for one, what it shows.

    Raises:
        GeneratorError: a figure cannot be computed.
    """
    settings = open_settings(root, None)
    workshop, manifest = workshop_for_checking(settings), manifests.read(settings.figures)
    say = Say(language)
    heads = say("이름", "name"), say("그림", "picture"), say("내용", "what it shows")
    rows = (_row(workshop, manifest, name, language) for name in catalog.names())
    return "\n".join([f"| {' | '.join(heads)} |", "|---|---|---|", *rows])


def _row(workshop: Workshop, manifest: Manifest, name: str, language: Language) -> str:
    stem, parameters = _example(manifest, name)
    drawing = workshop.drawing(name, parameters, language)
    image = _image(stem, drawing) if stem else ""
    # Summaries are English; a caption says in the reader's language what its picture shows.
    shows = catalog.summary(name) if language == "en" else drawing.caption
    return f"| `{name}` | {image} | {escape.caption(shows)} |"


def _image(stem: str, drawing: Drawing) -> str:
    height = round(_WIDTH * drawing.height / drawing.width)
    words = escape.alt(drawing.alt)
    return f'<img src="figures/{stem}.svg" width="{_WIDTH}" height="{height}" alt="{words}">'


def _example(manifest: Manifest, name: str) -> tuple[str, Mapping[str, object]]:
    """The picture nearest to the figure's defaults, by its short name; an empty name where there is none."""

    def drawn(stem: str, entry: Entry) -> bool:
        return entry.figure == name and f"{stem}.svg" in entry.files

    stems = [stem for stem, entry in manifest.entries.items() if drawn(stem, entry)]
    stem = min(stems, key=lambda stem: (len(stem), stem), default="")
    return stem, manifest.entries[stem].parameters if stem else {}


def main() -> None:
    """Renew both READMEs of the working folder's project."""
    root = open_settings(Path(), None).root
    for name, language in READMES.items():
        file = root / name
        old = file.read_text(encoding="utf-8")
        new = renewed(old, table(root, language), file)
        if new != old:
            write_bytes(file, new.encode())
            print(f"{name}: the table is new")


if __name__ == "__main__":
    try:
        main()
    except (GeneratorError, OSError) as problem:
        sys.exit(str(problem))

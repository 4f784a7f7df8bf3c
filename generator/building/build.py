"""Drawing what is stale, and nothing else: content decides, never the time of a file."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.atomic import write_bytes
from generator.building import manifest as manifests
from generator.building.manifest import Entry, Manifest
from generator.building.stamps import REASONS, differences, digest_of
from generator.building.wish import Wish, Wishes
from generator.catalog import find
from generator.errors import GeneratorError, WritingError
from generator.painting.pictures import file_names, paint
from generator.settings import Settings


@dataclass
class Report:
    """What a build did: files written, pictures that were current, and what went wrong."""

    written: list[Path] = field(default_factory=list)
    current: int = 0
    problems: list[GeneratorError] = field(default_factory=list)


def build(
    settings: Settings,
    data: str,
    wishes: Wishes,
    tell: Callable[[str], None],
    *,
    force: bool = False,
    complete: bool = True,
) -> Report:
    """Write the stale files of every wish, then the posts; a figure that fails leaves the others done.

    ``tell`` gets a line for each picture that is painted. The first file that cannot be written ends the
    build. Whatever ends it (a full disk, Ctrl-C), the manifest is true of the files that are there. A build
    that is not ``complete`` leaves the data set that the manifest names.
    """
    report = Report(problems=list(wishes.problems))
    old = manifests.read(settings.figures)
    entries = dict(old.entries)
    try:
        for wish in wishes.pictures.values():
            _draw(settings, wish, entries, report, tell, force)
        for path, text in wishes.texts.items():
            _write_post(path, text, report)
    except WritingError as problem:
        report.problems.append(problem)
    finally:
        _keep(settings.figures, Manifest(data if complete else old.data or data, entries), report)
    return report


def files_of(settings: Settings, wishes: Wishes) -> dict[Path, str]:
    """All that a complete build of these wishes leaves, with its digests: manifest, pictures, posts."""
    known = manifests.read(settings.figures)
    path = settings.figures / manifests.NAME
    pictures = {
        settings.figures / name: digest
        for stem in wishes.pictures
        for name, digest in known.entries[stem].files.items()
    }
    posts = {path: digest_of(text.encode()) for path, text in wishes.texts.items()}
    return {path: digest_of(path.read_bytes())} | pictures | posts


def _keep(folder: Path, manifest: Manifest, report: Report) -> None:
    """Write the manifest; on a full disk that is told already, nothing more is told."""
    try:
        manifests.write(folder, manifest)
    except WritingError as problem:
        if not any(isinstance(told, WritingError) for told in report.problems):
            report.problems.append(problem)


def _draw(
    settings: Settings,
    wish: Wish,
    entries: dict[str, Entry],
    report: Report,
    tell: Callable[[str], None],
    force: bool,
) -> None:
    stale = stale_files(settings.figures, wish, entries.get(wish.stem), settings.formats)
    wanted = file_names(wish.stem, wish.drawing, settings.formats)
    names = wanted if force else list(stale)
    if not names:
        # The words may have changed where no file shows them.
        entries[wish.stem] = entry_of(wish, _only(entries[wish.stem].files, wanted))
        report.current += 1
        return
    tell(f"{wish.stem}: {', '.join(name.removeprefix(wish.stem) for name in names)}")
    try:
        painted = dict(paint(wish.stem, wish.drawing, wish.language, names))
    except (WritingError, ImportError, MemoryError):
        raise
    except Exception as problem:
        report.problems.append(_at_post(problem, wish))
        return
    kept = dict(entries[wish.stem].files) if wish.stem in entries else {}
    kept = {name: digest for name, digest in kept.items() if name in wanted and name not in painted}
    # Each file is known the moment it is there, so that an interrupted build leaves a true manifest.
    entries[wish.stem] = entry_of(wish, kept)
    for name, content in painted.items():
        write_bytes(settings.figures / name, content)
        kept[name] = digest_of(content)
        entries[wish.stem] = entry_of(wish, kept)
        report.written.append(settings.figures / name)


def _at_post(problem: Exception, wish: Wish) -> GeneratorError:
    """What hindered painting, at the line of the post that asks for the picture."""
    if isinstance(problem, GeneratorError) and problem.file:
        return problem
    known = isinstance(problem, GeneratorError | ValueError)
    why = str(problem) if known else f"{type(problem).__name__}: {problem}; --debug shows where"
    found = GeneratorError(f"{wish.stem} cannot be painted: {why}", file=wish.post, line=wish.line)
    found.__cause__ = problem
    return found


def _only(files: Mapping[str, str], wanted: list[str]) -> dict[str, str]:
    """The digests of the files that the settings' formats ask for."""
    return {name: digest for name, digest in files.items() if name in wanted}


def entry_of(wish: Wish, files: Mapping[str, str]) -> Entry:
    """What the manifest says of a wish whose files have these digests."""
    drawing = wish.drawing
    size = math.ceil(drawing.width), math.ceil(drawing.height)
    return Entry(
        wish.figure,
        _telling(wish),
        wish.language,
        *size,
        drawing.alt,
        drawing.caption,
        wish.stamp,
        dict(files),
    )


def _telling(wish: Wish) -> dict[str, object]:
    """The parameters that are not the figure's defaults, as JSON can hold them."""
    defaults = {name: parameter.default for name, parameter in find(wish.figure).parameters.items()}
    told = {name: value for name, value in wish.parameters.items() if value != defaults[name]}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in told.items()}


def stale_files(folder: Path, wish: Wish, entry: Entry | None, formats: tuple[str, ...]) -> dict[str, str]:
    """The files of a wish that are missing, changed or out of date, each with the reason."""
    reasons: dict[str, str] = {}
    for name in file_names(wish.stem, wish.drawing, formats):
        if entry is None or name not in entry.files:
            reasons[name] = "is not drawn yet"
        elif parts := differences(name, entry.stamp, wish.stamp):
            reasons[name] = "is out of date: " + "; ".join(REASONS[part] for part in parts)
        elif damage := damaged(folder / name, entry.files[name]):
            reasons[name] = damage
    return reasons


def damaged(path: Path, digest: str) -> str:
    """Why a file is not the one that the manifest knows; empty where it is."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return "is missing"
    except OSError as problem:
        return f"cannot be read: {problem.strerror}"
    return "" if digest_of(content) == digest else "is not what was drawn: its content has changed"


def _write_post(path: Path, text: str, report: Report) -> None:
    content = text.encode()
    if not path.is_file() or path.read_bytes() != content:
        write_bytes(path, content)
        report.written.append(path)


def orphans(settings: Settings, wishes: Wishes) -> list[Path]:
    """Pictures in ``figures/`` that no post asks for or links, manifest entry or not."""
    manifest = manifests.read(settings.figures)
    asked = (stem for stem in wishes.stems if stem in manifest.entries)
    known = {name for stem in asked for name in manifest.entries[stem].files}
    texts = "".join(wishes.texts.values())
    suffixes = {".svg", ".png", ".gif", ".webp"}
    return sorted(
        path
        for path in settings.figures.glob("*")
        if path.suffix in suffixes and path.name not in known and path.name not in texts
    )


def without(manifest: Manifest, stems: set[str]) -> Manifest:
    """The manifest less some pictures."""
    return replace(manifest, entries={stem: e for stem, e in manifest.entries.items() if stem not in stems})

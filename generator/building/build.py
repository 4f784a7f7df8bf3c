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
    settings: Settings, data: str, wishes: Wishes, tell: Callable[[str], None], *, force: bool = False
) -> Report:
    """Write the stale files of every wish, then the posts; a figure that fails leaves the others done.

    ``tell`` gets a line for each picture that is painted. The first file that cannot be written ends the
    build. Whatever ends it (a full disk, Ctrl-C), the manifest is true of the files that are there.
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
        _keep(settings.figures, Manifest(data, entries), report)
    return report


def files_of(settings: Settings, wishes: Wishes) -> list[Path]:
    """All that a complete build of these wishes leaves: the manifest, its pictures, and the posts."""
    pictures = [
        settings.figures / name
        for stem, wish in wishes.pictures.items()
        for name in file_names(stem, wish.drawing, settings.formats)
    ]
    return [settings.figures / manifests.NAME, *pictures, *wishes.texts]


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
        files = _paint(settings.figures, wish, names)
    except (WritingError, ImportError, MemoryError):
        raise
    except Exception as problem:
        report.problems.append(_at_post(problem, wish))
        return
    kept = entries[wish.stem].files if wish.stem in entries else {}
    entries[wish.stem] = entry_of(wish, _only({**kept, **files}, wanted))
    report.written += [settings.figures / name for name in names]


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


def _paint(folder: Path, wish: Wish, names: list[str]) -> dict[str, str]:
    """Write the named files once all of them are painted; their digests by name."""
    painted = dict(paint(wish.stem, wish.drawing, wish.language, names))
    for name, content in painted.items():
        write_bytes(folder / name, content)
    return {name: digest_of(content) for name, content in painted.items()}


def entry_of(wish: Wish, files: Mapping[str, str]) -> Entry:
    """What the manifest says of a wish whose files have these digests."""
    drawing = wish.drawing
    size = math.ceil(drawing.width), math.ceil(drawing.height)
    parameters = {
        key: list(value) if isinstance(value, tuple) else value for key, value in wish.parameters.items()
    }
    return Entry(
        wish.figure, parameters, wish.language, *size, drawing.alt, drawing.caption, wish.stamp, dict(files)
    )


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


def orphans(settings: Settings, wanted: set[str]) -> list[Path]:
    """Pictures in ``figures/`` that no post asks for, manifest entry or not."""
    manifest = manifests.read(settings.figures)
    files = {name for stem in wanted if stem in manifest.entries for name in manifest.entries[stem].files}
    known = {manifests.NAME, *files}
    suffixes = {".svg", ".png", ".gif", ".webp"}
    return sorted(p for p in settings.figures.glob("*") if p.suffix in suffixes and p.name not in known)


def without(manifest: Manifest, stems: set[str]) -> Manifest:
    """The manifest less some pictures."""
    return replace(manifest, entries={stem: e for stem, e in manifest.entries.items() if stem not in stems})

"""Every figure of the catalogue in one post: drawn from nothing, drawn again, and after one change each."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from measuring import GENERATOR, PROJECT, FailedError, Row, Run, best, run, time_of

# A role that many figures use and many do not, and no data; a word of one figure's caption.
COLOUR = '"output-strong": "#14805A"', '"output-strong": "#14805B"'
CAPTION = "특징 맵이 된다", "특징 맵이 나온다"


def whole_catalogue(folder: Path) -> list[Row]:
    """Times for all figures, and what one changed colour, parameter and word make anew."""
    program, project = _program(folder), _project(folder / "catalogue")
    os.environ["PYTHONPATH"] = str(program.parent)
    try:
        cold = run(*GENERATOR, "build", folder=project)
        idle = best(*GENERATOR, "build", folder=project, times=3)
        count = len(_pictures(project))
        return [
            time_of(f"the whole catalogue: {_figures(project)} figures, {count} files", cold, 60),
            time_of("the whole catalogue, nothing to do", idle, 0.5),
            _one_colour(program, project),
            _one_word(program, project),
            _one_parameter(project),
        ]
    finally:
        del os.environ["PYTHONPATH"]


def _program(folder: Path) -> Path:
    """A copy of the program, which the measurements change."""
    return Path(shutil.copytree(PROJECT / "generator", folder / "program" / "generator"))


def _project(folder: Path) -> Path:
    """A project whose one post asks for each figure as it comes."""
    shutil.copytree(PROJECT / "figures" / "trained", folder / "figures" / "trained")
    shutil.copy(PROJECT / "pyproject.toml", folder)
    listed = subprocess.run([*GENERATOR, "list"], capture_output=True, text=True, check=True, cwd=PROJECT)
    names = [line.split()[0] for line in listed.stdout.splitlines()]
    (folder / "posts").mkdir()
    text = "\n\n".join(f'<@ figure("{name}") @>' for name in names)
    (folder / "posts" / "2026-01-01-catalogue.md.j2").write_text(f"# 그림\n\n{text}\n", encoding="utf-8")
    return folder


def _figures(project: Path) -> int:
    return (project / "posts" / "2026-01-01-catalogue.md.j2").read_text(encoding="utf-8").count("<@")


def _pictures(project: Path) -> dict[Path, int]:
    """Every picture file with the time of its last writing."""
    files = (path for path in (project / "figures").iterdir() if path.suffix not in (".json", ""))
    return {path: path.stat().st_mtime_ns for path in files}


def _rewritten(project: Path) -> tuple[set[str], Run]:
    before = _pictures(project)
    done = run(*GENERATOR, "build", folder=project)
    after = _pictures(project)
    return {path.name for path in after if before.get(path) != after[path]}, done


def _one_colour(program: Path, project: Path) -> Row:
    """A light page's colour: the SVG files that have it, and their light pictures."""
    old = re.search(r"#\w{6}", COLOUR[0])
    assert old
    pages = [path for path in _pictures(project) if path.suffix == ".svg"]
    having = {path.stem for path in pages if old[0].lower() in path.read_text(encoding="utf-8").lower()}
    expected = {path.name for path in _pictures(project) if path.stem in having}
    _replace(program / "painting" / "themes.py", *COLOUR)
    return _row("one changed colour", expected, project)


def _one_word(program: Path, project: Path) -> Row:
    """A word of a caption: that figure's SVG, which carries it."""
    _replace(program / "figures" / "convolution.py", *CAPTION)
    return _row("one changed word of a caption", {"convolution.svg"}, project)


def _one_parameter(project: Path) -> Row:
    """A parameter: that figure's files."""
    post = project / "posts" / "2026-01-01-catalogue.md.j2"
    _replace(post, 'figure("convolution")', 'figure("convolution", stride=2)')
    names = [
        f"convolution-stride-2{dark}.{suffix}" for dark in ("", "-dark") for suffix in ("png", "gif", "webp")
    ]
    return _row("one changed parameter", {"convolution-stride-2.svg", *names}, project)


def _replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    if text.count(old) != 1:
        raise FailedError(f"{file.name} has {old!r} {text.count(old)} times; the benchmark needs it once")
    file.write_text(text.replace(old, new), encoding="utf-8")


def _row(what: str, expected: set[str], project: Path) -> Row:
    rewritten, done = _rewritten(project)
    right = rewritten == expected
    if not right:
        print(f"{what}: rewritten, and not expected: {sorted(rewritten - expected)}", file=sys.stderr)
        print(f"{what}: expected, and not rewritten: {sorted(expected - rewritten)}", file=sys.stderr)
    times = f"{done.processor:.2f} s"
    return Row(what, f"{len(rewritten)} files", f"{len(expected)} files", right, times)

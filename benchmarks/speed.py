"""Prints what the project promises about time and size beside what this machine measures.

Everything is measured in processes of its own, on a copy of the project; nothing is downloaded or trained.
This process stays small: Linux counts a parent's memory as its child's peak.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from catalogue import whole_catalogue
from checking import checking
from following import following
from measuring import GENERATOR, PROJECT, FailedError, Row, at_most, best, printed, run, time_of


def telling(folder: Path) -> list[Row]:
    """Commands that draw nothing."""
    return [
        time_of(f"generator {option}", best(*GENERATOR, option, folder=folder), 0.3)
        for option in ("--help", "list")
    ]


def yardstick(folder: Path) -> list[Row]:
    """What every command that computes must spend: the other times are to be read against it."""
    numpy = best(sys.executable, "-c", "import numpy", folder=folder)
    return [replace(time_of("for comparison: Python importing NumPy", numpy, 9), promised="", kept=None)]


def nothing_to_do(copy: Path) -> list[Row]:
    """A build of the project when everything is current."""
    run(*GENERATOR, "build", folder=copy)
    idle = best(*GENERATOR, "build", folder=copy)
    return [
        time_of("build, nothing to do", idle, 0.5),
        at_most("build, nothing to do, memory", idle.megabytes, 100, "MB", 0),
    ]


def one_figure(folder: Path) -> list[Row]:
    """One figure from nothing, without a trained network."""
    formats = [word for suffix in ("svg", "gif", "png") for word in ("--format", suffix)]
    drawn = best(*GENERATOR, "draw", "convolution", *formats, folder=folder, times=3)
    return [time_of("draw convolution: SVG, GIF, PNG, light and dark", drawn, 1.5)]


def film(folder: Path) -> list[Row]:
    """The nine-frame convolution against Matplotlib, and its sizes."""
    script = Path(__file__).with_name("film.py")
    done = subprocess.run([sys.executable, str(script)], cwd=folder, capture_output=True, text=True)
    if done.returncode:
        raise FailedError("film.py: " + done.stderr.strip().rpartition("\n")[2])
    m = json.loads(done.stdout.splitlines()[-1])
    width, height = m["size"]
    ours, theirs = m["gif_seconds"], m["matplotlib_seconds"]
    name = f"{m['frames']}-frame GIF, {width:,} × {height} px"
    return [
        Row(f"{name}, drawn and written", f"{ours * 1000:,.0f} ms", "", None),
        Row(f"{name}, Matplotlib's FuncAnimation", f"{theirs * 1000:,.0f} ms", "", None),
        Row("how many times faster", f"{theirs / ours:.1f} ×", "≥ 4 ×", theirs >= 4 * ours),
        at_most("animated SVG", m["svg"] / 1000, 10, "KB", 1),
        Row("animated SVG, compressed (gzip)", f"{m['svg_gzip'] / 1000:.1f} KB", "", None),
        at_most("GIF", m["gif"] / 1000, 95, "KB", 1),
        Row("GIF by Matplotlib", f"{m['matplotlib_bytes'] / 1000:.1f} KB", "", None),
        at_most("WebP, lossless", m["webp"] / 1000, 30, "KB", 1),
        Row("white in GIF, WebP, PNG", "#FFFFFF" if m["white"] else "another", "#FFFFFF", m["white"]),
    ]


def from_nothing(copy: Path) -> list[Row]:
    """Every picture and post of the project, from nothing but trained networks."""
    for path in [*(copy / "figures").glob("*.*"), *(copy / "posts").rglob("*.md")]:
        path.unlink()
    done = run(*GENERATOR, "build", folder=copy)
    count = sum(path.suffix != ".json" for path in (copy / "figures").glob("*.*"))
    return [
        time_of(f"everything but the training: {count} pictures", done, 60),
        at_most("the same, memory", done.megabytes, 1500, "MB", 0),
    ]


def equations(folder: Path) -> list[Row]:
    """Slips in equations that the check finds, and what it says where all is right."""
    from equations import SETS
    from equations import rows as measured

    return [row for name in SETS for row in measured(name, jobs=os.cpu_count() or 1) if row.what[0] != " "]


def copied(folder: Path) -> Path:
    """The project's sources and pictures in a folder of their own."""
    copy = folder / "project"
    for name in ("posts", "figures"):
        shutil.copytree(PROJECT / name, copy / name)
    shutil.copy(PROJECT / "pyproject.toml", copy)
    return copy


def main() -> None:
    """Measure everything; a part that fails is told, and the others are measured."""
    load, cores = os.getloadavg()[0], os.cpu_count() or 1
    if load > cores / 2:
        print(f"other programs keep {load:.1f} of {cores} cores busy: times are longer than they need be\n")
    rows = [Row("what", "measured", "promised", None, "processor")]
    failures = []
    with tempfile.TemporaryDirectory() as folder:
        copy, outside = copied(Path(folder)), Path(folder) / "outside"
        outside.mkdir()
        for part, where in (
            (yardstick, outside),
            (telling, outside),
            (nothing_to_do, copy),
            (following, copy),
            (checking, outside),
            (equations, outside),
            (one_figure, outside),
            (film, outside),
            (from_nothing, copy),
            (whole_catalogue, outside),
        ):
            try:
                rows += part(where)
            except FailedError as failure:
                failures.append(f"not measured ({part.__name__.replace('_', ' ')}): {failure}")
    printed(rows)
    for failure in failures:
        print(failure)


if __name__ == "__main__":
    main()

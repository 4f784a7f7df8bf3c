"""A small project for tests: two posts whose figures need no trained network."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from generator.building.shortcut import note_file
from generator.cli import cli
from generator.running import run
from generator.settings import Settings

SETTINGS = '[tool.generator]\ndata = "digits"\nformats = ["svg", "png"]\n'
FILMS = """\
---
title: 합성곱
lang: ko
---

## 합성곱

<@ figure("convolution") @>

보폭을 넓히면 특징 맵이 작아진다.

<@ figure("convolution", stride=2) @>
"""
POOLING = """\
---
title: Pooling
lang: en
---

The window keeps one number.

<@ figure("pooling", name="pooling") @>
"""
SECOND_FIGURE_LINE, POOLING_LINE = 12, 8


@dataclass(frozen=True)
class Outcome:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def sentences(self) -> list[str]:
        """Lines on standard error, less those that tell which files are being painted."""
        return [line for line in self.err.splitlines() if ": ." not in line and ": -dark" not in line]


@dataclass(frozen=True)
class Project:
    """A folder with settings and posts, and the command in it."""

    root: Path
    capture: Callable[[], tuple[str, str]]

    @property
    def figures(self) -> Path:
        return self.root / "figures"

    @property
    def posts(self) -> Path:
        return self.root / "posts"

    def settings(self, text: str) -> None:
        (self.root / "pyproject.toml").write_text(text, encoding="utf-8")

    def post(self, name: str, body: str) -> Path:
        """Write a template: the name without suffixes, its text."""
        path = self.posts / f"{name}.md.j2"
        path.write_text(body, encoding="utf-8")
        return path

    def change(self, name: str, old: str, new: str) -> None:
        """Replace words in a template."""
        path = self.posts / f"{name}.md.j2"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    @property
    def note(self) -> Path:
        """Where the last complete build is noted."""
        return note_file(Settings(self.root.resolve()))

    def run(self, *arguments: str, keep_note: bool = False) -> Outcome:
        """The command in this process; the working folder is the project.

        Tests change the program in memory, which the note of the last build cannot know: it goes first.
        """
        if not keep_note:
            with suppress(OSError):
                self.note.unlink()
        self.capture()
        code = run(cli, list(arguments))
        return Outcome(code, *self.capture())

    def apart(
        self, *arguments: str, before: str = "", environment: Mapping[str, str] | None = None
    ) -> Outcome:
        """The command in a process of its own, after the Python code ``before``."""
        code = f"import sys\n{before}\nfrom generator.cli import main\nsys.argv[0] = 'generator'\nmain()"
        done = subprocess.run(
            [sys.executable, "-c", code, *arguments],
            cwd=self.root,
            env={**os.environ, **(environment or {})},
            capture_output=True,
            timeout=100,
        )
        return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())

    def files(self) -> dict[str, bytes]:
        """The content of every file by its path in the project."""
        paths = (path for path in self.root.rglob("*") if path.is_file())
        return {path.relative_to(self.root).as_posix(): path.read_bytes() for path in paths}

    def left_behind(self) -> list[Path]:
        """Temporary files."""
        return list(self.root.rglob("*.tmp"))

    @contextmanager
    def changes(self) -> Iterator[set[str]]:
        """Collects the files that are written, removed or changed inside the block."""
        before, times = self.files(), self._times()
        names: set[str] = set()
        yield names
        after, times_after = self.files(), self._times()
        names |= {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
        names |= {name for name in after.keys() & before.keys() if times[name] != times_after[name]}

    def _times(self) -> dict[str, int]:
        return {name: (self.root / name).stat().st_ino for name in self.files()}


def without(*modules: str) -> str:
    """Python code after which these modules, and what is below them, cannot be imported."""
    return f"""
class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {modules!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)
sys.meta_path.insert(0, Missing())
"""


TRAINING = ("tensorflow", "keras")
DRAWING = (
    "matplotlib",
    "koreanize_matplotlib",
    "imageio",
    "PIL",
    "resvg",
    "resvg_py",
    "fontTools",
    "sklearn",
    "scipy",
)
DOWNLOADING = ("pooch", "requests", "tqdm")
GRAPHVIZ = ("pydot", "pygraphviz")
HEAVY = (*TRAINING, *DRAWING, *DOWNLOADING, *GRAPHVIZ)

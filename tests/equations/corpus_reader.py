"""Reads the documents that a check of equations is measured with: right ones, wrong ones, hostile ones.

The wrong ones are right ones with one slip of ``slips*.txt`` in each.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.equations.slips import Slip, slips, with_slip

HERE = Path(__file__).parent
SETS = ("corpus", "held_out")


@dataclass(frozen=True)
class Mark:
    """What is wrong, on which line (from 1): ``was`` became ``now``.

    A ``question`` contradicts nothing and is merely odd beside its neighbours; for what is made ``by_hand``
    only its author vouches.
    """

    line: int
    kind: str
    question: bool
    was: str
    now: str
    by_hand: bool


@dataclass(frozen=True)
class Marked:
    """A document of the corpus; ``mark`` is ``None`` where nothing is wrong."""

    path: Path
    text: str
    mark: Mark | None = None

    @property
    def origin(self) -> str:
        """The name of the right document that this one is, or was made of."""
        return self.path.stem if self.mark is None else self.path.stem.rpartition("-")[0]


def right(name: str) -> Iterator[Marked]:
    """The right documents of a set: "corpus" or "held_out"."""
    for path in sorted((HERE / name / "right").glob("*.md")):
        yield Marked(path, path.read_text(encoding="utf-8"))


def wrong(name: str) -> Iterator[Marked]:
    """The wrong documents of a set; a path names the right one and counts, and no file is there."""
    count: Counter[str] = Counter()
    seen = set[str]()
    for slip in every_slip(name):
        path = HERE / name / "right" / f"{slip.name}.md"
        text, line = with_slip(path.read_text(encoding="utf-8"), slip)
        if text in seen:  # chance draws now and then what somebody thought of
            continue
        seen.add(text)
        count[slip.name] += 1
        mark = Mark(line, slip.kind, slip.question, slip.was, slip.now, slip.by_hand)
        yield Marked(path.with_stem(f"{slip.name}-{count[slip.name]}"), text, mark)


def every_slip(name: str) -> Iterator[Slip]:
    """All slips of a set, those of its authors first."""
    for file in sorted((HERE / name).glob("slips*.txt"), key=lambda path: (len(path.name), path.name)):
        yield from slips(file)


def hostile() -> Iterator[Marked]:
    """Documents that must neither hang a reader nor eat its memory."""
    for path in sorted((HERE / "hostile").glob("*.md")):
        yield Marked(path, path.read_text(encoding="utf-8"))

"""From one save to the next: what it touches is filled and shown at once, then drawn, then shown again."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from pathlib import Path

from generator.building.places import templates
from generator.checking.picture_size import picture_size
from generator.errors import GeneratorError, from_here
from generator.settings import Settings
from generator.watching.board import Board
from generator.watching.changes import Changes, folders, saves
from generator.watching.reader import Shown, shown
from generator.watching.session import Session, name_of

Tell = Callable[[str], None]
_RESTART = "the program itself has changed; stop and start generator watch to use it"


class Follower:
    """A session and the board that shows it; goes on whatever a save brings."""

    def __init__(self, reopen: Callable[[], Settings], board: Board, tell: Tell) -> None:
        self.reopen = reopen
        self.board = board
        self.tell = tell
        self.session = Session(reopen(), tell)
        self.shown: dict[str, Shown] = {}
        self.settings_fault = ""
        self.unchecked: list[Path] = []
        self.findings: dict[str, tuple[str, ...]] = {}
        self.latest = ""
        self.crash = ""

    def begin(self) -> None:
        """Build everything once; the post whose template was saved last is the one to open."""
        every = templates(self.session.settings)
        # What one checkout wrote in the same second is as old; the last name has the last date.
        newest = max(every, key=lambda path: (int(path.stat().st_mtime), path.name), default=None)
        self.latest = name_of(newest) if newest else ""
        self._refresh(every)

    def follow(self) -> None:
        """Build on every save, until Ctrl-C."""
        again = False
        while True:
            watched = folders(self.session.settings)
            for changes in saves(self.session.settings, missed=again):
                self.take(changes)
                if changes.folders or folders(self.session.settings) != watched:
                    again = True
                    break

    def take(self, changes: Changes) -> None:
        """Do what a save asks for; where there was none for a moment, see what checks say."""
        if changes == Changes() and self.unchecked:
            self.look()
        if changes.program:
            self.tell(_RESTART)
        if changes.everything:
            self._reopen()
        if changes.templates or changes.everything:
            # What a crash left undone is made up for.
            every = changes.everything or bool(self.crash)
            chosen = templates(self.session.settings) if every else sorted(changes.templates)
            self._refresh(chosen)

    def _reopen(self) -> None:
        try:
            self.session = Session(self.reopen(), self.tell)
            self.settings_fault = ""
        except GeneratorError as problem:
            self.settings_fault = str(problem)

    def _refresh(self, chosen: list[Path]) -> None:
        start = time.perf_counter()
        try:
            self.session.fill(chosen)
            self._show(chosen)
            if self.session.draw(chosen):
                self._show(chosen)
            self.crash = ""
        except Exception as problem:
            known = isinstance(problem, GeneratorError | OSError)
            self.crash = str(problem) if known else f"{type(problem).__name__}: {problem}"
        self._put(chosen)
        self._told(chosen, time.perf_counter() - start)
        self.unchecked = [*(path for path in self.unchecked if path not in chosen), *chosen]

    def look(self) -> None:
        """Look through one of the posts that were made anew; the one saved last comes first."""
        template = self.unchecked.pop()
        try:
            found = tuple(map(str, self.session.findings(template)))
        except GeneratorError as problem:
            found = (str(problem),)
        self.findings[name_of(template)] = found
        self._put([])
        for finding in found:
            self.tell(finding)

    def _show(self, chosen: Iterable[Path]) -> None:
        figures = self.session.settings.figures
        for template in chosen:
            name = name_of(template)
            if name in self.session.texts:
                self.shown[name] = shown(
                    self.session.texts[name],
                    name,
                    lambda file: _state(figures / file),
                    lambda file: picture_size(figures / file),
                )
        self._put(list(chosen))

    def _put(self, chosen: list[Path]) -> None:
        self.shown = {name: self.shown[name] for name in sorted(self.session.texts) if name in self.shown}
        self.latest = name_of(chosen[-1]) if len(chosen) == 1 else self.latest
        findings = {name: found for name, found in self.findings.items() if name in self.shown and found}
        self.board.put(self.shown, self.problems(), self.latest, findings)

    def problems(self) -> list[str]:
        """All sentences about what is wrong now."""
        found = [str(problem) for each in self.session.problems.values() for problem in each]
        return [each for each in (self.settings_fault, self.crash, *found) if each]

    def _told(self, chosen: list[Path], seconds: float) -> None:
        what = str(from_here(chosen[0])) if len(chosen) == 1 else f"{len(chosen)} posts"
        for problem in self.problems():
            self.tell(problem)
        failed = self.crash or self.settings_fault or any(map(self.session.problems.get, chosen))
        self.tell(f"{what}: {'not written' if failed and len(chosen) == 1 else f'{seconds:.2f} s'}")


def _state(file: Path) -> str:
    """Which state of a file a page shows."""
    try:
        return f"{file.stat().st_mtime_ns:x}"
    except OSError:
        return "none"

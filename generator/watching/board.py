"""What the pages show now: written by the builder, read by the server's threads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from threading import Condition
from types import MappingProxyType

from generator.watching.reader import Shown


@dataclass(frozen=True)
class State:
    """The posts by name, the problems, and what checks find in each post, as of the change of that number."""

    number: int = 0
    posts: Mapping[str, Shown] = field(default_factory=dict)
    problems: tuple[str, ...] = ()
    latest: str = ""
    findings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


class Board:
    """The current state, and waiting for the next."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._state = State()

    @property
    def state(self) -> State:
        """What is shown now."""
        return self._state

    def put(
        self,
        posts: Mapping[str, Shown],
        problems: Sequence[str],
        latest: str,
        findings: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
    ) -> None:
        """Show these; ``latest`` is the post that was saved last. What is the same wakes nobody."""
        with self._changed:
            old = self._state
            new = State(old.number, dict(posts), tuple(problems), latest or old.latest, dict(findings))
            if replace(new, latest=old.latest) == old and old.number:
                return
            self._state = replace(new, number=old.number + 1)
            self._changed.notify_all()

    def wait(self, number: int, seconds: float) -> State:
        """The state once it is another than that of this number, or the same after so many seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self._state.number != number, seconds)
            return self._state

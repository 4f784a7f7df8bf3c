"""How much work an expression may make: steps of evaluation, and time."""

from __future__ import annotations

import time
from dataclasses import dataclass, field


class UndecidedError(Exception):
    """Nothing can be said: too much work, too large a number, or a place where it is not defined."""


@dataclass
class Budget:
    """What is left of an expression's share; a document's expressions have a second in all beside it."""

    seconds: float
    steps: int = 100_000
    until: float = field(init=False)

    def __post_init__(self) -> None:
        self.until = time.thread_time() + self.seconds

    def spend(self, steps: int = 1) -> None:
        """Take some of it.

        Raises:
            UndecidedError: nothing is left.
        """
        self.steps -= steps
        if self.steps < 0 or (not self.steps % 64 and time.thread_time() > self.until):
            raise UndecidedError("too much work")

"""Counts of right and wrong answers by class, as the confusion matrix shows them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from generator.arithmetic import Array


@dataclass(frozen=True, eq=False)
class Confusions:
    """Pictures by (true class, predicted class)."""

    counts: NDArray[np.int64]

    @cached_property
    def sums(self) -> NDArray[np.int64]:
        """How many pictures of each true class there are."""
        sums: NDArray[np.int64] = self.counts.sum(axis=1)
        return sums

    @cached_property
    def shares(self) -> Array:
        """Counts as shares of their row; 0 in the row of a class without pictures."""
        return self.counts / np.maximum(self.sums, 1)[:, np.newaxis]

    @property
    def recalls(self) -> Array:
        """For each class the share of its pictures that are recognised."""
        recalls: Array = np.diag(self.shares).copy()
        return recalls

    @property
    def right(self) -> int:
        """Pictures on the diagonal."""
        return int(np.trace(self.counts))

    @property
    def all(self) -> int:
        """All pictures."""
        return int(self.counts.sum())

    @property
    def accuracy(self) -> float:
        """The share of right answers: the trace by the sum."""
        return self.right / max(self.all, 1)

    @cached_property
    def mistakes(self) -> list[tuple[int, int]]:
        """(true, predicted) of every pair that occurs off the diagonal, most pictures first."""
        off = self.counts * (1 - np.eye(len(self.counts), dtype=np.int64))
        places = [(int(row), int(column)) for row, column in np.argwhere(off)]
        return sorted(places, key=lambda place: (-off[place], place))

    @property
    def most_frequent(self) -> list[tuple[int, int]]:
        """The mistakes that occur most often: one, several that are equal, or none."""
        return [place for place in self.mistakes if self.counts[place] == self.counts[self.mistakes[0]]]

    @property
    def largest_share(self) -> float:
        """The largest share of a row that is one mistake, 0 where nothing is mistaken."""
        return max((float(self.shares[place]) for place in self.mistakes), default=0.0)

"""Moving labels apart that would lie on each other."""

from __future__ import annotations

from collections.abc import Sequence


def spread(
    middles: Sequence[float], lengths: Sequence[float], gap: float, low: float, high: float
) -> list[float]:
    """Ascending middles of labels so long, moved just far enough to leave ``gap`` between neighbours.

    They stay between ``low`` and ``high`` if there is room for all.
    """
    placed = list(middles)
    for i in range(len(placed)):
        least = low + lengths[i] / 2 if i == 0 else placed[i - 1] + (lengths[i - 1] + lengths[i]) / 2 + gap
        placed[i] = max(placed[i], least)
    for i in reversed(range(len(placed))):
        after = i + 1
        most = high - lengths[i] / 2
        if after < len(placed):
            most = placed[after] - (lengths[i] + lengths[after]) / 2 - gap
        placed[i] = min(placed[i], most)
    return placed

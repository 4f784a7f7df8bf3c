"""Where the boxes of a network with branches stand: in ranks from top to bottom, side by side in each.

A layer stands one rank below the lowest layer that it reads (longest path). A line that passes a rank gets a
narrow place of its own there, so that no line crosses a box. Source of the method: Sugiyama, Tagawa and Toda,
"Methods for visual understanding of hierarchical system structures", 1981.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.parts.spread import spread

_SWEEPS = 8

Edge = tuple[str, str]
"""Who is read, and who reads."""


@dataclass(frozen=True)
class Places:
    """``ranks`` hold names of layers and of passing lines from left to right; ``middles`` are their x.

    ``lines`` say for each edge which names it goes through, both ends included.
    """

    ranks: tuple[tuple[str, ...], ...]
    middles: Mapping[str, float]
    lines: Mapping[Edge, tuple[str, ...]]


def places(
    names: Sequence[str], edges: Sequence[Edge], box: float, gap: float, width: float
) -> Places | None:
    """Places for boxes of one width; None where a rank has no room for its boxes.

    ``names`` are in an order in which each comes after all that it reads.
    """
    depth = depths(names, edges)
    lines = {edge: _line(edge, depth) for edge in edges}
    ranks = _ranks(names, depth, lines)
    beside = _neighbours(lines)
    ranks = _ordered(ranks, beside)
    passing = {name for line in lines.values() for name in line[1:-1]}
    sizes = {name: gap / 2 if name in passing else box for rank in ranks for name in rank}
    if any(sum(sizes[name] + gap for name in rank) - gap > width for rank in ranks):
        return None
    return Places(tuple(map(tuple, ranks)), _middles(ranks, beside, sizes, gap, width), lines)


def depths(names: Sequence[str], edges: Sequence[Edge]) -> dict[str, int]:
    reads: dict[str, list[str]] = {name: [] for name in names}
    for read, reader in edges:
        reads[reader].append(read)
    depth: dict[str, int] = {}
    for name in names:
        depth[name] = 1 + max((depth[read] for read in reads[name]), default=-1)
    return depth


def _line(edge: Edge, depth: Mapping[str, int]) -> tuple[str, ...]:
    read, reader = edge
    passed = range(depth[read] + 1, depth[reader])
    return read, *(f"{read} → {reader} @{rank}" for rank in passed), reader


def _ranks(
    names: Sequence[str], depth: Mapping[str, int], lines: Mapping[Edge, tuple[str, ...]]
) -> list[list[str]]:
    ranks: list[list[str]] = [[] for _ in range(max(depth.values()) + 1)]
    for name in names:
        ranks[depth[name]].append(name)
    for (read, _), line in lines.items():
        for offset, name in enumerate(line[1:-1], 1):
            ranks[depth[read] + offset].append(name)
    return ranks


def _neighbours(lines: Mapping[Edge, tuple[str, ...]]) -> dict[str, tuple[list[str], list[str]]]:
    """Of each name those above and those below it."""
    found: dict[str, tuple[list[str], list[str]]] = {}
    for line in lines.values():
        for above, below in pairwise(line):
            found.setdefault(above, ([], []))[1].append(below)
            found.setdefault(below, ([], []))[0].append(above)
    return found


def _ordered(ranks: list[list[str]], beside: Mapping[str, tuple[list[str], list[str]]]) -> list[list[str]]:
    """Names in each rank by the mean place of their neighbours, which makes lines cross little."""
    for sweep in range(_SWEEPS):
        side = sweep % 2
        walk = range(1, len(ranks)) if side == 0 else range(len(ranks) - 2, -1, -1)
        for rank in walk:
            at = {name: float(index) for index, name in enumerate(ranks[rank - 1 if side == 0 else rank + 1])}
            means = [
                _mean([at[other] for other in beside.get(name, ([], []))[side]], float(index))
                for index, name in enumerate(ranks[rank])
            ]
            ranks[rank] = [name for _, name in sorted(zip(means, ranks[rank], strict=True), key=_first)]
    return ranks


def _first(pair: tuple[float, str]) -> float:
    return pair[0]


def _middles(
    ranks: list[list[str]],
    beside: Mapping[str, tuple[list[str], list[str]]],
    sizes: Mapping[str, float],
    gap: float,
    width: float,
) -> dict[str, float]:
    """Each as near as can be to the middle of its neighbours, without touching those beside it."""
    at = {name: width / 2 for rank in ranks for name in rank}
    for _ in range(_SWEEPS):
        for side, walk in ((0, ranks), (1, ranks[::-1])):
            for rank in walk:
                wanted = [_mean([at[other] for other in beside.get(n, ([], []))[side]], at[n]) for n in rank]
                lengths = [sizes[name] for name in rank]
                found = spread(_apart(wanted, lengths, gap), lengths, gap, 0, width)
                at.update(zip(rank, found, strict=True))
    return {name: round(place) for name, place in at.items()}


def _mean(values: list[float], otherwise: float) -> float:
    return sum(values) / len(values) if values else otherwise


def _apart(wanted: list[float], lengths: list[float], gap: float) -> list[float]:
    """Middles that keep the gap and are, in the least squares, nearest to those wanted.

    Less the room that stands before each, they must not fall: neighbours that would are given their mean.
    """
    before = [sum(lengths[:index]) + lengths[index] / 2 + gap * index for index in range(len(lengths))]
    pools: list[tuple[float, int]] = []
    for value in (place - room for place, room in zip(wanted, before, strict=True)):
        pools.append((value, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (one, few), (other, more) = pools[-2:]
            pools[-2:] = [((one * few + other * more) / (few + more), few + more)]
    level = [value for value, count in pools for _ in range(count)]
    return [value + room for value, room in zip(level, before, strict=True)]

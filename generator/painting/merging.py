"""One order for the things of many sequences that agrees with each sequence's own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from heapq import heapify, heappop, heappush
from itertools import pairwise
from typing import TypeVar

Thing = TypeVar("Thing", bound=Hashable)


def merge(sequences: Sequence[Sequence[Thing]]) -> list[tuple[Thing, tuple[int, ...]]]:
    """Every different thing once, with the numbers of the sequences that have it.

    Things come as early as they first appear, unless a sequence wants another before them. Where sequences
    contradict each other, a later one has all its things to itself.
    """
    things: list[Thing] = []
    chains = _numbered(sequences, things)
    order = _sorted(chains)
    if order is None:
        chains = _parted(chains, things)
        order = _sorted(chains) or []
    places: dict[int, list[int]] = {number: [] for number in order}
    for index, chain in enumerate(chains):
        for number in chain:
            places[number].append(index)
    return [(things[number], tuple(places[number])) for number in order]


def _numbered(sequences: Sequence[Sequence[Thing]], things: list[Thing]) -> list[list[int]]:
    """Numbers for things in the order of appearance; equal ones within a sequence are different things."""
    copies: dict[Thing, list[int]] = {}
    chains: list[list[int]] = []
    for sequence in sequences:
        used: Counter[int] = Counter()
        chain: list[int] = []
        for thing in sequence:
            numbers = copies.setdefault(thing, [])
            count = used[id(numbers)]
            used[id(numbers)] += 1
            if count == len(numbers):
                numbers.append(len(things))
                things.append(thing)
            chain.append(numbers[count])
        chains.append(chain)
    return chains


def _sorted(chains: list[list[int]]) -> list[int] | None:
    """The numbers in an order that agrees with every chain, small ones early; None where there is none."""
    after: dict[int, set[int]] = {number: set() for chain in chains for number in chain}
    for chain in chains:
        for first, second in pairwise(chain):
            after[first].add(second)
    waiting = Counter(number for followers in after.values() for number in followers)
    ready = [number for number in after if not waiting[number]]
    heapify(ready)
    order: list[int] = []
    while ready:
        order.append(heappop(ready))
        for number in after[order[-1]]:
            waiting[number] -= 1
            if not waiting[number]:
                heappush(ready, number)
    return order if len(order) == len(after) else None


def _parted(chains: list[list[int]], things: list[Thing]) -> list[list[int]]:
    """The chains, where one that contradicts those before it has new numbers for all its things."""
    agreeing: list[list[int]] = []
    for chain in chains:
        if _sorted([*agreeing, chain]) is None:
            agreeing.append(list(range(len(things), len(things) + len(chain))))
            things.extend(things[number] for number in chain)
        else:
            agreeing.append(chain)
    return agreeing

"""Boxes of a network with branches, from top to bottom, joined by lines that cross no box."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from generator.errors import GeneratorError
from generator.layout import NOTE, TITLE, Block
from generator.metrics import text_width
from generator.parts.networks.branch_layout import Edge, Places, depths, places
from generator.parts.shortening import shortened
from generator.scene import Box, Label, Line, Mark

WIDTH = 676.0
HIGHEST = 1500.0
_WIDEST, _NARROWEST, _STEP, _BETWEEN = 216, 116, 10, 20
_PAD, _LINE, _GAP, _TRACK, _ENTRY = 8, 20, 30, 9, 14


@dataclass(frozen=True)
class BranchBox:
    """A layer: its name, the lines under it, the role of its colour, and whose outputs it reads.

    ``cut`` tells that it also reads layers that are not shown.
    """

    name: str
    lines: tuple[str, ...]
    role: str
    inputs: tuple[str, ...]
    cut: bool = False


def branch_boxes(boxes: Sequence[BranchBox]) -> Block:
    """The boxes and their lines; each box comes after those that it reads.

    Raises:
        GeneratorError: there are too many beside each other, or below each other.
    """
    height = _height(boxes)
    ranks = max(depths([box.name for box in boxes], edges := _edges(boxes)).values()) + 1
    if (least := ranks * (height + _GAP)) > HIGHEST:
        raise GeneratorError(
            f"{len(boxes)} layers in {ranks} ranks would be {least:.0f} px high or more, and a figure is at "
            f"most {HIGHEST:.0f}; show a part of the network with start and end, or set show_shapes=False"
        )
    names = [box.name for box in boxes]
    wanted = max(_wanted(box) for box in boxes) + 2 * _PAD
    for width in range(min(_WIDEST, max(_NARROWEST, int(wanted))), _NARROWEST - 1, -_STEP):
        found = places(names, edges, width, _BETWEEN, WIDTH)
        if found:
            return _drawn({box.name: box for box in boxes}, found, width, height)
    raise GeneratorError(
        "too many layers stand beside each other to be legible; show a part of the network with start and end"
    )


def _wanted(box: BranchBox) -> float:
    # Bold letters are a little wider than those that are measured.
    return max(text_width(box.name, TITLE) * 1.1, *(text_width(line, NOTE) * 1.04 for line in box.lines))


def _edges(boxes: Sequence[BranchBox]) -> list[Edge]:
    return [(read, box.name) for box in boxes for read in box.inputs]


def _height(boxes: Sequence[BranchBox]) -> float:
    return 2 * _PAD - 4 + _LINE * (1 + max(len(box.lines) for box in boxes))


def _drawn(boxes: Mapping[str, BranchBox], found: Places, width: float, height: float) -> Block:
    tops, tracks = _heights(found, height)
    entries = _entries(found)
    marks: list[Mark] = []
    for edge, line in found.lines.items():
        points = _points(found, line, tops, height, tracks, entries[edge])
        marks.append(Line(points, "muted", 1.5, arrow=True))
    for top, rank in zip(tops, found.ranks, strict=True):
        for name in rank:
            if name in boxes:
                marks += _box(boxes[name], width, height).at(found.middles[name] - width / 2, top)
    return Block(WIDTH, tops[-1] + height, tuple(marks))


def _heights(found: Places, height: float) -> tuple[list[float], list[dict[str, int]]]:
    """Where each rank begins, and in each gap below a rank the track on which a name's line runs across."""
    tops, tracks = [float(_TRACK)], []
    for index in range(len(found.ranks) - 1):
        across = _tracks(found, index)
        tracks.append(across)
        tops.append(tops[-1] + height + _GAP + _TRACK * max(len(across) - 1, 0))
    return tops, tracks


def _steps(found: Places, index: int) -> list[Edge]:
    """Lines from a rank to the one below it, each once."""
    rank = set(found.ranks[index])
    pairs = (pair for line in found.lines.values() for pair in pairwise(line))
    return list(dict.fromkeys(pair for pair in pairs if pair[0] in rank))


def _tracks(found: Places, index: int) -> dict[str, int]:
    """A track for each name whose line bends; lines that would lie on each other's way down come first."""
    bent = [step for step in _steps(found, index) if _bends(found, *step)]
    sources = sorted({read for read, _ in bent}, key=lambda name: found.middles[name])
    before: dict[str, set[str]] = {name: set() for name in sources}
    for read, reader in bent:
        for other in sources:
            if other != read and abs(found.middles[other] - found.middles[reader]) <= _ENTRY:
                before[read].add(other)
    try:
        order = list(TopologicalSorter(before).static_order())
    except CycleError:
        order = sources
    return {name: track for track, name in enumerate(order)}


def _bends(found: Places, read: str, reader: str) -> bool:
    return found.middles[read] != found.middles[reader] or _readers(found, reader) > 1


def _readers(found: Places, name: str) -> int:
    return sum(line[-1] == name for line in found.lines.values())


def _entries(found: Places) -> dict[Edge, float]:
    """How far from the middle of its reader each line arrives, so that several lie side by side."""
    entries: dict[Edge, float] = {}
    for reader in {reader for _, reader in found.lines}:
        arriving = [edge for edge in found.lines if edge[1] == reader]
        arriving.sort(key=lambda edge: found.middles[found.lines[edge][-2]])
        for index, edge in enumerate(arriving):
            entries[edge] = (index - (len(arriving) - 1) / 2) * _ENTRY
    return entries


def _points(
    found: Places,
    line: tuple[str, ...],
    tops: list[float],
    height: float,
    tracks: list[dict[str, int]],
    entry: float,
) -> tuple[tuple[float, float], ...]:
    rank = next(index for index, names in enumerate(found.ranks) if line[0] in names)
    points = [(found.middles[line[0]], tops[rank] + height)]
    for offset, (above, below) in enumerate(pairwise(line)):
        x = found.middles[below] + (entry if below == line[-1] else 0)
        if x != points[-1][0]:
            across = tracks[rank + offset]
            y = tops[rank + offset] + height + _GAP / 2 - 5 + _TRACK * across.get(above, 0)
            points += [(points[-1][0], y), (x, y)]
    return (*points, (points[-1][0], tops[rank + len(line) - 1] - 2))


def _box(box: BranchBox, width: float, height: float) -> Block:
    middle, name = width / 2, shortened(box.name, (width - 10) / 1.08, TITLE)
    marks: list[Mark] = [
        Box(0, 0, width, height, f"{box.role}-tint", f"{box.role}-strong", 1.5),
        Label(middle, _PAD + _LINE / 2 - 2, name, TITLE, weight="bold"),
    ]
    for index, words in enumerate(box.lines, 1):
        y = _PAD + _LINE * (index + 0.5) - 2
        marks.append(Label(middle, y, shortened(words, width - 10, NOTE), NOTE))
    if box.cut:
        marks.append(Line(((middle, -_TRACK), (middle, -2)), "muted", 1.5, (3, 2)))
    return Block(width, height, tuple(marks))

"""A picture's numbers in one row, as a flatten layer puts them, and where two neighbours get to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.layout import Block
from generator.metrics import text_width
from generator.parts.dimensions import HEIGHT, dimension
from generator.parts.roomy import roomy_size
from generator.scene import Box, Label, Mark, Weight

# The roles of the upper pixel and of the lower one, wherever they are drawn.
ROLES = ("kernel", "accent")
_CELLS = (36, 30, 25, 22, 20)
_GAP, _NARROW_GAP = 36, 24  # what stands for the numbers that are left out
_NARROW = 400  # rooms below this are a phone's
_NUMBER, _AIR = 13.0, 6.0
# Pixels of more channels are shown by the first alone.
_MOST_CHANNELS = 4


@dataclass(frozen=True)
class Flat:
    """A picture's rows, columns and channels, and a pixel of it, whose neighbour is the one below it."""

    rows: int
    columns: int
    channels: int
    row: int
    column: int

    @property
    def count(self) -> int:
        """How many numbers the row has."""
        return self.rows * self.columns * self.channels

    @property
    def distance(self) -> int:
        """Places from a pixel's number to that of the pixel below it."""
        return self.columns * self.channels

    @property
    def places(self) -> tuple[int, int]:
        """Where the first numbers of the two pixels are, from 0: channels run fastest, as in Keras."""
        upper = (self.row * self.columns + self.column) * self.channels
        return upper, upper + self.distance

    @property
    def shown_channels(self) -> int:
        """How many numbers of a pixel are drawn."""
        return self.channels if self.channels <= _MOST_CHANNELS else 1


@dataclass(frozen=True)
class Row:
    """The drawn row, and where along it (from its left) the two pixels' numbers are in the middle."""

    block: Block
    middles: tuple[float, float]


def shown_places(flat: Flat, room: float) -> tuple[list[int], int]:
    """The places that are drawn and the size of a cell: all of them, if there is room."""
    for cell in _CELLS:
        if flat.count * cell <= room:
            return list(range(flat.count)), cell
    pixel, gap = flat.shown_channels, _gap(room)
    ends = max(pixel, 2) if room > _NARROW else 1
    beside = 1 if pixel == 1 else 0
    shown = {*range(ends), *range(flat.count - ends, flat.count)}
    for place in flat.places:
        shown |= {*range(place - beside, place + pixel + beside)}
    places = _without_single_gaps(sorted(place for place in shown if 0 <= place < flat.count))
    gaps = sum(b - a > 1 for a, b in pairwise(places))
    cell = next((cell for cell in _CELLS if len(places) * cell + gaps * gap <= room), _CELLS[-1])
    return places, cell


def flat_row(flat: Flat, texts: Sequence[str], apart: str, room: float) -> Row:
    """The numbers in one row, dots where some are left out; the two pixels' numbers outlined.

    ``texts`` are what the cells hold: one for each place, or one for each channel; empty for bare cells.
    ``apart`` says how far the two pixels are from each other.

    Raises:
        GeneratorError: a text does not fit its cell.
    """
    places, cell = shown_places(flat, room)
    lefts, width = _lefts(places, cell, _gap(room))
    span = flat.shown_channels * cell
    middles = lefts[flat.places[0]] + span / 2, lefts[flat.places[1]] + span / 2
    top = cell + _AIR + _NUMBER + _AIR
    marks = [
        *_cells(places, lefts, cell, texts),
        *_dots(places, lefts, cell),
        *(
            Box(lefts[place], 0, span, cell, None, f"{role}-strong", 3)
            for place, role in zip(flat.places, ROLES, strict=True)
        ),
        *_numbers(flat, lefts, cell, width),
        *dimension(middles, top, apart, "ink", (0, width)),
    ]
    return Row(Block(width, top + HEIGHT, tuple(marks)), middles)


def _gap(room: float) -> int:
    return _GAP if room > _NARROW else _NARROW_GAP


def _without_single_gaps(places: list[int]) -> list[int]:
    """A single place between two others takes no more room than the dots would."""
    return sorted([*places, *(a + 1 for a, b in pairwise(places) if b - a == 2)])


def _lefts(places: list[int], cell: float, gap: float) -> tuple[dict[int, float], float]:
    """The left side of each place's cell, and the width of all."""
    lefts, x = {places[0]: 0.0}, 0.0
    for before, place in pairwise(places):
        x += cell + (gap if place - before > 1 else 0)
        lefts[place] = x
    return lefts, x + cell


def _cells(places: list[int], lefts: dict[int, float], cell: float, texts: Sequence[str]) -> list[Mark]:
    """Cells with their texts; zeros are muted on the page's ground, as in a drawing."""
    words = {place: texts[place % len(texts)] if texts else "" for place in places}
    boxes = [
        Box(lefts[place], 0, cell, cell, "page" if words[place] == "0" else "input-tint", "grid")
        for place in places
    ]
    if not texts:
        return [*boxes]
    size = roomy_size(set(words.values()), cell)
    labels = [
        Label(lefts[place] + cell / 2, cell / 2, word, size, "ink", "middle", "bold")
        for place, word in words.items()
    ]
    faded = [replace(label, ink="muted", weight="regular") for label in labels if label.text == "0"]
    return [*boxes, *(label for label in labels if label.text != "0"), *faded]


def _dots(places: list[int], lefts: dict[int, float], cell: float) -> list[Label]:
    return [
        Label((lefts[a] + cell + lefts[b]) / 2, cell / 2, "…", 18, "muted")
        for a, b in pairwise(places)
        if b - a > 1
    ]


def _numbers(flat: Flat, lefts: dict[int, float], cell: float, width: float) -> list[Label]:
    """The numbers of places under the row: of both pixels, and of the row's ends where there is room."""
    wide = flat.shown_channels
    spans = [(place, wide, f"{role}-strong") for place, role in zip(flat.places, ROLES, strict=True)]
    found: list[Label] = []
    for place, cells, ink in (*spans, (0, 1, "muted"), (flat.count - 1, 1, "muted")):
        words = f"{place:,}" if cells == 1 else f"{place:,}–{place + cells - 1:,}"
        half = text_width(words, _NUMBER) / 2
        x = min(max(lefts[place] + cells * cell / 2, half), width - half)
        apart = (abs(other.x - x) - half - text_width(other.text, _NUMBER) / 2 for other in found)
        if all(distance >= _AIR for distance in apart):
            weight: Weight = "regular" if ink == "muted" else "bold"
            found.append(Label(x, cell + _AIR + _NUMBER / 2, words, _NUMBER, ink, "middle", weight))
    return found

"""Exact palettes: pixels as single numbers, the colours in use, and which entry stands for which pixel.

Figures are flat colours with thin edges of anti-aliasing, so a picture is a few thousand runs of equal
pixels. Counting and looking up go over the runs, not over the pixels, and nothing is ever dithered: white
stays white because it is an entry of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Value = TypeVar("Value", bound=np.generic)

Colour = tuple[int, int, int]
"""Red, green, blue from 0 to 255."""

Pixels = NDArray[np.uint8]
"""A picture: (height, width, 3), red, green, blue from 0 to 255."""

Packed = NDArray[np.uint32]
"""Pixels as one number each: red + 256 green + 65536 blue."""


def packed(image: Pixels) -> Packed:
    """One number a pixel, shape (height, width), from an RGB picture of shape (height, width, 3)."""
    height, width, _ = image.shape
    # Reading four bytes at every third is six times as fast as shifting and adding three strided planes.
    # The spare byte keeps the last read inside the buffer.
    buffer = np.empty(height * width * 3 + 1, np.uint8)
    buffer[-1] = 0
    buffer[:-1].reshape(image.shape)[...] = image
    four = np.ndarray((height, width), np.dtype("<u4"), buffer, 0, (width * 3, 3))
    numbers: Packed = np.bitwise_and(four, np.uint32(0xFFFFFF), dtype=np.uint32)
    return numbers


def unpacked(colours: Packed) -> Pixels:
    """The inverse of :func:`packed`, for any shape: one more axis of length 3 at the end."""
    return np.stack([colours & 255, colours >> 8 & 255, colours >> 16], axis=-1).astype(np.uint8)


@dataclass(frozen=True)
class Runs:
    """A picture as runs of equal numbers in reading order.

    ``colours`` are the distinct numbers, ascending; a run has the colour at its place in ``places`` and is
    ``lengths`` pixels long.
    """

    shape: tuple[int, ...]
    colours: Packed
    places: NDArray[np.intp]
    lengths: NDArray[np.intp]

    @classmethod
    def of(cls, pixels: Packed) -> Runs:
        """The runs of a picture of packed pixels."""
        flat = pixels.ravel()
        starts = np.concatenate(([0][: flat.size], np.flatnonzero(flat[1:] != flat[:-1]) + 1)).astype(np.intp)
        colours, places = np.unique(flat[starts], return_inverse=True)
        return cls(pixels.shape, colours, places, np.diff(starts, append=flat.size))

    def counts(self) -> NDArray[np.int64]:
        """How many pixels have each of ``colours``."""
        return np.bincount(self.places, self.lengths, self.colours.size).astype(np.int64)

    def filled(self, values: NDArray[Value]) -> NDArray[Value]:
        """The picture with each of ``colours`` replaced by its value."""
        return np.repeat(values[self.places], self.lengths).reshape(self.shape)


@dataclass(frozen=True)
class Palette:
    """At most 256 distinct colours as packed numbers, in the order of their indices."""

    colours: Packed

    def __len__(self) -> int:
        return int(self.colours.size)

    def rgb(self) -> bytes:
        """Red, green, blue of each entry, three bytes an entry."""
        return unpacked(self.colours).tobytes()

    def entries(self, colours: Packed) -> Pixels:
        """The index for each colour: its own entry, else the nearest in RGB.

        The distance is Euclid's; of equally near entries the first is taken.
        """
        order = np.argsort(self.colours)
        places = np.searchsorted(self.colours, colours, sorter=order)
        found = order[np.minimum(places, len(self) - 1)]
        missing = np.flatnonzero(self.colours[found] != colours)
        targets = unpacked(self.colours).astype(np.int32)
        for some in np.array_split(missing, missing.size // 1024 + 1):  # all at once would fill the memory
            away = unpacked(colours[some]).astype(np.int32)[:, None] - targets
            found[some] = (away**2).sum(axis=2).argmin(axis=1)
        return found.astype(np.uint8)


def choose(pictures: Iterable[Runs], size: int, first: Sequence[Colour] = ()) -> Palette:
    """A palette of at most ``size`` entries for the pictures.

    The colours in ``first`` that occur come first, in their order; then the most frequent ones, of equally
    frequent ones the one with the lower number. Colours beyond ``size`` have no entry of their own.
    """
    runs = list(pictures)
    colours, places = np.unique(np.concatenate([each.colours for each in runs]), return_inverse=True)
    counts = np.bincount(places, np.concatenate([each.counts() for each in runs]))
    wanted = packed(np.array(first, np.uint8).reshape(1, -1, 3)).ravel()
    rank = {colour: place for place, colour in reversed(list(enumerate(wanted.tolist())))}
    ranks = np.array([rank.get(colour, len(rank)) for colour in colours.tolist()])
    return Palette(colours[np.lexsort((colours, -counts, ranks))][:size])


def reduced(frames: Sequence[Pixels], size: int, first: Sequence[Colour]) -> list[Pixels]:
    """The frames in at most ``size`` colours; those of ``first`` stay exact, rare ones become the nearest."""
    runs = [Runs.of(packed(frame)) for frame in frames]
    palette = choose(runs, size, first)
    return [unpacked(run.filled(palette.colours[palette.entries(run.colours)])) for run in runs]

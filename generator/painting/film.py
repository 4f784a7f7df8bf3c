"""A drawing's frames as pixels: the first one painted whole, of every other only the boxes that change."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from generator.painting.document import PaintedBox, painted_box
from generator.painting.palette import Colour, Pixels, reduced
from generator.painting.svg import Bounds, bounds, overlap
from generator.painting.themes import ThemeName
from generator.scene import Drawing, Frame, Mark

# Raster files have twice the logical size, for screens with two pixels a point.
SCALE = 2

Film = list[list[PaintedBox]]
"""For each frame the boxes that differ from the frame before; the first frame is one box."""


def painted_film(drawing: Drawing) -> Film:
    """Paint what changes from frame to frame, for every theme at once."""
    frames = drawing.frames
    width, height = math.ceil(drawing.width), math.ceil(drawing.height)
    film = [[painted_box(frames[0].marks, (0, 0, width, height))]]
    places: dict[Mark, Bounds] = {mark: bounds(mark) for frame in frames for mark in frame.marks}
    for before, after in pairwise(frames):
        boxes = changed_boxes(before, after, places, width, height)
        film.append([painted_box(_touching(after, box, places), box) for box in boxes])
    return film


def rasters(film: Film, theme: ThemeName, tones: int, inks: Sequence[Colour]) -> list[Pixels]:
    """The pixels of each frame in a theme, in at most so many tones, the inks exact among them."""
    from generator.painting.raster import compose, rasterise

    boxes = [box for frame in film for box in frame]
    painted = [rasterise(box.svg(theme), box.width * SCALE, box.height * SCALE) for box in boxes]
    # Before they are put together: the boxes are a fifth of the pixels of all frames.
    pixels = iter(reduced(painted, tones, inks))
    images = [next(pixels)]
    for frame in film[1:]:
        images.append(compose(images[-1], [(box.x * SCALE, box.y * SCALE, next(pixels)) for box in frame]))
    return images


def changed_boxes(
    before: Frame, after: Frame, places: dict[Mark, Bounds], width: int, height: int
) -> list[tuple[int, int, int, int]]:
    """(x, y, width, height) in whole pixels of what differs between two frames; the boxes do not overlap."""
    old, new = set(before.marks), set(after.marks)
    changed = [mark for mark in before.marks if mark not in new] + [
        mark for mark in after.marks if mark not in old
    ]
    boxes: list[tuple[int, int, int, int]] = []
    for mark in changed:
        left, top, right, bottom = places[mark]
        # A pixel more on each side for anti-aliasing; half of one is the shift to sharp lines.
        low = max(math.floor(left) - 1, 0), max(math.floor(top) - 1, 0)
        high = min(math.ceil(right) + 2, width), min(math.ceil(bottom) + 2, height)
        boxes = _with(boxes, (*low, *high))
    return sorted((left, top, right - left, bottom - top) for left, top, right, bottom in boxes)


def _with(
    boxes: list[tuple[int, int, int, int]], box: tuple[int, int, int, int]
) -> list[tuple[int, int, int, int]]:
    """The boxes with one more; those that overlap it become one box with it."""
    for other in boxes:
        if overlap(other, box):
            left, top = min(box[0], other[0]), min(box[1], other[1])
            right, bottom = max(box[2], other[2]), max(box[3], other[3])
            return _with([b for b in boxes if b is not other], (left, top, right, bottom))
    return [*boxes, box]


def _touching(frame: Frame, box: tuple[int, int, int, int], places: dict[Mark, Bounds]) -> list[Mark]:
    x, y, width, height = box
    around = (x - 2, y - 2, x + width + 2, y + height + 2)
    return [mark for mark in frame.marks if overlap(places[mark], around)]

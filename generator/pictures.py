"""The files of a drawing: one SVG for light and dark, raster formats for each theme at twice the size."""

from __future__ import annotations

import math
from collections.abc import Iterator

from generator.document import box_svg, page_svg
from generator.palette import Pixels, reduced
from generator.scene import Drawing, Frame, Mark, Picture
from generator.svg import Bounds, bounds
from generator.themes import THEME_NAMES, THEMES, ThemeName

SCALE = 2
# Of figures that are flat inks, the edges of letters need few tones; files shrink by a tenth (GIF) to a sixth.
_TONES = 48
# Grey levels and edges together can be more colours than a palette has.
_TONES_OF_PICTURES = 255
_MOVING_ONLY = ("gif", "webp")


def formats_of(drawing: Drawing, formats: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the formats that the drawing is made in: GIF and WebP only where something moves."""
    return tuple(suffix for suffix in formats if drawing.moving or suffix not in _MOVING_ONLY)


def file_names(stem: str, drawing: Drawing, formats: tuple[str, ...]) -> list[str]:
    """The files of a drawing: ``stem.svg``, and ``stem.png`` and ``stem-dark.png`` for each raster format."""
    names: list[str] = []
    for suffix in formats_of(drawing, formats):
        names.append(f"{stem}.{suffix}")
        if suffix != "svg":
            names.append(f"{stem}-dark.{suffix}")
    return names


def paint(stem: str, drawing: Drawing, language: str, names: list[str]) -> Iterator[tuple[str, bytes]]:
    """(name, content) of each of the named files; the frames of a theme are rasterised once."""
    if f"{stem}.svg" in names:
        yield f"{stem}.svg", page_svg(drawing, language).encode()
    for theme in THEME_NAMES:
        ending = "-dark" if theme == "dark" else ""
        wanted = [suffix for suffix in ("png", "gif", "webp") if f"{stem}{ending}.{suffix}" in names]
        if wanted:
            for suffix, data in _raster(drawing, theme, wanted):
                yield f"{stem}{ending}.{suffix}", data


def _raster(drawing: Drawing, theme: ThemeName, suffixes: list[str]) -> Iterator[tuple[str, bytes]]:
    from generator import export

    durations = [frame.duration for frame in drawing.frames]
    moving = [suffix for suffix in suffixes if suffix != "png"]
    inks = [_rgb(ink) for ink in dict.fromkeys(THEMES[theme].values())]
    frames = list(rasters(drawing, theme, drawing.frames if moving else drawing.frames[-1:]))
    frames = reduced(frames, _TONES_OF_PICTURES if _shows_pictures(drawing) else _TONES, inks)
    if "png" in suffixes:
        yield "png", export.png(frames[-1])
    if "gif" in suffixes:
        yield "gif", export.gif(frames, durations, inks)
    if "webp" in suffixes:
        yield "webp", export.webp(frames, durations)


def _shows_pictures(drawing: Drawing) -> bool:
    return any(isinstance(mark, Picture) for frame in drawing.frames for mark in frame.marks)


def rasters(drawing: Drawing, theme: ThemeName, frames: tuple[Frame, ...]) -> Iterator[Pixels]:
    """Each frame's pixels: the first one painted whole, of every other only the boxes that change."""
    from generator.raster import compose, rasterise

    width, height = math.ceil(drawing.width), math.ceil(drawing.height)
    marks = frames[0].marks
    image = rasterise(box_svg(marks, (0, 0, width, height), theme), width * SCALE, height * SCALE)
    yield image
    for frame in frames[1:]:
        patches = [
            (x * SCALE, y * SCALE, rasterise(box_svg(_touching(frame.marks, box), box, theme), w * SCALE, h * SCALE))
            for box in changed_boxes(marks, frame.marks, width, height)
            for x, y, w, h in [box]
        ]
        marks, image = frame.marks, compose(image, patches)
        yield image


def changed_boxes(old: tuple[Mark, ...], new: tuple[Mark, ...], width: int, height: int) -> list[tuple[int, int, int, int]]:
    """(x, y, width, height) in whole pixels of what differs between two frames; the boxes do not overlap."""
    changed = set(old).symmetric_difference(new)
    boxes: list[tuple[int, int, int, int]] = []
    for mark in changed:
        left, top, right, bottom = bounds(mark)
        # A pixel more on each side for anti-aliasing; half of one is the shift to sharp lines.
        box = (max(math.floor(left) - 1, 0), max(math.floor(top) - 1, 0), min(math.ceil(right) + 2, width), min(math.ceil(bottom) + 2, height))
        boxes = _with(boxes, box)
    return sorted((left, top, right - left, bottom - top) for left, top, right, bottom in boxes)


def _with(boxes: list[tuple[int, int, int, int]], box: tuple[int, int, int, int]) -> list[tuple[int, int, int, int]]:
    """The boxes with one more; those that overlap it become one box with it."""
    apart: list[tuple[int, int, int, int]] = []
    for other in boxes:
        if _overlap(other, box):
            left, top = min(box[0], other[0]), min(box[1], other[1])
            right, bottom = max(box[2], other[2]), max(box[3], other[3])
            return _with([b for b in boxes if b is not other], (left, top, right, bottom))
        apart.append(other)
    return [*apart, box]


def _overlap(a: Bounds, b: Bounds) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _touching(marks: tuple[Mark, ...], box: tuple[int, int, int, int]) -> list[Mark]:
    x, y, width, height = box
    around = (x - 2, y - 2, x + width + 2, y + height + 2)
    return [mark for mark in marks if _overlap(bounds(mark), around)]


def _rgb(ink: str) -> tuple[int, int, int]:
    return int(ink[1:3], 16), int(ink[3:5], 16), int(ink[5:7], 16)

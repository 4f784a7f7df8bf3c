"""What a reader must be able to see: marks within the drawing, text large enough, labels apart."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from generator.metrics import text_width
from generator.painting.svg import bounds
from generator.scene import Box as Rectangle
from generator.scene import Drawing, Frame, Grid, Label, Mark
from tests.font import measured

SMALLEST_TEXT = 11
# Capitals and digits reach this far above and below a label's middle, as a share of its size.
_HALF = 0.36

Box = tuple[float, float, float, float]


def assert_within(drawing: Drawing) -> None:
    """All marks lie within the drawing, outlines included."""
    for frame in drawing.frames:
        for mark in frame.marks:
            left, top, right, bottom = bounds(mark)
            assert left >= 0, mark
            assert top >= 0, mark
            assert right <= drawing.width, mark
            assert bottom <= drawing.height, mark


def assert_readable(drawing: Drawing) -> None:
    """No label is small or empty, and each has its glyphs."""
    for frame in drawing.frames:
        for label in labels(frame):
            assert label.size >= SMALLEST_TEXT, label
            assert label.text.strip(), label
            text_width(label.text, label.size)


def assert_apart(drawing: Drawing) -> None:
    """No label lies over another of its frame."""
    for frame in drawing.frames:
        placed = [(label, box(label)) for label in labels(frame)]
        for (first, one), (second, other) in combinations(placed, 2):
            assert not overlap(one, other), f"{first.text!r} over {second.text!r}"


def assert_in_their_cells(drawing: Drawing) -> None:
    """Text in a cell or a box lies within it: measured with the font itself."""
    for frame in drawing.frames:
        for index, mark in enumerate(frame.marks):
            if isinstance(mark, Label):
                _assert_in_its_cell(mark, frame.marks[:index])


def _assert_in_its_cell(label: Label, behind: tuple[Mark, ...]) -> None:
    left, top, right, bottom = box(label)
    middle = (left + right) / 2, (top + bottom) / 2
    around = list(_cells(behind, *middle))
    if around:
        # Of equal ones, the one in front.
        cell = min(reversed(around), key=lambda cell: round((cell[2] - cell[0]) * (cell[3] - cell[1])))
        assert cell[0] <= left and right <= cell[2], f"{label.text!r} is wider than its cell {cell}"
        assert cell[1] <= top and bottom <= cell[3], f"{label.text!r} is higher than its cell {cell}"


def _cells(marks: tuple[Mark, ...], x: float, y: float) -> Iterator[Box]:
    """The boxes and the grids' cells around a point."""
    for mark in marks:
        if isinstance(mark, Rectangle):
            cell = (mark.x, mark.y, mark.x + mark.width, mark.y + mark.height)
        elif isinstance(mark, Grid):
            column, row = (x - mark.x) // mark.cell, (y - mark.y) // mark.cell
            if not (0 <= column < mark.columns and 0 <= row < mark.rows):
                continue
            left, top = mark.x + column * mark.cell, mark.y + row * mark.cell
            cell = (left, top, left + mark.cell, top + mark.cell)
        else:
            continue
        if cell[0] < x < cell[2] and cell[1] < y < cell[3]:
            yield cell


def labels(frame: Frame) -> list[Label]:
    """The labels of a frame."""
    return [mark for mark in frame.marks if isinstance(mark, Label)]


def box(label: Label) -> Box:
    """Where a label's digits and capitals are, tighter than what its descenders need."""
    width = measured(label.text, label.size)
    along = {"start": 0.0, "middle": 0.5, "end": 1.0}[label.anchor] * width
    half = _HALF * label.size
    if label.turned:
        return label.x - half, label.y + along - width, label.x + half, label.y + along
    return label.x - along, label.y - half, label.x - along + width, label.y + half


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes share more than an edge."""
    # Less than this is how numbers are rounded.
    least = 1e-6
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > least and down > least

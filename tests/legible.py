"""What a reader must be able to see: marks within the drawing, text large enough, labels apart."""

from __future__ import annotations

from itertools import combinations

from generator.metrics import text_width
from generator.painting.svg import bounds
from generator.scene import Drawing, Frame, Label

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


def labels(frame: Frame) -> list[Label]:
    """The labels of a frame."""
    return [mark for mark in frame.marks if isinstance(mark, Label)]


def box(label: Label) -> Box:
    """Where a label's digits and capitals are, tighter than what its descenders need."""
    width = text_width(label.text, label.size)
    along = {"start": 0.0, "middle": 0.5, "end": 1.0}[label.anchor] * width
    half = _HALF * label.size
    if label.turned:
        return label.x - half, label.y + along - width, label.x + half, label.y + along
    return label.x - along, label.y - half, label.x - along + width, label.y + half


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes share a point."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]

"""What leads from one solid to the next: a window with its pyramid, or a band to units that see all."""

from __future__ import annotations

from generator.graph import Node
from generator.parts.networks.solid_row import WORDS_OFF, Placed
from generator.parts.networks.solids import Solid
from generator.scene import Area, Dot, Line, Mark

# Between a band and the words over it.
_CLEAR = 5.0
# A window that is so high shows all four edges of its pyramid.
_LARGE = 12.0


def link(before: Placed, after: Placed) -> tuple[list[Mark], list[Mark]]:
    """What leads from a solid to the next: marks (behind the next, in front of it)."""
    if sees_all(before.solid, after.solid):
        return band(before, after), []
    node = after.solid.node
    if node and node.places == "window":
        return [], pyramid(before, after)
    return [], [Line((before.on_side(0.5, 0.5), (after.front - 2, after.axis)), "ink", 1.2, arrow=True)]


def sees_all(before: Solid, after: Solid) -> bool:
    """Whether each unit of the later solid sees everything of the one before, or may do so."""
    node = after.node
    if node is None or node.places != "window":
        return after.is_bar or (node is not None and node.places == "all")
    rows, columns = (node.window.dilation[axis] * (node.window.kernel[axis] - 1) + 1 for axis in (0, 1))
    return rows >= before.places[0] and columns >= before.places[1]


def lift(before: Placed, after: Placed) -> float:
    """How much higher than usual the words over the later solid stand, to be clear of a falling band."""
    if not sees_all(before.solid, after.solid):
        return 0.0
    (x, y), end = before.on_side(1, 0), (after.front, after.on_left(0, 0)[1])
    left = after.middle - after.worded.over_wide / 2
    if y >= end[1] or left >= end[0]:
        return 0.0
    slope = (end[1] - y) / (end[0] - x)
    return max(0.0, after.top - WORDS_OFF - end[1] + slope * (end[0] - max(left, x)) + _CLEAR)


def band(before: Placed, after: Placed) -> list[Mark]:
    """A pale band from the whole of a solid to the whole of the next."""
    upper = (before.on_side(1, 0), (after.front, after.on_left(0, 0)[1]))
    lower = (before.on_side(0, 1), (after.front, after.on_left(0, 1)[1]))
    area = Area((*upper, *reversed(lower), before.on_side(1, 1)), "padding-tint")
    return [area, Line(upper, "grid", 1), Line(lower, "grid", 1)]


def pyramid(before: Placed, after: Placed) -> list[Mark]:
    """A window on a block's right side, and lines to the unit of the next block that it feeds."""
    node = after.solid.node
    assert node is not None
    (top, high), (left, wide) = (_window(node, axis, before, after) for axis in (0, 1))
    corners = tuple(
        before.on_side(across, down)
        for across, down in ((left, top), (left + wide, top), (left + wide, top + high), (left, top + high))
    )
    unit = after.on_left(*reversed([_unit(node, axis, before, after) for axis in (0, 1)]))
    # The edges of a small window's pyramid would run into one: those of its outline are enough.
    seen = corners if high * before.solid.height >= _LARGE else corners[1::2]
    lines = [Line((corner, unit), "ink", 1) for corner in seen]
    return [Area(corners, f"{after.solid.role}-tint", "ink", 1.5), *lines, Dot(*unit, 2, "ink")]


def _index(node: Node, axis: int, after: Placed) -> int:
    """The middle row, and the first column whose window lies wholly on the block: it can be seen."""
    stride, before = node.window.stride[axis], node.window.padding[axis][0]
    return after.solid.places[0] // 2 if axis == 0 else min(-(-before // stride), after.solid.places[1] - 1)


def _window(node: Node, axis: int, before: Placed, after: Placed) -> tuple[float, float]:
    """Where the window begins and how long it is, as shares of the block's side."""
    window, size = node.window, before.solid.places[axis]
    start = _index(node, axis, after) * window.stride[axis] - window.padding[axis][0]
    end = start + window.dilation[axis] * (window.kernel[axis] - 1) + 1
    first, last = max(start, 0), min(end, size)
    return first / size, (last - first) / size


def _unit(node: Node, axis: int, before: Placed, after: Placed) -> float:
    return (_index(node, axis, after) + 0.5) / after.solid.places[axis]

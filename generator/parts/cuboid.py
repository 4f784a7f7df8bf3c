"""A block of numbers as a solid: a cuboid in oblique projection, seen from the front, above and the right."""

from __future__ import annotations

from generator.layout import Block
from generator.scene import Area, Line, Mark, Points

# How far the back stands to the right of the front and above it, for each pixel of depth. Less than the
# length itself, as depth looks shorter from the front.
_RIGHT, _UP = 0.5, 0.4
# How much of the strong colour lies over the tint: the side is in the shade, the top in the light.
_TOP_SHADE, _SIDE_SHADE = 0.1, 0.28


def receding(depth: float) -> tuple[float, float]:
    """How far a cuboid's back stands (to the right of, above) its front, in logical pixels."""
    return depth * _RIGHT, depth * _UP


def cuboid(width: float, height: float, depth: float, role: str, line: float = 1.5) -> Block:
    """A solid of ``width`` × ``height`` × ``depth`` logical pixels in the colours of a role.

    The block is as large as the whole drawing: with (dx, dy) = ``receding(depth)`` it is ``width`` + dx wide
    and ``height`` + dy high, and the front's upper left corner stands at (0, dy). Lengths are drawn to scale
    on the front; ``depth`` is shortened as `receding` says. ``line`` is the width of the edges.
    """
    dx, dy = receding(depth)
    front = ((0.0, dy), (width, dy), (width, dy + height), (0.0, dy + height))
    top = ((0.0, dy), (dx, 0.0), (width + dx, 0.0), (width, dy))
    side = ((width, dy), (width + dx, 0.0), (width + dx, height), (width, dy + height))
    return Block(
        width + dx,
        height + dy,
        (
            *_face(top, role, _TOP_SHADE),
            *_face(side, role, _SIDE_SHADE),
            Area(front, f"{role}-tint"),
            *_edges(front, top, side, f"{role}-strong", line),
        ),
    )


def _face(points: Points, role: str, shade: float) -> list[Mark]:
    return [Area(points, f"{role}-tint"), Area(points, f"{role}-strong", opacity=shade)]


def _edges(front: Points, top: Points, side: Points, ink: str, line: float) -> list[Mark]:
    """The outline of what can be seen, and the three edges that meet in the front's upper right corner."""
    corner = front[1]
    around = (front[0], top[1], top[2], side[2], front[2], front[3], front[0])
    return [
        Line(around, ink, line),
        *(Line((corner, end), ink, line) for end in (front[0], top[2], front[2])),
    ]

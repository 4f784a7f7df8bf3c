"""Solids with letters on their edges, one or several of them."""

from __future__ import annotations

from dataclasses import dataclass

from generator.layout import NOTE, Block, above
from generator.metrics import text_width
from generator.parts.cuboid import cuboid, receding
from generator.scene import Area, Dot, Label, Line, Mark

_AIR = 6
_LETTERS_BELOW = 18  # room for the letters under a solid's front
_APART, _DOTS = 8, 26


@dataclass(frozen=True)
class Solid:
    """Width, height and depth in logical pixels, a role, and the letters of height, width and depth."""

    width: float
    height: float
    depth: float
    role: str
    letters: tuple[str, str, str]

    @property
    def right(self) -> float:
        """The room to the right of the front, for the back and the letters of the depth."""
        return max(
            receding(self.depth)[0], receding(self.depth)[0] / 2 + 4 + text_width(self.letters[2], NOTE)
        )


def lettered(solid: Solid, front: tuple[Mark, ...] = ()) -> Block:
    """A solid with its letters; ``front`` are marks over it, in the coordinates of `cuboid`."""
    dx, dy = receding(solid.depth)
    left = _beside(solid)
    body = cuboid(solid.width, solid.height, solid.depth, solid.role).with_marks(front)
    up, across, deep = solid.letters
    labels = [
        Label(left - _AIR, dy + solid.height / 2, up, NOTE, "ink", "end"),
        Label(left + solid.width / 2, dy + solid.height + 11, across, NOTE),
        Label(left + solid.width + dx / 2 + 4, solid.height + dy / 2 + 8, deep, NOTE, "ink", "start"),
    ]
    height = solid.height + dy + _LETTERS_BELOW
    return Block(left + solid.width + solid.right, height, (*body.at(left, 0), *labels))


def several(solid: Solid, count: int, letter: str, most: int, front: tuple[Mark, ...] = ()) -> Block:
    """So many of a solid under each other, of many the first ones and the last; ``letter`` counts them."""
    dx, dy = receding(solid.depth)
    left = _beside(solid)
    plain = Block(
        left + solid.width + solid.right,
        solid.height + dy,
        cuboid(solid.width, solid.height, solid.depth, solid.role).with_marks(front).at(left, 0),
    )
    last = lettered(solid, front)
    if count <= most:
        column = above(*[plain] * (count - 1), last, gap=_APART, align=0)
    else:
        dots = _dots(left + (solid.width + dx) / 2, plain.width)
        column = above(*[plain] * (most - 2), dots, last, gap=_APART, align=0)
    return _bracketed(column, letter)


def beam(solid: Solid, width: float, height: float, role: str) -> tuple[Mark, ...]:
    """The upper left part of a solid, from its front to its back, in another role: what a window covers."""
    dx, dy = receding(solid.depth)
    front = ((0.0, dy), (width, dy), (width, dy + height), (0.0, dy + height))
    top = ((0.0, dy), (dx, 0.0), (dx + width, 0.0), (width, dy))
    return tuple(Area(points, f"{role}-tint", f"{role}-strong", 2) for points in (top, front))


def _beside(solid: Solid) -> float:
    """The room for the letters of the height."""
    return text_width(solid.letters[0], NOTE) + _AIR


def _dots(x: float, width: float) -> Block:
    return Block(width, _DOTS, tuple(Dot(x, _DOTS / 2 + step, 1.8, "muted") for step in (-8, 0, 8)))


def _bracketed(column: Block, letter: str) -> Block:
    """A bracket on the left of all solids, and what counts them."""
    lip, left = 6, text_width(letter, NOTE) + _AIR
    top, bottom = 1.0, column.height - _LETTERS_BELOW
    bracket = Line(((left + lip, top), (left, top), (left, bottom), (left + lip, bottom)), "muted")
    label = Label(left - _AIR, (top + bottom) / 2, letter, NOTE, "ink", "end")
    shift = left + lip + 4
    return Block(shift + column.width, column.height, (bracket, label, *column.at(shift, 0)))

"""A convolution layer as operations with arrays on the arrows between them, forward, or with gradients."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.errors import GeneratorError
from generator.layout import COLUMN, MARGIN, Block, above
from generator.metrics import text_width
from generator.parts.formulas import formula, written
from generator.parts.networks.affine_arrays import NAME, SHAPE, Arrays, Tensor
from generator.scene import Anchor, Box, Label, Line, Mark

_ROOM = COLUMN - 2.0 * MARGIN
_LINE, _FORMULA, _AIR, _LEAST = 15.0, 14.0, 9.0, 62.0
# Height of the boxes, and of the smaller one below.
_TALL, _SMALL = 84.0, 58.0
_WIDE, _AFFINE, _NARROW = 84.0, 112.0, 78.0
# Half the distance of an arrow forward and one backward.
_APART = 8.0
RESHAPE = ("reshape", "transpose")


@dataclass(frozen=True)
class Plan:
    """What is drawn, and whether long shapes are ``cut`` into two lines."""

    arrays: Arrays
    backward: bool
    cut: bool

    @property
    def tall(self) -> float:
        """Height of the boxes in the row: two lines of words above an arrow and below it, or three."""
        return _TALL + (2 * _LINE if self.cut else 0)

    @property
    def between(self) -> float:
        """Room for the words of both arrays of the weights, one above the other."""
        return 64 + 14 * self.backward + (30 if self.backward else 16) * self.cut

    @property
    def foot(self) -> float:
        """Where the box of the weights begins."""
        return self.tall + self.between

    @property
    def height(self) -> float:
        """Down to the last word below the weights."""
        words = _APART + (3 if self.cut else 2) * _LINE + 6 if self.backward else 2 * _LINE
        return self.foot + max(_SMALL, _SMALL / 2 + words)

    def breadth(self, tensor: Tensor) -> float:
        """The length of an arrow with its array's words."""
        return max(tensor.wide(self.cut) + 2 * (_AIR - 4 * self.cut), _LEAST)


def flow(arrays: Arrays, backward: bool, formulas: Sequence[str]) -> Block:
    """The row from x to y, below it what becomes of the weights, and formulas in the free corner.

    Raises:
        GeneratorError: the shapes are too long for a page.
    """
    for cut in (False, True):
        plan = Plan(arrays, backward, cut)
        block, affine = _row(plan)
        over = max(block.width - _ROOM, -_weights_left(plan, affine))
        if over <= 0:
            marks, free = _parameters(plan, affine)
            return _with_formulas(plan, block.with_marks(marks), formulas, free)
    raise GeneratorError(
        f"the shapes are so long that the figure would be {COLUMN + over:.0f} px wide, and a page has "
        f"{COLUMN}; lower batch, channels, size or filters"
    )


def _row(plan: Plan) -> tuple[Block, float]:
    """From x to y; and where the product's box begins."""
    arrays = plan.arrays
    im2col = ("im2col", "col2im") if plan.backward else ("im2col",)
    boxes = ((im2col, "input", _NARROW), (("Affine",), "output", _AFFINE), (RESHAPE, "padding", _WIDE))
    marks: list[Mark] = []
    x, affine = 0.0, 0.0
    for tensor, (names, role, wide) in zip((arrays.x, arrays.col, arrays.out), boxes, strict=True):
        marks += _link(plan, tensor, x, plan.tall / 2)
        x += plan.breadth(tensor)
        marks += operation(names, role, x, 0, wide, plan.tall)
        affine = x if role == "output" else affine
        x += wide
    marks += _link(plan, arrays.y, x, plan.tall / 2)
    return Block(x + plan.breadth(arrays.y), plan.height, tuple(marks)), affine


def _with_formulas(plan: Plan, block: Block, formulas: Sequence[str], free: float) -> Block:
    """Formulas at the lower right if they fit beside the weights, else under everything."""
    lines = above(*(formula(words, _FORMULA) for words in formulas), gap=7, align=0)
    if free + lines.width <= _ROOM:
        x = free + max(block.width - free - lines.width, 0) / 2
        marks = lines.at(round(x), plan.tall + (plan.between + _SMALL - lines.height) / 2 + 8)
        return Block(max(block.width, free + lines.width), block.height, (*block.marks, *marks))
    return above(block, lines, gap=20)


def operation(names: Sequence[str], role: str, x: float, y: float, wide: float, tall: float) -> list[Mark]:
    """A box with its lines of words."""
    start = y + tall / 2 - (_LINE + 3) * (len(names) - 1) / 2
    return [
        Box(x, y, wide, tall, f"{role}-tint", f"{role}-strong", 1.5, radius=6),
        *(
            Label(x + wide / 2, start + index * (_LINE + 3), line, NAME, "ink", "middle", "bold")
            for index, line in enumerate(names)
        ),
    ]


def _link(plan: Plan, tensor: Tensor, x: float, y: float) -> list[Mark]:
    """An arrow to the right with the array above; below its letters, or an arrow back with the gradient."""
    wide, shape = plan.breadth(tensor), tensor.lines(plan.cut)
    middle, left, right = x + wide / 2, x + 3, x + wide - 3
    shift = _APART if plan.backward else 0.0
    up, down = y - shift, y + shift
    marks: list[Mark] = [
        Line(((left, up), (right, up)), "muted", 1.5, arrow=True),
        *written(tensor.name, middle, up - 13 - _LINE * len(shape), NAME, "ink", "middle", "bold"),
        *lines_of(shape, middle, up + 3 - _LINE * len(shape), "ink"),
    ]
    if not plan.backward:
        return [*marks, *lines_of(tensor.letters, middle, down + 13, "muted")]
    return [
        *marks,
        Line(((right, down), (left, down)), "accent-strong", 1.5, arrow=True),
        *written(tensor.gradient, middle, down + 13, NAME, "accent-strong", "middle", "bold"),
        *lines_of(shape, middle, down + 29, "ink"),
    ]


def lines_of(words: Sequence[str], x: float, y: float, ink: str) -> list[Mark]:
    """Lines of small text under one another, the first at ``y``."""
    return [Label(x, y + index * _LINE, line, SHAPE, ink) for index, line in enumerate(words)]


def _weights_left(plan: Plan, affine: float) -> float:
    return affine + _AFFINE * 0.3 - _WIDE / 2 - plan.breadth(plan.arrays.weights)


def _parameters(plan: Plan, affine: float) -> tuple[list[Mark], float]:
    """The weights from below on the left, the bias on the right; and where the free corner begins."""
    bias, left, right = plan.arrays.bias, affine + _AFFINE * 0.3, affine + _AFFINE * 0.78
    lift = 12 if plan.backward else 0
    marks = [
        *operation(RESHAPE, "padding", left - _WIDE / 2, plan.foot, _WIDE, _SMALL),
        *_link(plan, plan.arrays.weights, _weights_left(plan, affine), plan.foot + _SMALL / 2),
        *_rise(plan, plan.arrays.column, left, plan.foot - 3, -1),
        *_rise(plan, bias, right, plan.foot - lift, 1),
    ]
    gradient = text_width(bias.gradient, NAME + 0.5) if plan.backward else 0.0
    return marks, right + 2 * _APART + max(gradient, text_width(bias.numbers, SHAPE)) + 24


def _rise(plan: Plan, tensor: Tensor, x: float, foot: float, side: int) -> list[Mark]:
    """An arrow up into the box above with the array on one side (−1 left, 1 right), and one back down."""
    shift = _APART / 2 if plan.backward else 0.0
    top, beside = plan.tall + 3, x + side * (shift + 9)
    anchor: Anchor = "start" if side > 0 else "end"
    marks: list[Mark] = [Line(((x - shift, foot), (x - shift, top)), "muted", 1.5, arrow=True)]
    lines = [(tensor.name, "ink")]
    if plan.backward:
        marks.append(Line(((x + shift, top), (x + shift, foot)), "accent-strong", 1.5, arrow=True))
        lines.append((tensor.gradient, "accent-strong"))
    y = plan.tall + plan.between / 2 - _LINE * len(lines) / 2 - 1
    for index, (words, ink) in enumerate(lines):
        marks += written(words, beside, y + index * (_LINE + 2), NAME, ink, anchor, "bold")
    end = y + len(lines) * (_LINE + 2)
    return [*marks, Label(beside, end, tensor.numbers, SHAPE, "ink", anchor)]

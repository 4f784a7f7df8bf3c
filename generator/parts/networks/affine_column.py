"""A convolution layer as operations one under another, for a phone: the weights come from the right."""

from __future__ import annotations

from collections.abc import Sequence

from generator.layout import Block, above
from generator.metrics import text_width
from generator.parts.arrangement import PHONE, PHONE_MARGIN
from generator.parts.formulas import formula, written
from generator.parts.networks.affine_arrays import NAME, SHAPE, Arrays, Tensor
from generator.parts.networks.affine_flow import RESHAPE, lines_of, operation
from generator.scene import Label, Line, Mark

_WIDTH = PHONE - 2.0 * PHONE_MARGIN
_WIDE, _TALL, _LINK, _LINE, _FORMULA = 116.0, 56.0, 62.0, 15.0, 13.0
# The box of the weights.
_RIGHT, _BESIDE = 96.0, 58.0
_APART = 8.0


def column(arrays: Arrays, backward: bool, formulas: Sequence[str]) -> Block:
    """x at the top, y at the foot, formulas below; 336 px wide, or wider if the shapes are."""
    affine = 124.0 if backward else 104.0
    im2col = ("im2col", "col2im") if backward else ("im2col",)
    boxes = ((im2col, "input", _TALL), (("Affine",), "output", affine), (RESHAPE, "padding", _TALL))
    marks: list[Mark] = []
    y = 0.0
    for tensor, (names, role, tall) in zip((arrays.x, arrays.col, arrays.out), boxes, strict=True):
        marks += _down(tensor, y, backward)
        y += _LINK
        if role == "output":
            marks += _weights(arrays, y, backward)
            marks += _bias(arrays.bias, y + affine - 24, backward)
        marks += operation(names, role, 0, y, _WIDE, tall)
        y += tall
    marks += _down(arrays.y, y, backward)
    lines = above(*(formula(words, _FORMULA) for words in formulas), gap=6, align=0)
    return above(Block(_widest(arrays, backward), y + _LINK, tuple(marks)), lines, gap=18, align=0)


def _widest(arrays: Arrays, backward: bool) -> float:
    """The width that the longest words need."""
    start = _WIDE / 2 + 12 + (_APART / 2 if backward else 0)
    beside = max(
        text_width(f"{one.gradient}  {one.numbers}", NAME) for one in (arrays.x, arrays.col, arrays.out)
    )
    product = text_width(arrays.column.numbers, SHAPE) + 12 - (_WIDTH - _WIDE - _RIGHT)
    weights = arrays.weights.wide(cut=True) - _RIGHT
    return _WIDTH + max(0.0, start + beside - _WIDTH, product, weights)


def _down(tensor: Tensor, y: float, backward: bool) -> list[Mark]:
    """An arrow down with the array to its right, and its letters, or an arrow back up with the gradient."""
    x, shift = _WIDE / 2, _APART / 2 if backward else 0.0
    top, end, beside = y + 3, y + _LINK - 3, _WIDE / 2 + shift + 11
    high, low = y + _LINK / 2 - 9, y + _LINK / 2 + 10
    marks: list[Mark] = [Line(((x - shift, top), (x - shift, end)), "muted", 1.5, arrow=True)]
    marks += _beside(tensor.name, tensor.numbers, beside, high, "ink")
    if not backward:
        return [*marks, Label(beside, low, " ".join(tensor.letters), SHAPE, "muted", "start")]
    marks.append(Line(((x + shift, end), (x + shift, top)), "accent-strong", 1.5, arrow=True))
    return [*marks, *_beside(tensor.gradient, tensor.numbers, beside, low, "accent-strong")]


def _beside(name: str, numbers: str, x: float, y: float, ink: str) -> list[Mark]:
    after = x + text_width(name, NAME + 0.5) + 7
    return [
        *written(name, x, y, NAME, ink, "start", "bold"),
        Label(after, y, numbers, SHAPE, "ink", "start"),
    ]


def _weights(arrays: Arrays, y: float, backward: bool) -> list[Mark]:
    """W from above into its box at the right, and col_W from there to the left."""
    weights, column = arrays.weights, arrays.column
    shift = _APART / 2 if backward else 0.0
    left, x, foot = _WIDTH - _RIGHT, _WIDTH - _RIGHT / 2, y + 4.0
    middle, between = foot + _BESIDE / 2, (_WIDE + left) / 2
    lines = weights.lines(weights.wide(cut=False) > _RIGHT)
    high = foot - 40 - _LINE * (len(lines) - 1)
    marks = [
        *operation(RESHAPE, "padding", left, foot, _RIGHT, _BESIDE),
        *written(weights.name, x, high - (35 if backward else 17), NAME, "ink", "middle", "bold"),
        *lines_of(lines, x, high, "ink"),
        Line(((x - shift, foot - 30), (x - shift, foot - 3)), "muted", 1.5, arrow=True),
        Line(((left - 3, middle - shift), (_WIDE + 3, middle - shift)), "muted", 1.5, arrow=True),
        *written(column.name, between, middle - shift - 28, NAME, "ink", "middle", "bold"),
        Label(between, middle - shift - 12, column.numbers, SHAPE),
    ]
    if not backward:
        return marks
    return [
        *marks,
        *written(weights.gradient, x, high - 17, NAME, "accent-strong", "middle", "bold"),
        Line(((x + shift, foot - 3), (x + shift, foot - 30)), "accent-strong", 1.5, arrow=True),
        Line(((_WIDE + 3, middle + shift), (left - 3, middle + shift)), "accent-strong", 1.5, arrow=True),
        *written(column.gradient, between, middle + shift + 13, NAME, "accent-strong", "middle", "bold"),
    ]


def _bias(bias: Tensor, y: float, backward: bool) -> list[Mark]:
    """b from the right."""
    shift, end = _APART / 2 if backward else 0.0, _WIDE + 56
    marks: list[Mark] = [
        Line(((end, y - shift), (_WIDE + 3, y - shift)), "muted", 1.5, arrow=True),
        *_beside(bias.name, bias.numbers, end + 9, y - (9 if backward else 0), "ink"),
    ]
    if backward:
        marks.append(Line(((_WIDE + 3, y + shift), (end, y + shift)), "accent-strong", 1.5, arrow=True))
        marks += written(bias.gradient, end + 9, y + 9, NAME, "accent-strong", "start", "bold")
    return marks

"""Layers as a chain of groups: what follows each other without an arrow belongs together."""

from __future__ import annotations

from collections.abc import Sequence

from generator.layout import Block, above
from generator.metrics import text_width
from generator.scene import Box, Label, Line, Mark

Group = tuple[str, ...]

_TALL, _TEXT, _ARROW = 46.0, 13.0, 18.0
# Room beside a layer's name, the most beautiful first.
_AIRS = (11.0, 9.0, 8.0, 7.0, 6.0)
_ROLES = {"Conv": "kernel", "Pool": "input", "Affine": "output", "ReLU": "padding", "Softmax": "accent"}


def convolutional(convolutions: int, poolings: int, dense: int) -> list[Group]:
    """Conv – ReLU – Pool as often as there are poolings, Conv – ReLU for the rest, then dense layers."""
    pooled: list[Group] = [("Conv", "ReLU", "Pool")] * poolings
    return [*pooled, *[("Conv", "ReLU")] * (convolutions - poolings), *fully_connected(dense)]


def fully_connected(layers: int) -> list[Group]:
    """Affine – ReLU, and Affine – Softmax at last."""
    return [*[("Affine", "ReLU")] * (layers - 1), ("Affine", "Softmax")]


def air_for(chains: Sequence[Sequence[Group]], room: float) -> float:
    """The room beside names at which each of the chains fits into one row, or else the widest."""
    return next((air for air in _AIRS if all(_row_width(one, air) <= room for one in chains)), _AIRS[0])


def chain(groups: Sequence[Group], room: float, air: float) -> Block:
    """Groups from left to right with an arrow before each and one at the end, in as many rows as it takes."""
    rows: list[list[Group]] = [[]]
    for group in groups:
        if rows[-1] and _row_width([*rows[-1], group], air) > room:
            rows.append([])
        rows[-1].append(group)
    return above(*(_row(row, air) for row in rows), gap=14, align=0)


def _row_width(groups: Sequence[Group], air: float) -> float:
    return sum(_cell_width(layer, air) for group in groups for layer in group) + _ARROW * (len(groups) + 1)


def _cell_width(layer: str, air: float) -> float:
    return round(text_width(layer, _TEXT + 0.5) + 2 * air)


def _row(groups: Sequence[Group], air: float) -> Block:
    x, middle = 0.0, _TALL / 2
    marks: list[Mark] = []
    for group in groups:
        marks.append(Line(((x, middle), (x + _ARROW - 2, middle)), "muted", 1.5, arrow=True))
        x += _ARROW
        for layer in group:
            wide, role = _cell_width(layer, air), _ROLES[layer]
            marks.append(Box(x, 0, wide, _TALL, f"{role}-tint", f"{role}-strong", 1.5))
            marks.append(Label(x + wide / 2, middle, layer, _TEXT, "ink", "middle", "bold"))
            x += wide
    marks.append(Line(((x + 2, middle), (x + _ARROW, middle)), "muted", 1.5, arrow=True))
    return Block(x + _ARROW, _TALL, tuple(marks))

"""The shapes of a convolution as panels of solids, each with its letters above and its numbers below."""

from __future__ import annotations

from dataclasses import dataclass

from generator.layout import TITLE, Block, above, text
from generator.parts.arrangement import Layout, joined
from generator.parts.convolutions.convolution_shapes import ConvolutionShapes
from generator.parts.convolutions.labelled_solids import Solid, beam, lettered, several
from generator.scene import Mark
from generator.words import Say

_GAP = 40
# The longest edge of a cell, the shortest edge of a solid, and the longest one that goes back.
_CELL, _SHORTEST, _DEEPEST = 16.0, 14.0, 96.0
_FILTERS, _BATCH = 4, 3
_HEAD, _FOOT = 2 * 1.4 * TITLE + 12, 1.4 * TITLE + 8


@dataclass(frozen=True)
class Scale:
    """How many pixels a cell has on the front, and in the depth."""

    front: float
    deep: float

    def solid(self, depth: int, height: int, width: int, role: str, letters: tuple[str, str, str]) -> Solid:
        """A solid of so many cells; edges that would be too short to see are a little longer."""
        return Solid(
            max(width * self.front, _SHORTEST),
            max(height * self.front, _SHORTEST),
            max(depth * self.deep, _SHORTEST),
            role,
            letters,
        )


def scale_of(s: ConvolutionShapes, longest: float) -> Scale:
    """The scale at which the longest edge of a front is ``longest`` pixels, or a cell 16."""
    front = min(_CELL, longest / max(*s.size, *s.output, *s.kernel))
    return Scale(front, min(front, _DEEPEST / max(s.channels, s.filters)))


def shape_panels(say: Say, s: ConvolutionShapes, scale: Scale, layout: Layout) -> Block:
    """Input ∗ filters + bias → output."""
    panels = [("", _input(say, s, scale)), ("*", _filters(say, s, scale)), ("→", _output(say, s, scale))]
    if s.bias:
        panels.insert(2, ("+", _bias(say, s, scale)))
    high = max(panel.drawing.height for _, panel in panels)
    blocks = [panel.block(high if layout == "row" else panel.drawing.height) for _, panel in panels]
    whole = blocks[0]
    for (sign, _), block in zip(panels[1:], blocks[1:], strict=True):
        whole = joined(layout, whole, sign, block, _GAP, drop=(_HEAD - _FOOT) / 2)
    return whole


@dataclass(frozen=True)
class _Panel:
    name: str
    letters: str
    drawing: Block
    numbers: str

    def block(self, height: float) -> Block:
        """The drawing in the middle of so much height, between its words."""
        drawing = self.drawing
        room = Block(drawing.width, height, drawing.at(0, (height - drawing.height) / 2))
        return above(
            above(text(self.name, TITLE, "ink", "bold"), text(self.letters, TITLE), gap=0),
            room,
            text(self.numbers, TITLE, "ink", "bold"),
            gap=12,
        )


def _input(say: Say, s: ConvolutionShapes, scale: Scale) -> _Panel:
    solid = scale.solid(s.channels, *s.size, "input", ("H", "W", "C"))
    window: tuple[Mark, ...] = ()
    if s.kernel[0] <= s.size[0] and s.kernel[1] <= s.size[1]:
        filters = _filter(s, scale)
        window = beam(solid, min(filters.width, solid.width), min(filters.height, solid.height), "kernel")
    drawing = _batch(solid, s, window)
    return _Panel(
        say("입력", "Input"), _tuple(s, "N", "C", "H", "W"), drawing, _tuple(s, s.batch, s.channels, *s.size)
    )


def _filter(s: ConvolutionShapes, scale: Scale) -> Solid:
    return scale.solid(s.channels, *s.kernel, "kernel", ("FH", "FW", "C"))


def _filters(say: Say, s: ConvolutionShapes, scale: Scale) -> _Panel:
    drawing = several(_filter(s, scale), s.filters, "FN", _FILTERS)
    numbers = f"({s.filters}, {s.channels}, {s.kernel[0]}, {s.kernel[1]})"
    return _Panel(say("필터", "Filters"), "(FN, C, FH, FW)", drawing, numbers)


def _bias(say: Say, s: ConvolutionShapes, scale: Scale) -> _Panel:
    solid = scale.solid(s.filters, 1, 1, "accent", ("1", "1", "FN"))
    return _Panel(say("편향", "Bias"), "(FN, 1, 1)", lettered(solid), f"({s.filters}, 1, 1)")


def _output(say: Say, s: ConvolutionShapes, scale: Scale) -> _Panel:
    solid = scale.solid(s.filters, *s.output, "output", ("OH", "OW", "FN"))
    return _Panel(
        say("출력", "Output"),
        _tuple(s, "N", "FN", "OH", "OW"),
        _batch(solid, s),
        _tuple(s, s.batch, s.filters, *s.output),
    )


def _batch(solid: Solid, s: ConvolutionShapes, front: tuple[Mark, ...] = ()) -> Block:
    return lettered(solid, front) if s.batch is None else several(solid, s.batch, "N", _BATCH, front)


def _tuple(s: ConvolutionShapes, *axes: str | int | None) -> str:
    """A shape; without a batch its first axis is left out."""
    shown = axes if s.batch is not None else axes[1:]
    return f"({', '.join(str(axis) for axis in shown)})"

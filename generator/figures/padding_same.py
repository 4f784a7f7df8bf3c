"""Where Keras puts the zeros of ``padding="same"`` when they cannot be the same on both sides."""

from __future__ import annotations

from generator.arithmetic import same_padding
from generator.catalog import figure
from generator.layout import NOTE, Block, above, text, titled
from generator.parts.arrangement import Layout, joined, on_page, panel_cell
from generator.parts.fitting import fitting
from generator.parts.limits import pair_within
from generator.parts.paddings.same_words import (
    alt,
    caption,
    out_of_reach,
    ring,
    rounded_down,
    rounded_up,
    sides,
)
from generator.parts.paddings.uneven import Axis, Windows, windows_on_zeros
from generator.parts.panels import CELLS
from generator.scene import Drawing, Frame
from generator.words import Say, by

_MOST_CELLS = 24
# The only numbers are zeros, which can be read in cells that are smaller than usual.
_CELLS = (*CELLS, 22, 20)
_LOWER = "size or kernel"


@figure
def padding_same(
    say: Say,
    *,
    size: int | tuple[int, int] = 5,
    kernel: int | tuple[int, int] = 2,
    stride: int | tuple[int, int] = 2,
    layout: Layout = "row",
) -> Drawing:
    """Where Keras' "same" puts its zeros when it cannot be symmetric, beside a symmetric padding.

    The symmetric padding is the smallest that has no fewer zeros: PyTorch's padding=1 by default.
    layout: "stacked" sets one panel under the other, for phones
    """
    numbers = [
        pair_within(name, value, 1, _MOST_CELLS)
        for name, value in (("size", size), ("kernel", kernel), ("stride", stride))
    ]
    ends = [same_padding(*axis) for axis in zip(*numbers, strict=True)]
    keras = _windows(numbers, ends)
    symmetric = _windows(numbers, [(after, after) for _, after in ends])
    block = _page(say, layout, keras, symmetric)
    words = alt(say, keras, symmetric), caption(say, keras, symmetric)
    return Drawing(block.width, block.height, (Frame(block.marks),), *words)


def _windows(numbers: list[tuple[int, int]], ends: list[tuple[int, int]]) -> Windows:
    """A window with these sizes, kernels and strides, and zeros (before, after) on both axes."""
    down, across = (
        Axis(size, kernel, stride, *zeros) for size, kernel, stride, zeros in zip(*numbers, ends, strict=True)
    )
    return Windows(down, across)


def _page(say: Say, layout: Layout, keras: Windows, symmetric: Windows) -> Block:
    """Both panels, at the largest cells at which they and their notes fit.

    Raises:
        GeneratorError: they do not.
    """
    panel_cell(layout, [w.across.padded for w in (keras, symmetric)], _LOWER, cells=_CELLS)

    def build(cell: int) -> Block:
        return _panels(say, layout, keras, symmetric, cell)

    _, cell = fitting([(build, _CELLS)], layout, _LOWER)
    return on_page(layout, build(cell), _LOWER)


def _panels(say: Say, layout: Layout, keras: Windows, symmetric: Windows, cell: float) -> Block:
    left = _panel(say, 'Keras "same"', keras, rounded_up(keras), cell)
    right = _panel(say, f"padding={ring(symmetric)}", symmetric, rounded_down(symmetric), cell)
    sign = "=" if keras == symmetric else "\N{NOT EQUAL TO}"
    return joined(layout, left, sign, right)


def _panel(say: Say, name: str, w: Windows, rounded: list[str], cell: float) -> Block:
    size, output = by(w.down.size, w.across.size), by(*w.output)
    grid = titled(f"{name}, {size} → {output}", windows_on_zeros(w, cell))
    notes = [text(sides(say, w), NOTE + 1, "ink", "bold"), *(text(line, NOTE, "muted") for line in rounded)]
    if reach := out_of_reach(say, w):
        notes.append(text(reach, NOTE, "muted"))
    return above(grid, above(*notes, gap=2), gap=10)

"""How the panels of im2col stand: the convolution, and the product of matrices that it becomes."""

from __future__ import annotations

from typing import Protocol

from generator.layout import Block, above
from generator.parts.arrangement import Layout, joined
from generator.parts.panels import UNDER_TITLE

_GAP = 32  # between panels that stand in a row
_BETWEEN = 24  # the convolution and the product


class Panels(Protocol):
    """What is drawn at one moment."""

    def inputs(self) -> Block: ...
    def kernels(self) -> Block: ...
    def matrix(self) -> Block: ...
    def column(self) -> Block: ...
    def results(self) -> Block: ...
    def maps(self) -> Block: ...


def side_by_side(panels: Panels) -> Block:
    """The convolution in a column, the product beside it."""
    source = joined("stacked", panels.inputs(), "*", panels.kernels())
    return joined("row", source, "→", _product(panels), _GAP)


def two_rows(panels: Panels) -> Block:
    """The convolution above the product."""
    source = joined("row", panels.inputs(), "*", panels.kernels(), _GAP, UNDER_TITLE)
    return above(source, _product(panels), gap=_BETWEEN)


def three_rows(panels: Panels) -> Block:
    """For phones: convolution, product, feature map."""
    source = joined("row", panels.inputs(), "*", panels.kernels(), _GAP, UNDER_TITLE)
    return joined("stacked", above(source, _results(panels, "row"), gap=_BETWEEN), "→", panels.maps())


def one_column(panels: Panels) -> Block:
    """For phones: one panel under another."""
    source = joined("stacked", panels.inputs(), "*", panels.kernels())
    below = joined("stacked", _results(panels, "stacked"), "→", panels.maps())
    return above(source, below, gap=_BETWEEN)


def _product(panels: Panels) -> Block:
    return joined("row", _results(panels, "row"), "→", panels.maps(), _GAP, UNDER_TITLE)


def _results(panels: Panels, layout: Layout) -> Block:
    factors = joined(layout, panels.matrix(), "×", panels.column(), _GAP, UNDER_TITLE)
    return joined(layout, factors, "=", panels.results(), _GAP, UNDER_TITLE)

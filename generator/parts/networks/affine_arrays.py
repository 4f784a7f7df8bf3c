"""The arrays of a convolution layer that is computed as a product of two matrices, with their shapes."""

from __future__ import annotations

from dataclasses import dataclass
from math import prod

from generator.metrics import text_width
from generator.parts.convolutions.convolution_shapes import ConvolutionShapes

NAME, SHAPE = 14.0, 12.0


@dataclass(frozen=True)
class Tensor:
    """An array on its way from one operation to the next: its name, its shape, and that in letters."""

    name: str
    shape: tuple[int, ...]
    letters: tuple[str, ...]

    @property
    def numbers(self) -> str:
        """The shape as Python writes it, a single number in brackets, too."""
        return f"({', '.join(map(str, self.shape))})"

    @property
    def gradient(self) -> str:
        """The name of the loss' gradient by this array, which has the same shape."""
        return f"∂L/∂{self.name}"

    def lines(self, cut: bool) -> tuple[str, ...]:
        """The shape in one line, or the four numbers of a long one in two."""
        if not cut or len(self.shape) < 4:
            return (self.numbers,)
        first, second, *rest = map(str, self.shape)
        return f"({first}, {second},", f"{', '.join(rest)})"

    def wide(self, cut: bool) -> float:
        """Width of its longest line."""
        small = [text_width(line, SHAPE) for line in (*self.lines(cut), *self.letters)]
        return max(*small, text_width(self.gradient, NAME + 0.5))


@dataclass(frozen=True)
class Arrays:
    """x becomes col, col · col_W + b becomes out, out becomes y; W becomes col_W."""

    x: Tensor
    col: Tensor
    out: Tensor
    y: Tensor
    weights: Tensor
    column: Tensor
    bias: Tensor

    @property
    def all(self) -> tuple[Tensor, ...]:
        """In the order of the computation."""
        return self.x, self.col, self.weights, self.column, self.bias, self.out, self.y


def arrays_of(c: ConvolutionShapes) -> Arrays:
    """The arrays of this convolution; without a batch there is one picture.

    Source of the shapes: the im2col of Chellapilla, Puri and Simard, "High performance convolutional neural
    networks for document processing", 2006; letters as in Saitoh, "Deep learning from scratch", 2016, 7.4.
    """
    batch, (rows, columns) = c.batch or 1, c.output
    windows, products = batch * rows * columns, c.channels * prod(c.kernel)
    return Arrays(
        Tensor("x", (batch, c.channels, *c.size), ("(N, C, H, W)",)),
        Tensor("col", (windows, products), ("(N·OH·OW,", "C·FH·FW)")),
        Tensor("out", (windows, c.filters), ("(N·OH·OW,", "FN)")),
        Tensor("y", (batch, c.filters, rows, columns), ("(N, FN,", "OH, OW)")),
        Tensor("W", (c.filters, c.channels, *c.kernel), ("(FN, C, FH, FW)",)),
        Tensor("col_W", (products, c.filters), ("(C·FH·FW, FN)",)),
        Tensor("b", (c.filters,), ("(FN)",)),
    )

"""The shapes that meet in a convolution, channels first: input, filters, bias and output."""

from __future__ import annotations

from dataclasses import dataclass

from generator.arithmetic import Pair, output_size
from generator.parts.limits import pair_within, within
from generator.parts.rounding import positions_in_words
from generator.words import Say

_MOST, _MOST_SIDE, _MOST_BATCH = 10_000, 10_000, 100_000
_AXES = (("OH", "H", "FH"), ("OW", "W", "FW"))


@dataclass(frozen=True)
class ConvolutionShapes:
    """Counts along every axis; sizes are (vertical, horizontal). ``batch`` is None without that axis."""

    channels: int
    size: tuple[int, int]
    filters: int
    kernel: tuple[int, int]
    stride: tuple[int, int]
    padding: tuple[int, int]
    batch: int | None
    bias: bool

    @property
    def output(self) -> tuple[int, int]:
        """Rows and columns of the output."""
        rows, columns = (self._along(axis) for axis in (0, 1))
        return rows, columns

    @property
    def left_over(self) -> tuple[int, int]:
        """Rows below the last window and columns to the right of it, those of the padding included."""
        rows, columns = (
            (self.size[axis] + 2 * self.padding[axis] - self.kernel[axis]) % self.stride[axis]
            for axis in (0, 1)
        )
        return rows, columns

    def _along(self, axis: int) -> int:
        return output_size(self.size[axis], self.kernel[axis], self.stride[axis], self.padding[axis])

    def formula(self, say: Say, axis: int) -> tuple[str, str]:
        """The size of the output along an axis, in letters and in numbers."""
        result, size, kernel = _AXES[axis]
        room = self.size[axis] + 2 * self.padding[axis] - self.kernel[axis]
        end = positions_in_words(say, room, self.stride[axis])
        numbers = (
            f"({self.size[axis]} + 2×{self.padding[axis]} − {self.kernel[axis]}) / {self.stride[axis]} + 1"
        )
        return f"{result} = ({size} + 2P − {kernel}) / S + 1", f"= {numbers} {end}"

    def rest(self, say: Say) -> str:
        """What no window reaches, as a sentence; empty if the windows reach everything."""
        rows, columns = self.left_over
        ko = [f"아래쪽 {rows}행"] * bool(rows) + [f"오른쪽 {columns}열"] * bool(columns)
        en = [_some(rows, "row") + " at the bottom"] * bool(rows)
        en += [_some(columns, "column") + " on the right"] * bool(columns)
        if not ko:
            return ""
        whole = any(self.padding)
        return say(
            f"나누어떨어지지 않아 {'패딩까지 셈하여 ' * whole}{', '.join(ko)}에는 창이 닿지 않는다.",
            f"The stride does not divide: no window reaches {' and '.join(en)}"
            f"{', padding included' * whole}.",
        )


def _some(count: int, what: str) -> str:
    return f"{count} {what}{'s' * (count > 1)}"


def convolution_shapes(
    channels: int,
    size: Pair,
    filters: int,
    kernel: Pair,
    stride: Pair,
    padding: Pair,
    batch: int | None,
    bias: bool,
) -> ConvolutionShapes:
    """The shapes that these parameters of a figure describe.

    Raises:
        GeneratorError: a number is too small or too large, or the kernel does not fit.
    """
    if batch is not None:
        within("batch", batch, 1, _MOST_BATCH)
    shapes = ConvolutionShapes(
        within("channels", channels, 1, _MOST),
        pair_within("size", size, 1, _MOST_SIDE),
        within("filters", filters, 1, _MOST),
        pair_within("kernel", kernel, 1, _MOST_SIDE),
        pair_within("stride", stride, 1, _MOST_SIDE),
        pair_within("padding", padding, 0, _MOST_SIDE),
        batch,
        bias,
    )
    # Raises where the kernel does not fit.
    _ = shapes.output
    return shapes

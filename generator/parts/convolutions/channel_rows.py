"""One step of a convolution over several channels: a row for each channel, and what the rows sum up to."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from generator.layout import NOTE, TITLE, Block, above, titled
from generator.metrics import text_width
from generator.parts.convolutions.channel_grids import (
    bias_cell,
    input_grid,
    kernel_grid,
    products_grid,
    sum_cell,
)
from generator.parts.convolutions.layered import Layered
from generator.parts.filling import filling
from generator.parts.panels import with_sign
from generator.scene import Label, Line, Mark
from generator.words import Say, by

_ROW_GAP, _GAP, _NAME, _OUTPUT_GAP, _HEAD = 18, 36, 22, 50, 32
_AIR = 12  # between two titles


@dataclass(frozen=True)
class ChannelRows:
    """Grids of ``cell`` pixels in a row for each channel, under common titles; (0, 0) is below these."""

    say: Say
    c: Layered
    cell: int

    @property
    def titles(self) -> tuple[str, ...]:
        """Over the input, the filter, the products and the sums."""
        say, c = self.say, self.c
        count = c.channels * c.kernel[0] * c.kernel[1]
        return (
            say("입력", "Input") + f" {by(*c.image.shape[:2])}×{c.channels}",
            say("커널", "Kernel") + f" {by(*c.kernel)}×{c.channels}",
            say(f"곱 {count}개", f"{count} product{'s' * (count > 1)}"),
            say("합", "Sum"),
        )

    @property
    def widths(self) -> tuple[int, ...]:
        """Of the input's grid, the filter's, the products' and the sum's."""
        kernel = self.c.kernel[1] * self.cell
        return self.c.padded[1] * self.cell, kernel, kernel, self.cell

    @property
    def gap(self) -> float:
        """Between two grids, so that their titles stay apart, too."""
        half = [text_width(title, TITLE) / 2 - width / 2 for title, width in self._titled]
        return max(_GAP, *(left + right + _AIR for left, right in pairwise(half)))

    @property
    def _titled(self) -> list[tuple[str, int]]:
        return list(zip(self.titles, self.widths, strict=True))

    @property
    def right(self) -> float:
        """The right edge of the sums."""
        return _NAME + sum(self.widths) + 3 * self.gap

    def name(self, channel: int) -> str:
        """Of a channel, beside its row."""
        return self.say(f"채널 {channel + 1}", f"channel {channel + 1}")

    @property
    def row_gap(self) -> float:
        """Between two channels, so that their turned names stay apart, too."""
        name = text_width(self.name(self.c.channels - 1), NOTE)
        return max(_ROW_GAP, name + _AIR / 2 - self.c.padded[0] * self.cell)

    @property
    def row_height(self) -> float:
        """Of one channel, with the space below it."""
        return self.c.padded[0] * self.cell + self.row_gap

    @property
    def centres(self) -> list[float]:
        """The middle of each channel's row, from the top."""
        middle = self.c.padded[0] * self.cell / 2
        return [middle + index * self.row_height for index in range(self.c.channels)]

    @property
    def foot(self) -> float:
        """The middle of the last thing that is added up: the bias, or the last sum."""
        return self.centres[-1] + (2 * self.cell if self.c.bias else 0)

    @property
    def output_title(self) -> str:
        """Over the output."""
        return self.say("출력", "Output") + f" {by(*self.c.output.shape[:2])}"


def step_in_rows(rows: ChannelRows, row: int, column: int) -> Block:
    """Input ⊙ filter = products → sum for each channel; the sums and the bias lead to the output."""
    c, cell = rows.c, rows.cell
    body = above(
        *(_row(rows, channel, row, column) for channel in range(c.channels)), gap=rows.row_gap, align=0
    )
    output = titled(rows.output_title, filling(c.output[:, :, 0], row * c.output.shape[1] + column, cell))
    middle = (rows.centres[0] + rows.foot) / 2
    x, y = rows.right + _OUTPUT_GAP, middle - output.height + c.output.shape[0] * cell / 2
    arrow = _arrow(rows, middle, x + (output.width - c.output.shape[1] * cell) / 2)
    whole = Block(
        x + output.width,
        max(body.height, rows.foot + cell / 2, y + output.height),
        (*body.marks, *_joins(rows), *_bias(rows), *arrow, *output.at(x, y)),
    )
    return Block(whole.width, whole.height + _HEAD, (*_headings(rows), *whole.at(0, _HEAD)))


def _row(rows: ChannelRows, channel: int, row: int, column: int) -> Block:
    c, cell, gap = rows.c, rows.cell, rows.gap
    factors = with_sign(
        input_grid(c, cell, channel, row, column), "⊙", kernel_grid(c, cell, channel), gap=gap
    )
    products = with_sign(factors, "=", products_grid(c, cell, channel, row, column), gap=gap)
    line = with_sign(products, "→", sum_cell(c, cell, channel, row, column), gap=gap)
    name = Label(NOTE / 2, line.height / 2, rows.name(channel), NOTE, "muted", turned=True)
    return Block(_NAME + line.width, line.height, (name, *line.at(_NAME, 0)))


def _headings(rows: ChannelRows) -> list[Mark]:
    x: float = _NAME
    labels: list[Mark] = []
    for title, width in zip(rows.titles, rows.widths, strict=True):
        labels.append(Label(x + width / 2, TITLE * 0.7, title, TITLE, "ink", "middle", "bold"))
        x += width + rows.gap
    return labels


def _joins(rows: ChannelRows) -> list[Mark]:
    """Plus signs between the sums, and a bracket that gathers them."""
    x, centres = rows.right - rows.cell / 2, rows.centres
    signs: list[Mark] = [Label(x, (one + other) / 2, "+", 24, "muted") for one, other in pairwise(centres)]
    if centres[0] == rows.foot:
        return signs
    near, far = rows.right + 6, rows.right + 14
    return [
        *signs,
        Line(((near, centres[0]), (far, centres[0]), (far, rows.foot), (near, rows.foot)), "muted"),
    ]


def _bias(rows: ChannelRows) -> list[Mark]:
    """One more term below the last sum."""
    if not rows.c.bias:
        return []
    left, cell = rows.right - rows.cell, rows.cell
    words = rows.say("편향", "Bias")
    return [
        Label(left + cell / 2, rows.foot - cell, "+", 24, "muted"),
        *bias_cell(rows.c, cell).at(left, rows.foot - cell / 2),
        Label(left - 6, rows.foot, words, NOTE, "ink", "end"),
    ]


def _arrow(rows: ChannelRows, y: float, to: float) -> list[Mark]:
    begin = rows.right + (6 if rows.centres[0] == rows.foot else 14)
    return [Line(((begin, y), (to - 6, y)), "muted", 1.5, None, True)]

"""im2col with every number: windows become rows, the kernel a column, their product the feature maps."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.arithmetic import Array
from generator.layout import NOTE, Block, above, beside, text, titled
from generator.parts.convolutions.unrolling import Unrolled, shape
from generator.parts.filling import filling
from generator.parts.panels import (
    number_grid,
    number_labels,
    outline,
    padded_ground,
    padded_labels,
)
from generator.scene import Box, Grid, Label, Line, Mark
from generator.words import Say, by

_BETWEEN = 14  # between pictures of one group


@dataclass(frozen=True)
class Step:
    """The panels of one moment: ``row`` of the matrix is the current one."""

    say: Say
    numbers: Unrolled
    cell: float
    row: int

    def inputs(self) -> Block:
        """Every channel of every picture, the current window outlined."""
        s = self.numbers.shapes
        rows = [
            beside(*(self._input(sample, channel) for channel in range(s.channels)), gap=_BETWEEN)
            for sample in range(s.batch)
        ]
        size = by(*s.size) if s.batch == s.channels == 1 else shape(s.batch, s.channels, *s.size)
        return titled(self.say("입력", "Input") + f" {size}", above(*rows, gap=_BETWEEN))

    def kernels(self) -> Block:
        """Every channel of the kernel."""
        s = self.numbers.shapes
        panels = [
            self._named(number_grid(weights, "kernel", self.cell), None, channel)
            for channel, weights in enumerate(self.numbers.weights)
        ]
        size = by(*s.kernel) if s.channels == 1 else shape(1, s.channels, *s.kernel)
        return titled(self.say("커널", "Kernel") + f" {size}", beside(*panels, gap=_BETWEEN))

    def matrix(self) -> Block:
        """The rows so far; those of the padding muted, channels and pictures apart."""
        s, cell = self.numbers.shapes, self.cell
        labels = number_labels(self.numbers.matrix, cell)[: (self.row + 1) * s.columns]
        zeros = self.numbers.padded.ravel().tolist()
        marks: list[Mark] = [
            Box(0, 0, s.columns * cell, (self.row + 1) * cell, "input-tint"),
            *(_muted(label) if zero else label for label, zero in zip(labels, zeros, strict=False)),
            Grid(0, 0, s.rows, s.columns, cell, None, "grid", "input-strong"),
            *self._walls(),
            outline(self.row, 0, 1, s.columns, cell),
        ]
        title = self.say("행렬", "Matrix") + f" {by(s.rows, s.columns)}"
        return titled(title, Block(s.columns * cell, s.rows * cell, tuple(marks)))

    def column(self) -> Block:
        """The kernel as a column."""
        s, cell = self.numbers.shapes, self.cell
        wide = s.columns // s.channels
        walls = [
            Line(((0.0, y * cell), (cell, y * cell)), "kernel-strong", 2)
            for y in range(wide, s.columns, wide)
        ]
        panel = number_grid(self.numbers.column, "kernel", cell).with_marks(walls)
        return titled(self.say("커널", "Kernel") + f" {by(s.columns, 1)}", panel)

    def results(self) -> Block:
        """A number for each row so far."""
        values = self.numbers.results
        return titled(self.say("결과", "Result") + f" {by(*values.shape)}", self._filling(values, 0))

    def maps(self) -> Block:
        """The results folded back."""
        s = self.numbers.shapes
        each = s.output[0] * s.output[1]
        panels = [
            self._named(self._filling(values, sample * each), sample, None)
            for sample, values in enumerate(self.numbers.maps)
        ]
        size = by(*s.output) if s.batch == 1 else shape(s.batch, 1, *s.output)
        return titled(self.say("출력", "Output") + f" {size}", above(*panels, gap=_BETWEEN))

    def _input(self, sample: int, channel: int) -> Block:
        n, s = self.numbers, self.numbers.shapes
        ground, lines = padded_ground(*s.size, s.padding, self.cell)
        labels = padded_labels(n.images[sample, channel], s.padding, self.cell)
        here = s.place(self.row)[0] == sample
        window = [outline(*s.corner(self.row), *s.kernel, self.cell)] if here else []
        rows, columns = (side + 2 * zeros for side, zeros in zip(s.size, s.padding, strict=True))
        block = Block(columns * self.cell, rows * self.cell, (*ground, *lines, *labels, *window))
        return self._named(block, sample, channel)

    def _filling(self, values: Array, before: int) -> Block:
        """The numbers known so far, of which ``before`` stand in other panels, the current one outlined."""
        return filling(values, self.row - before, self.cell)

    def _walls(self) -> list[Mark]:
        """Lines between channels and between pictures."""
        s, cell = self.numbers.shapes, self.cell
        each, wide = s.rows // s.batch, s.columns // s.channels
        across = [((0.0, y * cell), (s.columns * cell, y * cell)) for y in range(each, s.rows, each)]
        down = [((x * cell, 0.0), (x * cell, s.rows * cell)) for x in range(wide, s.columns, wide)]
        return [Line(points, "input-strong", 2) for points in (*across, *down)]

    def _named(self, block: Block, sample: int | None, channel: int | None) -> Block:
        """The panel under the names of its picture and channel, where there are several."""
        s = self.numbers.shapes
        names = [self.say(f"그림 {sample + 1}", f"picture {sample + 1}")] if sample is not None else []
        names = names if s.batch > 1 else []
        if channel is not None and s.channels > 1:
            names.append(self.say(f"채널 {channel + 1}", f"channel {channel + 1}"))
        return above(text(", ".join(names), NOTE, "muted"), block, gap=3) if names else block


def _muted(label: Label) -> Label:
    return replace(label, ink="muted", weight="regular")

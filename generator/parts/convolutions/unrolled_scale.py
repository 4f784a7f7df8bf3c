"""im2col without numbers: matrix and vectors to one scale, for shapes that no page can write out."""

from __future__ import annotations

from dataclasses import dataclass

from generator.errors import GeneratorError
from generator.layout import NOTE, Block, above, beside, text, titled
from generator.parts.convolutions.unrolling import Shapes, shape
from generator.parts.panels import outline
from generator.scene import Box, Grid, Line, Mark
from generator.words import Say, by

_UNIT, _WIDE, _HIGH = 3.0, 240, 270  # of a number in the matrix, and of the matrix, in pixels
_THINNEST, _ROW, _BAR = 3.0, 2.0, 6.0  # matrix, its current row, vectors
_MOST_SHOWN = 4  # channels
_PLANES = 12  # between them
_LINES_FROM, _WALLS_FROM = 6, 6  # pixels between them


def unit_of(shapes: Shapes) -> float:
    """Pixels for each number of the matrix.

    Raises:
        GeneratorError: drawn to scale the matrix would be too thin to be seen.
    """
    unit = min(_UNIT, _WIDE / shapes.columns, _HIGH / max(shapes.rows, shapes.columns))
    if min(shapes.rows, shapes.columns) * unit < _THINNEST:
        raise GeneratorError(
            f"the matrix would be {by(shapes.rows, shapes.columns)}, too thin to be seen when drawn to "
            "scale; lower batch or size for fewer rows, channels or kernel for fewer columns"
        )
    return unit


@dataclass(frozen=True)
class Scaled:
    """The panels of one moment: ``row`` of the matrix is the current one; ``cell`` is a picture's pixel."""

    say: Say
    shapes: Shapes
    cell: float
    row: int

    def inputs(self) -> Block:
        """The current picture's channels with the window on each."""
        s = self.shapes
        title = self.say("입력", "Input") + f" {shape(s.batch, s.channels, *s.size)}"
        return titled(title, self._of_sample(self._channels(self._input())))

    def kernels(self) -> Block:
        """The kernel's channels."""
        s = self.shapes
        title = self.say("커널", "Kernel") + f" {shape(1, s.channels, *s.kernel)}"
        return titled(title, self._channels(self._plane(*s.kernel, "kernel")))

    def matrix(self) -> Block:
        """The rows so far, the current one filled."""
        s, unit = self.shapes, unit_of(self.shapes)
        wide, high = s.columns * unit, s.rows * unit
        marks: list[Mark] = [
            Box(0, 0, wide, (self.row + 1) * unit, "input-tint"),
            *self._walls(unit),
            Box(0, 0, wide, high, None, "input-strong", 1.5),
            self._bar(wide, unit, "kernel"),
        ]
        return titled(
            self.say("행렬", "Matrix") + f" {by(s.rows, s.columns)}", Block(wide, high, tuple(marks))
        )

    def column(self) -> Block:
        """The kernel as a column, as long as the matrix is wide."""
        unit = unit_of(self.shapes)
        wide, high = self._thick(unit), self.shapes.columns * unit
        each = high / self.shapes.channels
        walls = [
            Line(((0.0, index * each), (wide, index * each)), "kernel-strong", 1)
            for index in range(1, self.shapes.channels)
            if each >= _WALLS_FROM
        ]
        bar = Block(wide, high, (Box(0, 0, wide, high, "kernel-tint", "kernel-strong", 1.5), *walls))
        return titled(self.say("커널", "Kernel") + f" {by(self.shapes.columns, 1)}", bar)

    def results(self) -> Block:
        """A number for each row so far."""
        unit = unit_of(self.shapes)
        wide, high = self._thick(unit), self.shapes.rows * unit
        marks = (
            Box(0, 0, wide, (self.row + 1) * unit, "output-tint"),
            Box(0, 0, wide, high, None, "output-strong", 1.5),
            self._bar(wide, unit, "output"),
        )
        return titled(self.say("결과", "Result") + f" {by(self.shapes.rows, 1)}", Block(wide, high, marks))

    def maps(self) -> Block:
        """The current picture's feature map, as far as it is known."""
        s, cell = self.shapes, self.cell
        rows, columns = s.output
        _, y, x = s.place(self.row)
        marks: list[Mark] = [
            Box(0, 0, columns * cell, y * cell, "output-tint"),
            Box(0, y * cell, (x + 1) * cell, cell, "output-tint"),
            *self._lines(rows, columns),
            Box(0, 0, columns * cell, rows * cell, None, "output-strong", 1.5),
            Box(x * cell, y * cell, cell, cell, None, "output-strong", 3 if cell > 9 else 2),
        ]
        title = self.say("출력", "Output") + f" {shape(s.batch, 1, rows, columns)}"
        return titled(title, self._of_sample(Block(columns * cell, rows * cell, tuple(marks))))

    def _input(self) -> Block:
        s, cell = self.shapes, self.cell
        (up, left), (top, begin) = s.padding, s.corner(self.row)
        rows, columns = (side + 2 * zeros for side, zeros in zip(s.size, s.padding, strict=True))
        ring = Box(0, 0, columns * cell, rows * cell, "padding-tint", "padding-strong", 1, (4, 3))
        inner = self._plane(*s.size, "input").at(left * cell, up * cell)
        window = outline(top, begin, *s.kernel, cell)
        return Block(columns * cell, rows * cell, (*([ring] if up or left else []), *inner, window))

    def _plane(self, rows: int, columns: int, role: str) -> Block:
        wide, high = columns * self.cell, rows * self.cell
        marks = (
            Box(0, 0, wide, high, f"{role}-tint"),
            *self._lines(rows, columns),
            Box(0, 0, wide, high, None, f"{role}-strong", 1.5),
        )
        return Block(wide, high, marks)

    def _lines(self, rows: int, columns: int) -> list[Mark]:
        """Lines between cells that are large enough for them."""
        return [Grid(0, 0, rows, columns, self.cell, None)] if self.cell >= _LINES_FROM else []

    def _channels(self, plane: Block) -> Block:
        """The plane for each channel; of many the first two and the last."""
        count = self.shapes.channels
        shown = list(range(1, count + 1)) if count <= _MOST_SHOWN else [1, 2, 0, count]
        names = [self.say(f"채널 {channel}", f"channel {channel}") for channel in shown]
        planes = [
            above(text(name, NOTE, "muted"), plane, gap=3) if channel else text("…", 20, "muted")
            for channel, name in zip(shown, names, strict=True)
        ]
        return beside(*planes, gap=_PLANES) if count > 1 else plane

    def _of_sample(self, block: Block) -> Block:
        """The block over the number of the picture that it shows, where there are several."""
        batch, sample = self.shapes.batch, self.shapes.place(self.row)[0] + 1
        words = self.say(f"그림 {sample}/{batch}", f"picture {sample}/{batch}")
        return above(block, text(words, NOTE, "muted"), gap=4) if batch > 1 else block

    def _thick(self, unit: float) -> float:
        """How wide a vector is drawn: wider than its one number, to be seen, but narrower than the matrix."""
        return max(unit, min(_BAR, 0.6 * self.shapes.columns * unit))

    def _bar(self, wide: float, unit: float, role: str) -> Box:
        """The current row, thick enough to be seen."""
        high = max(unit, _ROW)
        return Box(0, min(self.row * unit, self.shapes.rows * unit - high), wide, high, f"{role}-strong")

    def _walls(self, unit: float) -> list[Mark]:
        """Lines between channels and between pictures, where they are far enough apart."""
        s = self.shapes
        wide, high = s.columns * unit, s.rows * unit
        across, down = high / s.batch, wide / s.channels
        lines = [((0.0, i * across), (wide, i * across)) for i in range(1, s.batch) if across >= _WALLS_FROM]
        lines += [((i * down, 0.0), (i * down, high)) for i in range(1, s.channels) if down >= _WALLS_FROM]
        return [Line(points, "grid", 1) for points in lines]

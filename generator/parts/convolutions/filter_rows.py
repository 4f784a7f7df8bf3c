"""Several filters under each other, each with the feature map that it makes."""

from __future__ import annotations

from dataclasses import dataclass

from generator.layout import NOTE, TITLE, Block, above, beside
from generator.metrics import text_width
from generator.parts.convolutions.channel_grids import kernel_grid
from generator.parts.convolutions.layered import Layered
from generator.parts.panels import number_grid
from generator.scene import Label, Mark
from generator.words import Say, by

_ROW_GAP, _CHANNEL_GAP, _NAME, _EQUALS, _AIR = 16, 6, 22, 40, 12
_HEAD = 30  # from the top of the titles to the first grid, as `layout.titled` has it


@dataclass(frozen=True)
class FilterRows:
    """Grids of ``cell`` pixels: the channels of a filter beside each other, and its feature map."""

    say: Say
    c: Layered
    cell: int

    @property
    def titles(self) -> tuple[str, str]:
        """Over the filters and over the feature maps."""
        say, c = self.say, self.c
        size = by(*c.kernel) + (f"×{c.channels}" if c.channels > 1 else "")
        several = "s" * (c.filters > 1)
        return (
            say(f"필터 {size}, {c.filters}개", f"{c.filters} filter{several} {size}"),
            say("특징 맵", "Map" + several) + f" {by(*c.output.shape[:2])}",
        )

    @property
    def widths(self) -> tuple[int, int]:
        """Of a filter with all its channels, and of a feature map."""
        channels = self.c.channels * (self.c.kernel[1] * self.cell + _CHANNEL_GAP) - _CHANNEL_GAP
        return channels, self.c.output.shape[1] * self.cell

    @property
    def height(self) -> int:
        """Of one row."""
        return max(self.c.kernel[0], int(self.c.output.shape[0])) * self.cell

    def name(self, index: int) -> str:
        """Of a filter, beside its row."""
        return self.say(f"필터 {index + 1}", f"filter {index + 1}")

    @property
    def row_gap(self) -> float:
        """Between two filters, so that their turned names stay apart, too."""
        name = text_width(self.name(self.c.filters - 1), NOTE)
        return max(_ROW_GAP, name + _AIR / 2 - self.height)

    @property
    def _overhangs(self) -> tuple[float, float]:
        """How far each title reaches over the sides of what stands below it."""
        kernel, output = (
            max(0.0, (text_width(title, TITLE) - width) / 2)
            for title, width in zip(self.titles, self.widths, strict=True)
        )
        return kernel, output

    @property
    def places(self) -> tuple[float, float]:
        """The left edges of the filters and of the feature maps."""
        kernel, output = self._overhangs
        left = max(_NAME, kernel)
        return left, left + self.widths[0] + max(_EQUALS, kernel + output + _AIR)

    @property
    def extent(self) -> tuple[float, float]:
        """Width and height of everything, known before anything is drawn."""
        width = self.places[1] + self.widths[1] + self._overhangs[1]
        return width, _HEAD + self.c.filters * (self.height + self.row_gap) - self.row_gap


def filter_rows(rows: FilterRows) -> Block:
    """The filters, titled, and behind each the sign of equality and its feature map."""
    lines = above(*(_row(rows, index) for index in range(rows.c.filters)), gap=rows.row_gap, align=0)
    titles: list[Mark] = [
        Label(place + width / 2, TITLE * 0.7, title, TITLE, "ink", "middle", "bold")
        for place, width, title in zip(rows.places, rows.widths, rows.titles, strict=True)
    ]
    return Block(*rows.extent, (*titles, *lines.at(0, _HEAD)))


def _row(rows: FilterRows, index: int) -> Block:
    c, cell, middle = rows.c, rows.cell, rows.height / 2
    first, second = rows.places
    channels = beside(
        *(kernel_grid(c, cell, channel, index) for channel in range(c.channels)), gap=_CHANNEL_GAP
    )
    feature_map = number_grid(c.output[:, :, index], "output", cell)
    marks = (
        Label(first - _NAME + NOTE / 2, middle, rows.name(index), NOTE, "muted", turned=True),
        *channels.at(first, middle - channels.height / 2),
        Label((first + channels.width + second) / 2, middle, "=", 24, "muted"),
        *feature_map.at(second, middle - feature_map.height / 2),
    )
    return Block(rows.extent[0], rows.height, marks)

"""One step of a convolution over several channels for a phone: the panels one under another."""

from __future__ import annotations

from generator.layout import TITLE, Block, above, beside, text, titled
from generator.parts.arrangement import joined
from generator.parts.convolutions.channel_grids import input_grid, kernel_grid, products_grid, sum_cell
from generator.parts.convolutions.channel_rows import ChannelRows
from generator.parts.convolutions.channel_sums import total_lines
from generator.parts.filling import filling
from generator.parts.panels import UNDER_TITLE, with_sign
from generator.words import by

_CHANNEL_GAP = 28


def step_stacked(rows: ChannelRows, row: int, column: int) -> Block:
    """For each channel input ⊙ filter, and below them = products → sum; the output comes last."""
    c, cell = rows.c, rows.cell
    channels = [_channel(rows, channel, row, column) for channel in range(c.channels)]
    output = filling(c.output[:, :, 0], row * c.output.shape[1] + column, cell)
    total = above(*channels, *total_lines(rows.say, c, row, column), gap=_CHANNEL_GAP)
    return joined("stacked", total, "→", titled(rows.output_title, output))


def _channel(rows: ChannelRows, channel: int, row: int, column: int) -> Block:
    c, cell = rows.c, rows.cell
    source, kernel = _titles(rows)
    factors = with_sign(
        titled(source, input_grid(c, cell, channel, row, column)),
        "⊙",
        titled(kernel, kernel_grid(c, cell, channel)),
        drop=UNDER_TITLE,
    )
    products = beside(text("=", 24, "muted"), products_grid(c, cell, channel, row, column), gap=14)
    name = text(rows.say(f"채널 {channel + 1}", f"Channel {channel + 1}"), TITLE, "muted")
    return above(name, factors, with_sign(products, "→", sum_cell(c, cell, channel, row, column)), gap=10)


def _titles(rows: ChannelRows) -> tuple[str, str]:
    source, kernel = rows.say("입력", "Input"), rows.say("커널", "Kernel")
    return f"{source} {by(*rows.c.image.shape[:2])}", f"{kernel} {by(*rows.c.kernel)}"

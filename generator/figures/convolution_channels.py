"""A convolution over several channels as a film: products in each channel, one sum, one output."""

from __future__ import annotations

from generator.catalog import figure
from generator.layout import Block, above, counter
from generator.parts.arrangement import Layout, on_page
from generator.parts.convolutions.channel_rows import ChannelRows, step_in_rows
from generator.parts.convolutions.channel_stack import step_stacked
from generator.parts.convolutions.channel_sums import total_in_words, total_lines
from generator.parts.convolutions.layered import Layered, layered
from generator.parts.fitting import fitting
from generator.parts.motion import durations, steps_to_show
from generator.scene import Drawing, Frame
from generator.words import Say, an, by, counted, rows_in_words

_CELLS = (36, 30, 25)
_LOWER = "channels, size, kernel or padding"


@figure
def convolution_channels(
    say: Say,
    *,
    channels: int = 3,
    size: int | tuple[int, int] = 4,
    kernel: int | tuple[int, int] = 3,
    stride: int | tuple[int, int] = 1,
    padding: int | tuple[int, int] = 0,
    bias: float = 1,
    seed: int = 0,
    layout: Layout = "row",
) -> Drawing:
    """A kernel over several channels: products in each channel, their sums and the bias make one number.

    layout: "stacked" draws the panels one under another, for phones
    """
    c = layered(channels, size, 1, kernel, stride, padding, bias, seed)
    steps = steps_to_show(*c.output.shape[:2])

    def build(cell: int) -> Block:
        return _panels(ChannelRows(say, c, cell), layout, steps[0])

    _, cell = fitting([(build, _CELLS)], layout, _LOWER)
    panels = [_panels(ChannelRows(say, c, cell), layout, step) for step in steps]
    blocks = [on_page(layout, block, _LOWER) for block in panels]
    times = durations(len(steps))
    frames = tuple(Frame(block.marks, time) for block, time in zip(blocks, times, strict=True))
    return Drawing(blocks[-1].width, blocks[-1].height, frames, _alt(say, c), _caption(say, c))


def _panels(rows: ChannelRows, layout: Layout, step: tuple[int, int]) -> Block:
    if layout == "row":
        lines = [step_in_rows(rows, *step), *total_lines(rows.say, rows.c, *step)]
    else:
        lines = [step_stacked(rows, *step)]
    height, width, _ = rows.c.output.shape
    if height * width > 1:
        lines.append(counter(step[0] * width + step[1] + 1, height * width))
    return above(*lines, gap=16)


def _caption(say: Say, c: Layered) -> str:
    count = c.channels * c.kernel[0] * c.kernel[1]
    shape = f"{by(*c.kernel)}×{c.channels}"
    return say(
        f"채널이 {c.channels}개여도 커널 하나가 만드는 특징 맵은 한 장이다. 창마다 곱 {shape} = {count}개"
        f"{'와 편향을' if c.bias else '를'} 모두 더해 수 하나를 얻는다.",
        f"However many channels, one kernel makes one feature map: at each position {shape} = "
        f"{counted(count, 'product')}{' and the bias' if c.bias else ''} "
        f"{'add' if c.bias or count > 1 else 'adds'} up to a single number.",
    )


def _alt(say: Say, c: Layered) -> str:
    inputs = "; ".join(rows_in_words(c.image[:, :, i]) for i in range(c.channels))
    kernels = "; ".join(rows_in_words(c.weights[:, :, i, 0]) for i in range(c.channels))
    products = "; ".join(rows_in_words(c.products(0, 0)[:, :, i]) for i in range(c.channels))
    total, output = total_in_words(say, c, 0, 0), rows_in_words(c.output[:, :, 0])
    shape, kernel = f"{by(*c.image.shape[:2])}×{c.channels}", f"{by(*c.kernel)}×{c.channels}"
    return say(
        f"{shape} 입력의 채널 {c.channels}개 [{inputs}] 위를 {kernel} 커널 [{kernels}]의 같은 채널끼리 함께 "
        f"움직인다({c.facts(say)}). 첫 위치의 곱은 [{products}], 채널의 합을 더하면 {total}. "
        f"출력은 {by(*c.output.shape[:2])} [{output}].",
        f"{an(kernel, True)} kernel, channel by channel [{kernels}], moves over the channels of "
        f"{an(shape)} input "
        f"[{inputs}], {c.facts(say)}. At the first position the products are [{products}], and the sums of "
        f"the channels give {total}. The {by(*c.output.shape[:2])} output is [{output}].",
    )

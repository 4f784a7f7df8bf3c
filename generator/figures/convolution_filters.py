"""Several filters over one input: a feature map for each, one behind another."""

from __future__ import annotations

from generator.catalog import figure
from generator.layout import NOTE, Block, above, text
from generator.parts.arrangement import Layout, on_page
from generator.parts.convolutions.filter_panels import filter_panels
from generator.parts.convolutions.filter_rows import FilterRows
from generator.parts.convolutions.layered import Layered, layered
from generator.parts.fitting import fitting
from generator.scene import Drawing, Frame
from generator.words import Say, an, by, counted, rows_in_words

_CELLS = (36, 30, 25)
_LOWER = "filters, channels, size, kernel or padding"


@figure
def convolution_filters(
    say: Say,
    *,
    filters: int = 3,
    channels: int = 1,
    size: int | tuple[int, int] = 4,
    kernel: int | tuple[int, int] = 3,
    stride: int | tuple[int, int] = 1,
    padding: int | tuple[int, int] = 0,
    seed: int = 0,
    layout: Layout = "row",
) -> Drawing:
    """Several filters over one input make a feature map each; together they are the output's channels.

    layout: "stacked" draws the panels one under another, for phones
    """
    c = layered(channels, size, filters, kernel, stride, padding, 0, seed)

    def build(cell: int) -> Block:
        return _panels(FilterRows(say, c, cell), layout)

    block = on_page(layout, build(fitting([(build, _CELLS)], layout, _LOWER)[1]), _LOWER)
    return Drawing(block.width, block.height, (Frame(block.marks),), _alt(say, c), _caption(say, c))


def _panels(rows: FilterRows, layout: Layout) -> Block:
    panels = filter_panels(rows, layout)
    if rows.c.stride == (1, 1) and not any(rows.c.padding):
        return panels
    return above(panels, text(rows.c.facts(rows.say), NOTE, "muted"), gap=14)


def _shape(c: Layered) -> str:
    height, width, filters = c.output.shape
    return f"({height}, {width}, {filters})"


def _caption(say: Say, c: Layered) -> str:
    size = by(*c.output.shape[:2])
    return say(
        f"필터마다 {size} 특징 맵을 한 장씩 만들고, 필터 {c.filters}개의 특징 맵을 겹친 출력의 모양"
        f"(높이, 너비, 채널)은 {_shape(c)}이다.",
        f"Each filter makes one {size} feature map; {counted(c.filters, 'filter')} "
        f"{'make' if c.filters > 1 else 'makes'} "
        f"an output of shape (height, width, channels) = {_shape(c)}.",
    )


def _alt(say: Say, c: Layered) -> str:
    inputs = "; ".join(rows_in_words(c.image[:, :, i]) for i in range(c.channels))
    source, kernel = f"{by(*c.image.shape[:2])}×{c.channels}", f"{by(*c.kernel)}×{c.channels}"
    each = "; ".join(_filter(say, c, index) for index in range(c.filters))
    return say(
        f"{source} 입력 [{inputs}]에 {kernel} 필터 {c.filters}개를 합성곱한다({c.facts(say)}). {each}. "
        f"특징 맵을 겹친 출력의 모양은 {_shape(c)}.",
        f"{an(source, True)} input [{inputs}] is convolved with {counted(c.filters, 'filter')} of {kernel}, "
        f"{c.facts(say)}. {each}. Stacked, the maps are the output of shape {_shape(c)}.",
    )


def _filter(say: Say, c: Layered, index: int) -> str:
    weights = "; ".join(rows_in_words(c.weights[:, :, channel, index]) for channel in range(c.channels))
    result = rows_in_words(c.output[:, :, index])
    return say(
        f"필터 {index + 1} [{weights}]의 특징 맵은 [{result}]",
        f"Filter {index + 1} [{weights}] makes the feature map [{result}]",
    )

"""Pooling channel by channel: width and height shrink, the depth stays."""

from __future__ import annotations

from typing import Literal

from generator.catalog import figure
from generator.layout import GAP, NOTE, TITLE, Block, above, beside, text, titled
from generator.metrics import text_width
from generator.parts.arrangement import Layout, on_page
from generator.parts.drawings import seeded
from generator.parts.fitting import fitting
from generator.parts.limits import pair_within, within
from generator.parts.panels import CELLS
from generator.parts.poolings.pooled import Pooled, pooled
from generator.parts.poolings.pooled_panels import pooled_input, pooled_output
from generator.scene import Drawing, Frame, Label
from generator.words import Say, an, by, each_way, rows_in_words

Kind = Literal["max", "average", "min"]

# More channels, or larger inputs, fit no page.
_MOST_CHANNELS, _MOST_CELLS = 24, 26
_ARROW = 34
_BETWEEN = 14  # rows of the stacked form


@figure
def pooling_channels(
    say: Say,
    *,
    kind: Kind = "max",
    channels: int = 3,
    size: int | tuple[int, int] = 2,
    input_size: int | tuple[int, int] = 2,
    stride: int | tuple[int, int] = 2,
    seed: int = 0,
    layout: Layout = "row",
) -> Drawing:
    """Each channel is pooled by itself: width and height shrink, the depth stays.

    size: the window
    input_size: rows and columns of each channel
    layout: "stacked" sets the channels under one another, for phones
    """
    within("channels", channels, 1, _MOST_CHANNELS)
    shape = pair_within("input_size", input_size, 1, _MOST_CELLS)
    # Seeds of their own, so that a further channel leaves the others as they are.
    images = [seeded(*shape, 10, seed + 7 * channel) for channel in range(channels)]
    slices = [pooled(image, kind, size, stride) for image in images]

    def build(cell: float) -> Block:
        return (_row if layout == "row" else _stacked)(say, slices, cell)

    lower = "channels or input_size"
    block = on_page(layout, build(fitting([(build, CELLS)], layout, lower)[1]), lower)
    return Drawing(block.width, block.height, (Frame(block.marks),), _alt(say, slices), _caption(say, slices))


def _row(say: Say, slices: list[Pooled], cell: float) -> Block:
    """A column for each channel, and before them what the rows are."""
    columns = beside(*(_column(_name(say, index), p, cell) for index, p in enumerate(slices)), gap=24)
    names = (
        _shape_in(say, slices, before=True),
        _pooling(say, slices[0]),
        _shape_in(say, slices, before=False),
    )
    top = columns.height - (slices[0].image.shape[0] + slices[0].output.shape[0]) * cell - _ARROW
    middle = top + slices[0].image.shape[0] * cell
    low = columns.height - slices[0].output.shape[0] * cell / 2
    heights = (top + middle) / 2, middle + _ARROW / 2, low
    width = max(text_width(name, TITLE) for name in names)
    labels = [
        Label(0, y, name, TITLE, "ink", "start", "bold")
        if name is not names[1]
        else Label(0, y, name, NOTE, "muted", "start")
        for name, y in zip(names, heights, strict=True)
    ]
    return beside(Block(width, columns.height, tuple(labels)), columns, gap=28)


def _column(name: str, p: Pooled, cell: float) -> Block:
    arrow = Block(24, _ARROW, (Label(12, _ARROW / 2, "↓", 24, "muted"),))
    return titled(name, above(pooled_input(p, cell), arrow, pooled_output(p, cell), gap=0))


def _stacked(say: Say, slices: list[Pooled], cell: float) -> Block:
    """A row for each channel, and over them what the columns are."""
    heads = [text(_shape_in(say, slices, before=before), TITLE, "ink", "bold") for before in (True, False)]
    wide, narrow = slices[0].image.shape[1] * cell, slices[0].output.shape[1] * cell
    apart = round((heads[0].width + heads[1].width - wide - narrow) / 2) + 16
    gap = max(GAP, apart, text_width(_name(say, len(slices)), TITLE) + 20)
    rows = above(*(_line(say, index, p, cell, gap) for index, p in enumerate(slices)), gap=_BETWEEN)
    # The heads may reach further than what stands below them.
    left = max(0, round((heads[0].width - wide) / 2))
    right = max(0, round((heads[1].width - narrow) / 2))
    titles = (
        *heads[0].at(left + round((wide - heads[0].width) / 2), 0),
        *heads[1].at(left + round(wide + gap + (narrow - heads[1].width) / 2), 0),
    )
    top = heads[0].height + 9
    panels = Block(left + rows.width + right, top + rows.height, (*titles, *rows.at(left, top)))
    return above(panels, text(_pooling(say, slices[0]), NOTE, "muted"), gap=14)


def _line(say: Say, index: int, p: Pooled, cell: float, gap: float) -> Block:
    """One channel: its name stands over the arrow from the input to what is left of it."""
    name = Label(gap / 2, 8, _name(say, index), TITLE, "ink", "middle", "bold")
    arrow = Block(gap, 48, (name, Label(gap / 2, 24, "→", 24, "muted")))
    return beside(pooled_input(p, cell), arrow, pooled_output(p, cell), gap=0)


def _name(say: Say, index: int) -> str:
    return say(f"채널 {index + 1}", f"Channel {index + 1}")


def _shape(slices: list[Pooled], *, before: bool) -> str:
    rows, columns = (slices[0].image if before else slices[0].output).shape
    return f"({rows}, {columns}, {len(slices)})"


def _shape_in(say: Say, slices: list[Pooled], *, before: bool) -> str:
    return (say("입력", "Input") if before else say("출력", "Output")) + f" {_shape(slices, before=before)}"


def _pooling(say: Say, p: Pooled) -> str:
    return f"{by(*p.size)} {p.name(say)}"


def _shrinking(say: Say, p: Pooled) -> str:
    """What becomes of height and width."""
    lower, narrower = (after < before for before, after in zip(p.image.shape, p.output.shape, strict=True))
    return {
        (True, True): say("높이와 너비는 줄지만,", "shrinks height and width"),
        (True, False): say("높이는 줄지만,", "shrinks the height and keeps the width"),
        (False, True): say("너비는 줄지만,", "shrinks the width and keeps the height"),
        (False, False): say("높이와 너비도 그대로이고,", "keeps height and width"),
    }[lower, narrower]


def _caption(say: Say, slices: list[Pooled]) -> str:
    before, after = _shape(slices, before=True), _shape(slices, before=False)
    count, window = len(slices), by(*slices[0].size)
    shrinking = _shrinking(say, slices[0])
    return say(
        f"{window} {slices[0].name(say)}은 채널마다 따로 계산하므로 {before} 입력이 {after} 출력이 된다. "
        f"{shrinking} 채널 수는 {count}개 그대로다.",
        f"{window} {slices[0].name(say)} works on each channel by itself: {before} becomes {after}. It "
        f"{shrinking}; the number of channels stays {count}.",
    )


def _alt(say: Say, slices: list[Pooled]) -> str:
    before, after = _shape(slices, before=True), _shape(slices, before=False)
    first = slices[0]
    steps = "; ".join(
        say(
            f"채널 {index + 1}의 입력은 [{rows_in_words(p.image)}], 출력은 [{rows_in_words(p.output)}]",
            f"channel {index + 1} has the input [{rows_in_words(p.image)}] and the output "
            f"[{rows_in_words(p.output)}]",
        )
        for index, p in enumerate(slices)
    )
    stride = each_way(first.stride)
    return say(
        f"{before} 입력이 {by(*first.size)} 창과 스트라이드 {stride}의 {first.name(say)}을 거쳐 {after} "
        f"출력이 된다. {steps}.",
        f"{an(before, True)} input becomes {an(after)} output by {first.name(say)} with {by(*first.size)} "
        "windows and "
        f"stride {stride}: {steps}.",
    )

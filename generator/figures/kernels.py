"""The kernels that a convolution layer has learned."""

from __future__ import annotations

import numpy as np

from generator.arithmetic import Array
from generator.catalog import figure
from generator.data_names import data_title
from generator.layout import NOTE, Block, above, beside, text, titled
from generator.learning.trained import Floats, Trained
from generator.parts.arrangement import Layout, on_page
from generator.parts.fitting import room
from generator.parts.models.chosen import CONVOLUTION, Model, chosen_layer
from generator.parts.models.maps import Arrangement, arrange, legend, reach, tiles
from generator.scene import Drawing, Frame
from generator.sources import Models
from generator.words import Say, by, plain

_BETWEEN, _WIDTH, _HEIGHT = 36, 652, 340
# More could not be told apart, and would make a heavy file.
_MOST_FILTERS, _MOST_CHANNELS = 16, 8


@figure
def kernels(
    say: Say,
    trained: Models,
    *,
    model: Model = "paper",
    layer: str = "C1",
    untrained: bool = False,
    layout: Layout = "row",
) -> Drawing:
    """A convolution layer's kernels on one scale around zero; on request those before training, too.

    layer: a convolution layer; several input channels have a row each, of very many the first are drawn
    untrained: whether the kernels before training are drawn beside those after it
    layout: "stacked" sets the kernels under one another, for phones
    """
    network = trained[model]
    name = chosen_layer(network, layer, (CONVOLUTION,)).name
    after, before = network.weights[f"{name}/kernel"], network.initial_weights[f"{name}/kernel"]
    shown = [before, after] if untrained else [after]
    scale = reach(*shown)
    panels = _panels(name, shown, scale, say, layout)
    block = on_page(layout, above(panels, *_note(after, say, layout), legend(scale), gap=14), "layer")
    alt, caption = _alt(network, name, shown, scale, say), _caption(network, name, shown, say)
    return Drawing(block.width, block.height, (Frame(block.marks),), alt, caption)


def _panels(name: str, shown: list[Floats], scale: float, say: Say, layout: Layout) -> Block:
    """One panel, or before and after: side by side if there are few kernels, else above each other."""
    height, width, channels, filters = shown[0].shape
    count = f"{filters}@{by(height, width)}" + (f"×{channels}" if channels > 1 else "")
    whats = (
        [say("학습 전", "before training"), say("학습 후", "after training")]
        if len(shown) > 1
        else [say("커널", "kernels")]
    )
    titles = [f"{name} {what} {count}" for what in whats]
    if channels == 1:
        beneath = layout == "stacked"
        across = room(layout) if beneath else (_WIDTH - _BETWEEN * (len(shown) - 1)) / len(shown)
        panels = [
            titled(title, _few(weights, scale, across)) for title, weights in zip(titles, shown, strict=True)
        ]
        return above(*panels, gap=18) if beneath else beside(*panels, gap=_BETWEEN)
    most = _HEIGHT if len(shown) == 1 else _HEIGHT * 0.6
    panels = [
        titled(title, _table(weights, scale, room(layout), most))
        for title, weights in zip(titles, shown, strict=True)
    ]
    return above(*panels, gap=18)


def _few(weights: Floats, scale: float, room: float) -> Block:
    """Kernels of one channel in rows."""
    maps = np.moveaxis(weights[:, :, 0].astype(np.float64), 2, 0)
    arrangement = arrange(maps, room=(room, _HEIGHT / 2), gap=12)
    return tiles(maps, scale, arrangement, 12)


def _table(weights: Floats, scale: float, wide: float, most: float) -> Block:
    """A row for each channel, a column for each filter."""
    height, width, channels, filters = weights.shape
    rows, columns = min(channels, _MOST_CHANNELS), min(filters, _MOST_FILTERS)
    maps: Array = (
        weights[:, :, :rows, :columns].astype(np.float64).transpose(2, 3, 0, 1).reshape(-1, height, width)
    )
    gap = 4
    across, down = (
        (wide - gap * (columns - 1)) / (columns * width),
        (most - gap * (rows - 1)) / (rows * height),
    )
    return tiles(maps, scale, Arrangement(columns, rows, max(3, int(min(across, down, 12)))), gap)


def _note(weights: Floats, say: Say, layout: Layout) -> list[Block]:
    """What rows and columns are, and how many of them are left out."""
    channels, filters = weights.shape[2:]
    if channels == 1:
        return []
    rows, columns = min(channels, _MOST_CHANNELS), min(filters, _MOST_FILTERS)
    across = say(f"열: 필터 {filters}개", f"columns: {filters} filters")
    down = say(f"행: 입력 채널 {channels}개", f"rows: {channels} input channels")
    if columns < filters:
        across += say(f" 중 처음 {columns}개", f", the first {columns} drawn")
    if rows < channels:
        down += say(f" 중 처음 {rows}개", f", the first {rows} drawn")
    if layout == "stacked":
        return [above(*(text(line, NOTE, "muted") for line in (across, down)), gap=2)]
    return [text(f"{across}   {down}" if say.language == "ko" else f"{across};   {down}", NOTE, "muted")]


def _caption(network: Trained, name: str, shown: list[Floats], say: Say) -> str:
    height, width, channels, filters = shown[0].shape
    data, size = data_title(network.data, say), by(height, width)
    if len(shown) > 1:
        before, after = (plain(float(weights.std()), 3) for weights in shown)
        first = channels == 1
        what = say("획을 가려내는 무늬", "patterns that tell strokes apart")
        later = say("앞 층의 특징 맵을 엮는 값", "weights that combine the maps of the layer before")
        return say(
            f"{name}의 {size} 커널 {filters}개: 무작위 값(표준편차 {before})에서 출발해 {data} 데이터를 "
            "배우면 "
            f"{what if first else later}(표준편차 {after})의 모음이 된다.",
            f"The {filters} kernels of {name}, {size}: they start as random numbers (standard deviation "
            f"{before}); "
            f"learning from {data} turns them into {what if first else later} ({after}).",
        )
    through = (
        say(f" 채널마다 한 장씩인 {size} 커널", f" {size} kernels, one a channel,")
        if channels > 1
        else f" {size} " + say("커널", "kernels")
    )
    return say(
        f"{data} 데이터로 배운 {name}의{through}: 파란 칸의 입력은 더하고 주황 칸의 입력은 뺀다.",
        f"The{through} that {name} learned from {data}: inputs under blue cells are added, those under "
        "orange ones subtracted.",
    )


def _alt(network: Trained, name: str, shown: list[Floats], scale: float, say: Say) -> str:
    height, width, channels, filters = shown[0].shape
    after = shown[-1]
    sums = ", ".join(plain(float(value)) for value in after.sum(axis=(0, 1, 2))[:_MOST_FILTERS])
    times = (
        say(" 학습 전의 것과 학습 후의 것이 있다.", " There are those before training and those after it.")
        if len(shown) > 1
        else ""
    )
    return say(
        f"{name}의 커널 {filters}개(크기 {by(height, width)}, 입력 채널 {channels}개)를 색으로 나타냈다. "
        "양수는 파랑, 음수는 주황, "
        f"0은 흰색이고 범위는 {plain(-scale)} … {plain(scale)}.{times} 학습 후 가중치의 합은 처음 필터부터 "
        f"{sums}.",
        f"The {filters} kernels of {name}, {by(height, width)} with {channels} input "
        f"channel{'s' * (channels > 1)}, as colours: "
        f"positive blue, negative orange, zero white, over {plain(-scale)} … {plain(scale)}.{times} "
        f"Summed over each filter, from the first on, the weights after training are {sums}.",
    )

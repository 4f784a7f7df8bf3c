"""What one layer makes of one picture."""

from __future__ import annotations

from math import isqrt

import numpy as np

from generator.arithmetic import Array
from generator.catalog import figure
from generator.layout import TITLE, Block, text, titled
from generator.learning.traced import Traced
from generator.learning.trained import LayerRow, Trained
from generator.parts.arrangement import Layout, joined, on_page
from generator.parts.fitting import room
from generator.parts.models.chosen import chosen_layer, chosen_sample, sample_in_words, shape_in_words
from generator.parts.models.maps import arrange, legend, levelled, reach, tiles
from generator.parts.models.shown_maps import first_maps, kept_layer
from generator.parts.panels import picture
from generator.scene import Box, Drawing, Frame
from generator.sources import Traces
from generator.words import Say, by, plain

_INPUT_CELL, _GAP, _BETWEEN = 5, 8, 44
_ROOM = (448.0, 400.0)
_WIDEST_INPUT = 160


@figure
def feature_maps(
    say: Say,
    traces: Traces,
    *,
    model: str = "paper",
    layer: str = "C1",
    sample: int = 5,
    maps: int | None = None,
    layout: Layout = "row",
) -> Drawing:
    """A picture, and every feature map that one layer makes of it, on one scale.

    model: a trained network, or a model of yours
    layer: any layer of the network; units that have no place are shown as a block of cells
    sample: the first test picture of this class, 0 to 9
    maps: how many of the maps are shown, from the first on; all if not given
    layout: "stacked" sets the maps under the picture, for phones
    """
    network = traces[model]
    row = kept_layer(network, chosen_layer(network, layer))
    space = _ROOM if layout == "row" else (room(layout), _ROOM[1])
    shown = first_maps(_maps(network, row, chosen_sample(sample)), maps, row.name, space, _GAP)
    scale = reach(network.traces[row.name])
    output = _output(row, shown, scale, say, space)
    block = on_page(
        layout, joined(layout, _input(network, sample, say, layout), "→", output, gap=_BETWEEN), "layer"
    )
    return Drawing(
        block.width,
        block.height,
        (Frame(block.marks),),
        _alt(network, row, shown, scale, sample, say, layout),
        _caption(network, row, len(shown), sample, say),
    )


def _maps(network: Trained | Traced, row: LayerRow, sample: int) -> Array:
    """The layer's output as maps (count, height, width); a vector becomes one map, as square as it can be."""
    trace = network.traces[row.name][sample].astype(np.float64)
    if trace.ndim == 3 and trace.shape[:2] != (1, 1):
        return np.moveaxis(trace, 2, 0)
    count = trace.size
    rows = max(rows for rows in range(1, isqrt(count) + 1) if count % rows == 0) if count > 16 else 1
    block: Array = trace.reshape(1, rows, -1)
    return block


def _input(network: Trained | Traced, sample: int, say: Say, layout: Layout) -> Block:
    levels = network.traces["input"][sample][:, :, 0].astype(np.float64)
    darkest, brightest = levels.min(), levels.max()
    cell = min(_INPUT_CELL, max(_WIDEST_INPUT // max(levels.shape), 1))
    grey = picture((levels - darkest) / (brightest - darkest) * 255, cell)
    framed_grey = grey.with_marks([Box(0, 0, grey.width, grey.height, None, "input-strong", 1.5)])
    title = say("입력", "Input") + f" {by(*levels.shape)}"
    if layout == "stacked":
        return titled(title, framed_grey)
    return levelled(text(title, TITLE, weight="bold"), framed_grey)


def _output(row: LayerRow, maps: Array, scale: float, say: Say, space: tuple[float, float]) -> Block:
    arrangement = arrange(maps, room=space, gap=_GAP)
    block = tiles(maps, scale, arrangement, _GAP)
    size = shape_in_words(row.output_shape)
    what = (
        say(f"특징 맵 {size}", f"feature maps {size}")
        if _has_places(row)
        else say(f"유닛 {size}개", f"{size} units")
    )
    title = text(f"{row.name} {what}", TITLE, weight="bold")
    return levelled(title, block, legend(scale, positive_only=bool(maps.min() >= 0)))


def _has_places(row: LayerRow) -> bool:
    return len(row.output_shape) == 3 and row.output_shape[:2] != (1, 1)


def _caption(network: Trained | Traced, row: LayerRow, shown: int, sample: int, say: Say) -> str:
    seen = sample_in_words(network, sample, say)
    count = row.output_shape[-1]
    if _has_places(row) and shown < count:
        return say(
            f"{seen}을 본 {row.name}: 특징 맵 {count}장 가운데 처음 {shown}장.",
            f"What {row.name} makes of a {seen}: the first {shown} of its {count} feature maps.",
        )
    if not _has_places(row):
        return say(
            f"{seen}을 본 {row.name}의 유닛 {count}개: 이제 자리는 없고, 어떤 유닛이 얼마나 반응하는가만 "
            "남는다.",
            f"The {count} units of {row.name} for a {seen}: places are gone, only how strongly each unit "
            "answers is left.",
        )
    if "Conv" in row.class_name:
        return say(
            f"{seen}을 본 {row.name}: 커널마다 다른 모양에 반응하므로 같은 그림에서 서로 다른 특징 맵 "
            f"{count}장이 나온다.",
            f"What {row.name} makes of a {seen}: each kernel answers to another shape, "
            f"so that one picture gives {count} different maps.",
        )
    if "Pool" not in row.class_name:
        return say(
            f"{seen}을 본 {row.name}: 특징 맵 {count}장.",
            f"What {row.name} makes of a {seen}: {count} feature maps.",
        )
    return say(
        f"{seen}을 본 {row.name}: 풀링은 특징 맵 {count}장을 저마다 작게 줄이고 획의 모양은 남긴다.",
        f"What {row.name} makes of a {seen}: pooling shrinks each of the {count} maps and keeps the shape "
        "of the strokes.",
    )


def _alt(
    network: Trained | Traced, row: LayerRow, maps: Array, scale: float, sample: int, say: Say, layout: Layout
) -> str:
    seen = sample_in_words(network, sample, say)
    size = by(*network.traces["input"].shape[1:3])
    first, second = ("왼쪽", "오른쪽") if layout == "row" else ("위쪽", "아래쪽")
    left, right = ("Left", "right") if layout == "row" else ("Above", "below")
    ends = f"{plain(0 if maps.min() >= 0 else -scale)} … {plain(scale)}"
    if _has_places(row):
        means = ", ".join(plain(value) for value in maps.mean(axis=(1, 2)))
        return say(
            f"{first}은 {size} 입력({seen}), {second}은 {row.name}의 특징 맵 {len(maps)}장으로 크기는 "
            f"{by(*maps.shape[1:])}. "
            f"색의 범위는 {ends}이고 양수는 파랑, 음수는 주황, 0은 흰색이다. 특징 맵의 평균은 차례로 "
            f"{means}.",
            f"{left} the {size} input, a {seen}; {right} the {len(maps)} feature maps of {row.name}, "
            f"{by(*maps.shape[1:])} each. "
            f"Colours run over {ends}: positive blue, negative orange, zero white. The means of the maps "
            f"are {means}.",
        )
    values = maps.ravel()
    top = ", ".join(f"{index} ({plain(values[index])})" for index in np.argsort(-values, kind="stable")[:3])
    return say(
        f"{first}은 {size} 입력({seen}), {second}은 {row.name}의 유닛 {values.size}개를 "
        f"{by(*maps.shape[1:])} "
        "칸에 놓은 것. "
        f"색의 범위는 {ends}이고 양수는 파랑, 음수는 주황이다. 0번부터 세어 값이 가장 큰 유닛은 {top}.",
        f"{left} the {size} input, a {seen}; {right} the {values.size} units of {row.name} as "
        f"{by(*maps.shape[1:])} cells. "
        f"Colours run over {ends}: positive blue, negative orange. Counted from 0, the largest units are "
        f"{top}.",
    )

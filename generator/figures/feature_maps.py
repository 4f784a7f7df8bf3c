"""What one layer makes of one picture."""

from __future__ import annotations

from math import isqrt

import numpy as np

from generator.arithmetic import Array
from generator.catalog import figure
from generator.layout import TITLE, Block, framed, text
from generator.learning.trained import LayerRow, Trained
from generator.parts.chosen import Model, chosen_layer, chosen_sample, sample_in_words, shape_in_words
from generator.parts.maps import arrange, legend, levelled, reach, tiles
from generator.parts.panels import picture, with_sign
from generator.scene import Box, Drawing, Frame
from generator.sources import Models
from generator.words import Say, by, plain

_INPUT_CELL, _GAP, _BETWEEN = 5, 8, 44
_ROOM = (448.0, 400.0)


@figure
def feature_maps(
    say: Say, trained: Models, *, model: Model = "paper", layer: str = "C1", sample: int = 5
) -> Drawing:
    """A picture, and every feature map that one layer makes of it, on one scale.

    layer: any layer of the network; units that have no place are shown as a block of cells
    sample: the first test picture of this class, 0 to 9
    """
    network = trained[model]
    row = chosen_layer(network, layer)
    maps = _maps(network, row, chosen_sample(sample))
    scale = reach(network.traces[row.name])
    panels = with_sign(_input(network, sample, say), "→", _output(row, maps, scale, say), gap=_BETWEEN)
    block = framed(panels)
    return Drawing(
        block.width,
        block.height,
        (Frame(block.marks),),
        _alt(network, row, maps, scale, sample, say),
        _caption(network, row, sample, say),
    )


def _maps(network: Trained, row: LayerRow, sample: int) -> Array:
    """The layer's output as maps (count, height, width); a vector becomes one map, as square as it can be."""
    trace = network.traces[row.name][sample].astype(np.float64)
    if trace.ndim == 3 and trace.shape[:2] != (1, 1):
        return np.moveaxis(trace, 2, 0)
    count = trace.size
    rows = max(rows for rows in range(1, isqrt(count) + 1) if count % rows == 0) if count > 16 else 1
    block: Array = trace.reshape(1, rows, -1)
    return block


def _input(network: Trained, sample: int, say: Say) -> Block:
    levels = network.traces["input"][sample][:, :, 0].astype(np.float64)
    darkest, brightest = levels.min(), levels.max()
    grey = picture((levels - darkest) / (brightest - darkest) * 255, _INPUT_CELL)
    framed_grey = grey.with_marks([Box(0, 0, grey.width, grey.height, None, "input-strong", 1.5)])
    return levelled(text(say("입력", "Input") + f" {by(*levels.shape)}", TITLE, weight="bold"), framed_grey)


def _output(row: LayerRow, maps: Array, scale: float, say: Say) -> Block:
    arrangement = arrange(maps, room=_ROOM, gap=_GAP)
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


def _caption(network: Trained, row: LayerRow, sample: int, say: Say) -> str:
    seen = sample_in_words(network, sample, say)
    count = row.output_shape[-1]
    if not _has_places(row):
        return say(
            f"{seen}을 본 {row.name}의 유닛 {count}개: 이제 자리는 없고, 어떤 유닛이 얼마나 반응하는가만 "
            "남는다.",
            f"The {count} units of {row.name} for a {seen}: places are gone, only how strongly each unit "
            "answers is left.",
        )
    if row.parameters:
        return say(
            f"{seen}을 본 {row.name}: 커널마다 다른 모양에 반응하므로 같은 그림에서 서로 다른 특징 맵 "
            f"{count}장이 나온다.",
            f"What {row.name} makes of a {seen}: each kernel answers to another shape, "
            f"so that one picture gives {count} different maps.",
        )
    return say(
        f"{seen}을 본 {row.name}: 풀링은 특징 맵 {count}장을 저마다 작게 줄이고 획의 모양은 남긴다.",
        f"What {row.name} makes of a {seen}: pooling shrinks each of the {count} maps and keeps the shape "
        "of the strokes.",
    )


def _alt(network: Trained, row: LayerRow, maps: Array, scale: float, sample: int, say: Say) -> str:
    seen = sample_in_words(network, sample, say)
    size = by(*network.traces["input"].shape[1:3])
    ends = f"{plain(0 if maps.min() >= 0 else -scale)} … {plain(scale)}"
    if _has_places(row):
        means = ", ".join(plain(value) for value in maps.mean(axis=(1, 2)))
        return say(
            f"왼쪽은 {size} 입력({seen}), 오른쪽은 {row.name}의 특징 맵 {len(maps)}장으로 크기는 "
            f"{by(*maps.shape[1:])}. "
            f"색의 범위는 {ends}이고 양수는 파랑, 음수는 주황, 0은 흰색이다. 특징 맵의 평균은 차례로 "
            f"{means}.",
            f"Left the {size} input, a {seen}; right the {len(maps)} feature maps of {row.name}, "
            f"{by(*maps.shape[1:])} each. "
            f"Colours run over {ends}: positive blue, negative orange, zero white. The means of the maps "
            f"are {means}.",
        )
    values = maps.ravel()
    top = ", ".join(f"{index} ({plain(values[index])})" for index in np.argsort(-values, kind="stable")[:3])
    return say(
        f"왼쪽은 {size} 입력({seen}), 오른쪽은 {row.name}의 유닛 {values.size}개를 {by(*maps.shape[1:])} "
        "칸에 놓은 것. "
        f"색의 범위는 {ends}이고 양수는 파랑, 음수는 주황이다. 0번부터 세어 값이 가장 큰 유닛은 {top}.",
        f"Left the {size} input, a {seen}; right the {values.size} units of {row.name} as "
        f"{by(*maps.shape[1:])} cells. "
        f"Colours run over {ends}: positive blue, negative orange. Counted from 0, the largest units are "
        f"{top}.",
    )

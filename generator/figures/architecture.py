"""A network as the LeNet paper draws it: planes of feature maps from the picture to the classes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from math import ceil

from generator.arithmetic import same_padding
from generator.catalog import figure
from generator.data_names import class_name
from generator.layout import NOTE, TITLE, Block, framed
from generator.learning.trained import CLASSES, Trained
from generator.metrics import text_width
from generator.networks import NETWORKS, Layer
from generator.parts.models.chosen import Model, chosen_sample, sample_in_words
from generator.parts.networks.chain import Stage, stages
from generator.parts.networks.planes import MOST_PLANES
from generator.parts.spread import spread
from generator.scene import Area, Box, Drawing, Frame, Label, Line, Mark
from generator.sources import Models
from generator.words import Say, by, percent

_WIDTH, _MARGIN = 676, 12
_HEAD, _WORDS, _LINE = 52, 14, 18
_CLASS_SIZE, _BESIDE, _FAR = 11, 6, 1.7
# Which unit of the next plane a window feeds, as shares (across, down) of that plane: turn and turn about, so
# that the unit and the window of the layer behind it do not lie on each other.
_PLACES = ((0.62, 0.72), (0.42, 0.28))


@dataclass(frozen=True)
class Placed:
    """A stage with its corner at (x, y)."""

    stage: Stage
    x: float
    y: float


@figure
def architecture(say: Say, trained: Models, *, model: Model = "paper", sample: int = 5) -> Drawing:
    """The whole network from left to right: a real picture, the feature maps it causes, and the classes.

    sample: the first test picture of this class, 0 to 9
    """
    network = trained[model]
    row = stages(network, chosen_sample(sample), say)
    classes = [class_name(network.data, label, say) for label in range(CLASSES)]
    tallest = ceil(max(stage.stack.block.height for stage in row))
    room = _WIDTH - max(text_width(name, _CLASS_SIZE) for name in classes) - _BESIDE
    placed = [
        Placed(stage, x, round(_HEAD + (tallest - stage.stack.block.height) / 2))
        for stage, x in zip(row, _left_sides(row, room), strict=True)
    ]
    bottom = _HEAD + tallest + _WORDS
    whole = [_sees_all(before.stage, after.stage) for before, after in pairwise(placed)]
    joints = list(zip(pairwise(placed), whole, strict=True))
    marks = (
        *(mark for pair, fan in joints if fan for mark in _fan(*pair)),
        *(mark for one in placed for mark in one.stage.stack.block.at(one.x, one.y)),
        *(mark for index, (pair, fan) in enumerate(joints) if not fan for mark in _window(index, *pair)),
        *_names(placed, (placed[-1].x + _WIDTH) / 2),
        *_classes(network, classes, sample, placed[-1]),
        *_operations(placed, bottom, say),
    )
    block = framed(Block(_WIDTH, bottom + 2 * _LINE, marks), margin=_MARGIN)
    alt, caption = _alt(network, row, sample, say), _caption(network, row, sample, say)
    return Drawing(block.width, block.height, (Frame(block.marks),), alt, caption)


def _left_sides(row: list[Stage], room: float) -> list[float]:
    """Where each stack begins; fully connected ones stand farther apart: no planes lean into their gaps."""
    shares = [_FAR if _sees_all(before, after) else 1.0 for before, after in pairwise(row)]
    gap = (room - sum(stage.stack.block.width for stage in row)) / sum(shares)
    sides = [0.0]
    for stage, share in zip(row, shares, strict=False):
        sides.append(sides[-1] + stage.stack.block.width + gap * share)
    return [round(x) for x in sides]


def _names(placed: list[Placed], last: float) -> list[Label]:
    """Name and size over every stack, the last ones at x = ``last``, over the units and their classes."""
    middles = [*(one.x + one.stage.stack.block.width / 2 for one in placed[:-1]), last]
    widths = [max(text_width(one.stage.name, TITLE), text_width(one.stage.size, NOTE)) + 2 for one in placed]
    apart = spread(middles, widths, 6, 0, _WIDTH)
    return [
        label
        for x, one in zip(apart, placed, strict=True)
        for label in (
            Label(x, 9, one.stage.name, TITLE, weight="bold"),
            Label(x, 29, one.stage.size, NOTE, "muted"),
        )
    ]


def _sees_all(before: Stage, after: Stage) -> bool:
    """Whether a unit of the later layer sees everything of the layer before."""
    layer = after.layer
    return layer is None or layer.kind == "dense" or layer.kernel >= before.units[0]


def _fan(before: Placed, after: Placed) -> list[Mark]:
    """A pale band from all planes, or a strip, to the whole next strip."""
    stack = before.stage.stack
    upper = ((before.x + stack.block.width, before.y), (after.x, after.y))
    foot = before.y + stack.block.height
    lower = ((before.x + stack.width, foot), (after.x, after.y + after.stage.stack.height))
    band = Area((*upper, *reversed(lower)), "padding-tint")
    return [band, Line(upper, "grid", 1), Line(lower, "grid", 1)]


def _window(index: int, before: Placed, after: Placed) -> list[Mark]:
    """A window on the front plane, and the unit of the next layer that it feeds: real places of both."""
    layer = after.stage.layer
    assert layer is not None
    across, down = _PLACES[index % 2]
    rows, columns = after.stage.units
    row, column = int(rows * down), int(columns * across)
    pad = same_padding(before.stage.units[0], layer.kernel, layer.stride)[0] if layer.padding == "same" else 0
    cell, unit = before.stage.stack.cell, after.stage.stack.cell
    top = before.y + before.stage.stack.top + (row * layer.stride - pad) * cell
    left = before.x + (column * layer.stride - pad) * cell
    size = layer.kernel * cell
    x, y = after.x + column * unit, after.y + after.stage.stack.top + row * unit
    return [
        Line(((left + size, top), (x, y + unit / 2)), "frame-red", 1),
        Line(((left + size, top + size), (x, y + unit / 2)), "frame-red", 1),
        Box(left, top, size, size, None, "frame-red", 1.5),
        Box(x, y, unit, unit, None, "frame-red", 1.5),
    ]


def _classes(network: Trained, classes: list[str], sample: int, last: Placed) -> list[Label]:
    """The classes beside their units, the most probable one in bold."""
    best = int(network.traces["output"][sample].argmax())
    stack = last.stage.stack
    x = last.x + stack.width + _BESIDE
    labels = [
        Label(x, last.y + (label + 0.5) * stack.cell, name, _CLASS_SIZE, "muted", "start")
        for label, name in enumerate(classes)
    ]
    labels[best] = replace(labels[best], ink="ink", weight="bold")
    return labels


def _operations(placed: list[Placed], top: float, say: Say) -> list[Label]:
    """Under every gap what the layer behind it does; fully connected layers in a row share their words."""
    words: list[tuple[str, str]] = []
    spans: list[list[float]] = []
    for before, after in pairwise(placed):
        layer = after.stage.layer
        assert layer is not None
        word = _operation(layer, say)
        middle = (before.x + before.stage.stack.block.width + after.x) / 2
        if words and layer.kind == "dense" and words[-1] == word:
            spans[-1].append(middle)
        else:
            words.append(word)
            spans.append([middle])
    lengths = [max(text_width(line, NOTE) for line in word) for word in words]
    middles = spread([(span[0] + span[-1]) / 2 for span in spans], lengths, 8, 0, _WIDTH)
    return [
        Label(middle, top + _LINE * (index + 0.5), line, NOTE, "muted")
        for middle, word in zip(middles, words, strict=True)
        for index, line in enumerate(word)
        if line
    ]


def _operation(layer: Layer, say: Say) -> tuple[str, str]:
    if layer.kind == "dense":
        return say("완전 연결", "dense"), ""
    if layer.kind == "conv":
        return say("합성곱", "convolution"), by(layer.kernel, layer.kernel)
    average = layer.pooling == "average"
    return say("평균 풀링", "average pooling") if average else say("최대 풀링", "max pooling"), by(
        layer.kernel, layer.kernel
    )


def _caption(network: Trained, row: list[Stage], sample: int, say: Say) -> str:
    title, seen = NETWORKS[network.network].title, sample_in_words(network, sample, say)
    maps = [stage for stage in row[1:] if "@" in stage.size]
    return say(
        f"{title}의 구조와 {seen}이 지나가며 남긴 특징 맵: 층을 지날수록 특징 맵은 작아지고 "
        f"많아지다가({maps[0].size}, …, {maps[-1].size}) 클래스 열 개의 확률로 끝난다.",
        f"{title}, and the feature maps that a {seen} leaves in it: from layer to layer the maps get "
        "smaller and more, "
        f"{maps[0].size} to {maps[-1].size}, and end in ten probabilities.",
    )


def _alt(network: Trained, row: list[Stage], sample: int, say: Say) -> str:
    title, seen = NETWORKS[network.network].title, sample_in_words(network, sample, say)
    output = network.traces["output"][sample]
    best = class_name(network.data, int(output.argmax()), say)
    chain = ", ".join(_in_words(stage, say) for stage in row)
    return say(
        f"{title}의 구조를 왼쪽에서 오른쪽으로 그린 그림. {chain}. 첫 판에는 {seen}, 나머지 판에는 실제 "
        "특징 맵이 있다"
        f"(겹친 판은 많아야 {MOST_PLANES}장까지만 그렸고 양수는 파랑, 음수는 주황이다). 확률이 가장 큰 "
        f"클래스는 ‘{best}’({percent(output.max())}).",
        f"{title} from left to right: {chain}. The first plane shows a {seen}, the others real feature maps "
        f"(of a layer at most {MOST_PLANES} planes are drawn; positive blue, negative orange). "
        f"The most probable class is ‘{best}’ ({percent(output.max())}).",
    )


def _in_words(stage: Stage, say: Say) -> str:
    if stage.layer is None:
        return f"{stage.name} {stage.size}"
    return f"{stage.name} {stage.size} ({' '.join(part for part in _operation(stage.layer, say) if part)})"

"""How training changes the weights of a layer."""

from __future__ import annotations

from math import floor, log10

from generator.catalog import figure
from generator.data_names import data_title
from generator.errors import GeneratorError
from generator.layout import COLUMN, MARGIN, NOTE, TITLE, Block, above, beside, framed, text
from generator.networks import NETWORKS
from generator.parts.axes import Axis, across, up
from generator.parts.models.chosen import CONVOLUTION, Model, chosen_layer
from generator.parts.models.histograms import Histogram, bars, histograms, spread_bar, spread_sign
from generator.scene import Drawing, Frame, Label, Mark
from generator.sources import Models
from generator.words import Say, plain

_LEFT, _HEAD, _HEIGHT = 78.0, 26.0, 150.0
_BINS = (4, 100)


@figure
def weight_histogram(
    say: Say, trained: Models, *, model: Model = "paper", layer: str = "C1", bins: int = 40
) -> Drawing:
    """A layer's weights before and after training, with their mean and standard deviation.

    layer: a layer that has weights; its biases are not counted
    bins: how many equal parts the axis has, from 4 to 100
    """
    if not _BINS[0] <= bins <= _BINS[1]:
        raise GeneratorError(f"bins is {bins}; it must be from {_BINS[0]} to {_BINS[1]}")
    network = trained[model]
    name = chosen_layer(network, layer, (CONVOLUTION, "Dense")).name
    weights = network.weights[f"{name}/kernel"]
    before, after = histograms([network.initial_weights[f"{name}/kernel"], weights], bins)
    title = say(
        f"{NETWORKS[model].title} {name}의 가중치 {weights.size:,}개",
        f"{weights.size:,} weights of {name} in {NETWORKS[model].title}",
    )
    block = framed(above(text(title, TITLE, weight="bold"), _panels(say, before, after), gap=14))
    alt = _alt(say, title, before, after)
    caption = _caption(say, f"{NETWORKS[model].title} {name}", data_title(network.data, say), before, after)
    return Drawing(block.width, block.height, (Frame(block.marks),), alt, caption)


def _panels(say: Say, before: Histogram, after: Histogram) -> Block:
    """Both histograms above each other on one axis, their bars on one scale."""
    highest = max(*before.counts, *after.counts)
    names = (say("학습 전", "Before training"), say("학습 후", "After training"))
    panels = [
        _panel(say, histogram, name, highest, role, last)
        for histogram, name, role, last in zip(
            (before, after), names, ("muted", "kernel-strong"), (False, True), strict=True
        )
    ]
    return above(*panels, gap=16, align=0)


def _panel(say: Say, histogram: Histogram, name: str, highest: int, role: str, last: bool) -> Block:
    """Bars below a line that says what they are; the lower panel has the words of the common axis."""
    width, bottom = COLUMN - 2 * MARGIN, _HEAD + _HEIGHT
    axis = Axis(histogram.low, histogram.high, _LEFT, width - 12)
    heights = Axis(0, highest, bottom, _HEAD + 24)
    ends = (axis.at(histogram.mean - histogram.deviation), axis.at(histogram.mean + histogram.deviation))
    marks: list[Mark] = [
        *_head(say, histogram, name).at(_LEFT, 0),
        *up(heights, axis.begin, axis.end),
        *bars(histogram, axis, heights, role),
        *spread_bar(ends[0], axis.at(histogram.mean), ends[1], _HEAD + 10, "ink"),
        *across(axis, bottom, 10),
        Label(10, (heights.begin + heights.end) / 2, say("가중치 수", "weights"), NOTE, "muted", turned=True),
    ]
    if last:
        words = say("가중치의 값", "value of a weight")
        marks.append(Label(axis.at(0), bottom + 36, words, NOTE, "muted"))
    return Block(width, bottom + (44 if last else 24), tuple(marks))


def _head(say: Say, histogram: Histogram, name: str) -> Block:
    words = _mean_and_deviation(say, histogram)
    return beside(
        text(name, TITLE, weight="bold"),
        beside(spread_sign("ink"), text(words, NOTE, "ink"), gap=8),
        gap=24,
    )


def _mean_and_deviation(say: Say, histogram: Histogram) -> str:
    mean, deviation = _short(histogram.mean, histogram), _short(histogram.deviation, histogram)
    return say(f"평균 {mean}, 표준편차 {deviation}", f"mean {mean}, standard deviation {deviation}")


def _short(value: float, histogram: Histogram) -> str:
    """A number with as many decimals as give the deviation three digits."""
    digits = 2 - floor(log10(histogram.deviation)) if histogram.deviation else 2
    return plain(value, min(max(digits, 2), 6))


def _caption(say: Say, layer: str, data: str, before: Histogram, after: Histogram) -> str:
    old, new = _short(before.deviation, before), _short(after.deviation, after)
    if after.deviation > before.deviation:
        return say(
            f"{layer}의 가중치: 좁은 범위의 무작위 값에서 출발해 {data} 데이터를 배우는 동안 "
            f"표준편차가 {old}에서 {new}까지 커진다.",
            f"The weights of {layer} start as random numbers in a narrow range; learning from {data} widens "
            f"their standard deviation from {old} to {new}.",
        )
    return say(
        f"{layer}의 가중치: 무작위 값에서 출발해 {data} 데이터를 배운 뒤의 표준편차는 "
        f"{new}, 배우기 전에는 {old}이다.",
        f"The weights of {layer} start as random numbers with a standard deviation of {old}; "
        f"after learning from {data} it is {new}.",
    )


def _alt(say: Say, title: str, before: Histogram, after: Histogram) -> str:
    low, high, bins = _short(before.low, before), _short(before.high, before), len(before.counts)
    first, second = (_counts_in_words(say, histogram) for histogram in (before, after))
    return say(
        f"{title}의 막대그래프 둘, 위는 학습 전, 아래는 학습 후. 가로축은 둘 다 {low} … {high}이고 "
        f"같은 너비의 구간 {bins}개로 나뉜다. 학습 전: {first}. 학습 후: {second}.",
        f"Two histograms of the {title}, above before training, below after it, both over {low} … {high} in "
        f"{bins} equal bins. Before: {first}. After: {second}.",
    )


def _counts_in_words(say: Say, histogram: Histogram) -> str:
    """Mean, deviation, and the counts of the bins from the first to the last that is not empty."""
    filled = [index for index, count in enumerate(histogram.counts) if count]
    first, last = filled[0], filled[-1]
    counts = " ".join(str(count) for count in histogram.counts[first : last + 1])
    return say(
        f"{_mean_and_deviation(say, histogram)}, 구간 {first + 1}번부터 {last + 1}번까지의 수는 {counts}",
        f"{_mean_and_deviation(say, histogram)}, counts of bins {first + 1} to {last + 1}: {counts}",
    )

"""One picture, and how probable the network finds each class."""

from __future__ import annotations

import numpy as np

from generator.arithmetic import Array
from generator.catalog import figure
from generator.data_names import class_name
from generator.layout import NOTE, TITLE, Block, titled
from generator.learning.trained import CLASSES, Trained
from generator.metrics import text_width
from generator.networks import NETWORKS
from generator.parts.arrangement import Layout, joined, on_page
from generator.parts.fitting import room
from generator.parts.models.chosen import Model, chosen_sample, sample_in_words
from generator.parts.panels import picture, with_sign
from generator.scene import Box, Drawing, Frame, Label, Line, Mark
from generator.sources import Models
from generator.words import Say, percent

_PIXEL, _BETWEEN = 8, 56
_ROW, _BAR = 22, 14
_LEAST = 1.5


@figure
def prediction(
    say: Say, trained: Models, *, model: Model = "paper", sample: int = 5, layout: Layout = "row"
) -> Drawing:
    """A test picture, and a bar for each class with the probability that the network gives it.

    sample: the first test picture of this class, 0 to 9
    layout: "stacked" sets the bars under the picture, for phones
    """
    network = trained[model]
    chances = network.traces["output"][chosen_sample(sample)].astype(np.float64)
    levels = network.samples.picture(sample).astype(np.float64)
    image = picture(levels, _PIXEL)
    image = image.with_marks([Box(0, 0, image.width, image.height, None, "input-strong", 1.5)])
    title = say(f"{NETWORKS[model].title}의 확률", f"Probabilities by {NETWORKS[model].title}")
    width = room(layout) - (_BETWEEN + image.width if layout == "row" else 0)
    panels = titled(say("입력", "Input"), image), titled(title, _bars(network, chances, sample, width, say))
    both = (
        with_sign(panels[0], "→", panels[1], gap=_BETWEEN, align=0)
        if layout == "row"
        else joined(layout, panels[0], "→", panels[1])
    )
    block = on_page(layout, both, "model")
    alt, caption = _alt(network, chances, sample, say, layout), _caption(network, chances, sample, say)
    return Drawing(block.width, block.height, (Frame(block.marks),), alt, caption)


def _bars(network: Trained, chances: Array, sample: int, width: float, say: Say) -> Block:
    """A row for each class: the right one says so, and a wrong one that the network prefers stands out."""
    names = [class_name(network.data, label, say) for label in range(CLASSES)]
    axis = max(text_width(name, TITLE) for name in names) + 10
    best, answer = int(chances.argmax()), say("← 정답", "← right answer")
    longest = width - axis - 16 - text_width(percent(0.9999), NOTE) - text_width(answer, NOTE)
    marks: list[Mark] = []
    for label, (name, chance) in enumerate(zip(names, chances.tolist(), strict=True)):
        middle, told = (label + 0.5) * _ROW, label in (sample, best)
        fill = "output-strong" if label == sample else "accent-strong" if label == best else "muted"
        length, words = max(chance * longest, _LEAST), percent(chance)
        end = axis + length + 8
        marks += [
            Label(axis - 10, middle, name, TITLE, "ink", "end", "bold" if label == sample else "regular"),
            Box(axis, middle - _BAR / 2, length, _BAR, fill),
            Label(end, middle, words, NOTE, "ink" if told else "muted", "start"),
        ]
        if label == sample:
            end += text_width(words, NOTE) + 8
            marks.append(Label(end, middle, answer, NOTE, "output-strong", "start", "bold"))
    bottom = CLASSES * _ROW
    return Block(width, bottom, (*marks, Line(((axis, 2), (axis, bottom - 2)), "grid", 1)))


def _caption(network: Trained, chances: Array, sample: int, say: Say) -> str:
    title, seen = NETWORKS[network.network].title, sample_in_words(network, sample, say)
    best = int(chances.argmax())
    if best == sample:
        return say(
            f"{seen}을 본 {title}의 마지막 층: 확률 {percent(chances[best])}로 알아맞히고, 확률 열 개의 합은 "
            "1이다.",
            f"The last layer of {title} for a {seen}: right, with a probability of {percent(chances[best])}; "
            "the ten probabilities sum to 1.",
        )
    taken, truth = percent(chances[best]), percent(chances[sample])
    name = class_name(network.data, best, say)
    return say(
        f"{seen}을 본 {title}의 마지막 층: ‘{name}’의 확률이 {taken}로 더 크고, 정답의 확률은 {truth}뿐이다.",
        f"The last layer of {title} for a {seen}: it takes it for ‘{name}’ ({taken}); the right class gets "
        f"{truth}.",
    )


def _alt(network: Trained, chances: Array, sample: int, say: Say, layout: Layout) -> str:
    seen = sample_in_words(network, sample, say)
    bars = ", ".join(
        f"{class_name(network.data, label, say)}: {percent(chance)}"
        for label, chance in enumerate(chances.tolist())
    )
    name = class_name(network.data, sample, say)
    first, second = ("왼쪽", "오른쪽") if layout == "row" else ("위쪽", "아래쪽")
    left, right = ("Left", "right") if layout == "row" else ("Above", "below")
    return say(
        f"{first}은 {seen}, {second}은 클래스마다 확률을 나타낸 막대. {bars}. 정답은 ‘{name}’.",
        f"{left} a {seen}, {right} a bar for the probability of each class: {bars}. The right answer is "
        f"‘{name}’.",
    )

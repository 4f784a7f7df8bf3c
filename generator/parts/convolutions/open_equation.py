"""A convolution's equation as an exercise: the feature map is left open, in the picture and in its words."""

from __future__ import annotations

from generator.layout import Block, titled
from generator.parts.convolutions.brackets import bracketed
from generator.parts.convolutions.convolving import Convolution
from generator.scene import Label
from generator.words import Say, by, rows_in_words

_OPEN = 2  # cells a side


def open_map(say: Say, cell: float) -> Block:
    """The feature map that is to be found: a square that tells nothing of its size."""
    side = _OPEN * cell
    mark = Label(side / 2, side / 2, "?", 24, "output-strong", "middle", "bold")
    return titled(say("특징 맵", "Feature map"), bracketed(Block(side, side, (mark,)), "output"))


def open_caption(say: Say, c: Convolution) -> str:
    """The question."""
    return say(
        f"{by(*c.image.shape)} 입력과 {by(*c.weights.shape)} 커널의 합성곱({c.facts(say)})은 "
        "어떤 특징 맵인가?",
        f"Which feature map is the convolution of this {by(*c.image.shape)} input with this "
        f"{by(*c.weights.shape)} kernel ({c.facts(say)})?",
    )


def open_alt(say: Say, c: Convolution) -> str:
    """All that is given, and nothing of the feature map."""
    image, weights = rows_in_words(c.image), rows_in_words(c.weights)
    return say(
        f"등식 하나. {by(*c.image.shape)} 입력 행렬 [{image}], 합성곱 기호, {by(*c.weights.shape)} 커널 행렬 "
        f"[{weights}], 등호, 물음표만 있는 특징 맵. {c.facts(say)}.",
        f"An equation: the {by(*c.image.shape)} input matrix [{image}] convolved with the "
        f"{by(*c.weights.shape)} kernel matrix [{weights}] equals a feature map that is left open; "
        f"{c.facts(say)}.",
    )

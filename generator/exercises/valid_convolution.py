"""The feature map of a convolution without padding."""

from __future__ import annotations

from generator.parts.convolutions.convolving import Convolution, convolution_of
from generator.words import Say, by, rows_in_words
from generator.workbook import Exercise, Shown, exercise, rows


@exercise
def valid_convolution(
    say: Say,
    *,
    drawing: str = "3 0 9 1 2 / 5 1 2 0 7 / 8 2 4 1 3 / 2 1 5 3 6 / 4 1 6 2 7",
    weights: str = "2 0 1 / 2 0 1 / 2 0 1",
    stride: int | tuple[int, int] = 1,
) -> Exercise:
    """The size and the numbers of a feature map, from an input and a kernel, without padding.

    drawing: the input as a named picture ("3", "5", "8", "arrow") or rows of numbers ("3 0 9 / 5 1 2 / …")
    weights: the kernel as rows of numbers
    """
    c = convolution_of(1, 1, stride, 0, 1, 0, drawing, weights, 0)
    given: dict[str, object] = {"drawing": drawing, "weights": weights, "stride": stride}
    return Exercise(
        question=_question(say, c),
        answer=_answer(say, c),
        figure=Shown("convolution_equation", {**given, "solved": False}),
        answer_figure=Shown("convolution", given),
        values={
            "input": rows(c.image.tolist()),
            "kernel": rows(c.weights.tolist()),
            "output": rows(c.output.tolist()),
            "size": c.output.shape,
        },
    )


def _question(say: Say, c: Convolution) -> str:
    image, weights = rows_in_words(c.image), rows_in_words(c.weights)
    sizes = by(*c.image.shape), by(*c.weights.shape)
    return say(
        f"행이 `{image}`인 {sizes[0]} 입력과 행이 `{weights}`인 {sizes[1]} 커널을 패딩 없이(`valid`, "
        f"{c.facts(say)}) 합성곱하면 특징 맵의 크기와 값은 어떻게 되는가?",
        f"A {sizes[0]} input with the rows `{image}` is convolved without padding (`valid`, {c.facts(say)}) "
        f"with a {sizes[1]} kernel of rows `{weights}`. What are the size and the numbers of the feature "
        "map?",
    )


def _answer(say: Say, c: Convolution) -> str:
    size, output, first = by(*c.output.shape), rows_in_words(c.output), c.sum_in_words(0, 0)
    return say(
        f"특징 맵은 {size} 크기이고 행은 `{output}`이다. 첫 칸은 {first}.",
        f"The feature map is {size}, with the rows `{output}`. Its first cell is {first}.",
    )

"""A convolution as an equation of three matrices."""

from __future__ import annotations

from generator.catalog import figure
from generator.errors import GeneratorError
from generator.layout import COLUMN, MARGIN, Block, above, framed, text, titled
from generator.parts.brackets import bracketed
from generator.parts.convolving import Convolution, convolution_of
from generator.parts.panels import CELLS, UNDER_TITLE, number_labels, padded_labels, with_sign
from generator.scene import Box, Drawing, Frame
from generator.words import Say, by, plain

_GAP = 44


@figure
def convolution_equation(
    say: Say,
    *,
    size: int | tuple[int, int] = 5,
    kernel: int | tuple[int, int] = 3,
    stride: int | tuple[int, int] = 1,
    padding: int | tuple[int, int] = 0,
    dilation: int | tuple[int, int] = 1,
    bias: float = 0,
    drawing: str | None = None,
    weights: str | None = None,
    seed: int = 0,
) -> Drawing:
    """Input ∗ kernel = feature map, as three matrices.

    drawing: the input as a named picture or rows of numbers ("3 0 9 / 5 1 2 / …"), instead of seeded ones
    weights: the kernel as rows of numbers
    """
    c = convolution_of(size, kernel, stride, padding, dilation, bias, drawing, weights, seed)
    panels = _fitting(say, c)
    usual = c.stride == (1, 1) and c.dilation == (1, 1) and not any(c.padding)
    block = framed(panels if usual else above(panels, text(c.facts(say), 13, "muted"), gap=14))
    return Drawing(block.width, block.height, (Frame(block.marks),), _alt(say, c), _caption(say, c))


def _fitting(say: Say, c: Convolution) -> Block:
    """The equation at the largest cells at which a page's column holds it.

    Raises:
        GeneratorError: there are none.
    """
    for cell in CELLS[1:]:
        # A number too wide for its cell raises here, and would do so in a smaller cell, too.
        panels = _panels(say, c, cell)
        if panels.width <= COLUMN - 2 * MARGIN:
            return panels
    raise GeneratorError(
        f"the equation would be {panels.width + 2 * MARGIN:.0f} px wide at its smallest legible size, and a "
        "page "
        f"has {COLUMN}; lower size, kernel or padding"
    )


def _panels(say: Say, c: Convolution, cell: float) -> Block:
    panels = with_sign(_input(say, c, cell), "*", _kernel(say, c, cell), _GAP, drop=UNDER_TITLE)
    if c.bias:
        panels = with_sign(panels, "+", _bias(say, c), _GAP, drop=UNDER_TITLE)
    return with_sign(panels, "=", _output(say, c, cell), _GAP, drop=UNDER_TITLE)


def _input(say: Say, c: Convolution, cell: float) -> Block:
    """The numbers, those of the padding muted outside a dashed line."""
    rows, columns = c.image.shape
    height, width = c.padded.shape
    edge = Box(
        c.padding[1] * cell,
        c.padding[0] * cell,
        columns * cell,
        rows * cell,
        None,
        "padding-strong",
        1,
        (4, 3),
    )
    labels = padded_labels(c.image, c.padding, cell)
    block = Block(width * cell, height * cell, (edge, *labels) if any(c.padding) else tuple(labels))
    return titled(say("입력", "Input") + f" {by(rows, columns)}", bracketed(block, "input"))


def _kernel(say: Say, c: Convolution, cell: float) -> Block:
    rows, columns = c.weights.shape
    block = Block(columns * cell, rows * cell, tuple(number_labels(c.weights, cell)))
    return titled(say("커널", "Kernel") + f" {by(rows, columns)}", bracketed(block, "kernel"))


def _bias(say: Say, c: Convolution) -> Block:
    return titled(say("편향", "Bias"), text(plain(c.bias), 18, "ink", "bold"))


def _output(say: Say, c: Convolution, cell: float) -> Block:
    rows, columns = c.output.shape
    block = Block(columns * cell, rows * cell, tuple(number_labels(c.output, cell)))
    return titled(say("특징 맵", "Feature map") + f" {by(rows, columns)}", bracketed(block, "output"))


def _caption(say: Say, c: Convolution) -> str:
    return say(
        f"{by(*c.image.shape)} 입력과 {by(*c.weights.shape)} 커널의 합성곱({c.facts(say)})은 "
        f"{by(*c.output.shape)} 특징 맵이다.",
        f"The convolution of a {by(*c.image.shape)} input with a {by(*c.weights.shape)} kernel "
        f"({c.facts(say)}) is a "
        f"{by(*c.output.shape)} feature map.",
    )


def _alt(say: Say, c: Convolution) -> str:
    image, weights, output = (c.rows_in_words(values) for values in (c.image, c.weights, c.output))
    return say(
        f"등식 하나. {by(*c.image.shape)} 입력 행렬 [{image}], 합성곱 기호, {by(*c.weights.shape)} 커널 행렬 "
        f"[{weights}], "
        f"등호, {by(*c.output.shape)} 특징 맵 행렬 [{output}]. {c.facts(say)}.",
        f"An equation: the {by(*c.image.shape)} input matrix [{image}] convolved with the "
        f"{by(*c.weights.shape)} kernel matrix [{weights}] "
        f"equals the {by(*c.output.shape)} feature map [{output}]; {c.facts(say)}.",
    )

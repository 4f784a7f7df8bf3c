"""A convolution as an equation of three matrices."""

from __future__ import annotations

from generator.catalog import figure
from generator.errors import GeneratorError
from generator.layout import COLUMN, MARGIN, NOTE, Block, above, text, titled
from generator.parts.arrangement import Layout, joined, on_page
from generator.parts.convolutions.brackets import bracketed
from generator.parts.convolutions.convolving import Convolution, convolution_of
from generator.parts.convolutions.open_equation import open_alt, open_caption, open_map
from generator.parts.fitting import room
from generator.parts.limits import low_enough
from generator.parts.panels import CELLS, UNDER_TITLE, number_labels, padded_labels
from generator.scene import Box, Drawing, Frame
from generator.words import Say, an, by, plain, rows_in_words

_GAP = 44
_LOWER = "size, kernel or padding"


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
    solved: bool = True,
    layout: Layout = "row",
) -> Drawing:
    """Input ∗ kernel = feature map, as three matrices.

    drawing: the input as a named picture ("3", "5", "8", "arrow") or rows of numbers ("3 0 9 / 5 1 2 / …")
    weights: the kernel as rows of numbers
    solved: False leaves the feature map open, for exercises
    layout: "stacked" sets the three matrices under one another, for phones
    """
    c = convolution_of(size, kernel, stride, padding, dilation, bias, drawing, weights, seed)
    panels = _fitting(say, c, layout, solved)
    usual = c.stride == (1, 1) and c.dilation == (1, 1) and not any(c.padding)
    noted = panels if usual else above(panels, _facts(say, c, layout), gap=14)
    block = low_enough(on_page(layout, noted, _LOWER), _LOWER)
    return Drawing(block.width, block.height, (Frame(block.marks),), *_words(say, c, solved))


def _facts(say: Say, c: Convolution, layout: Layout) -> Block:
    """Stride and the like below the equation, one under another where a phone has no room for all."""
    line = text(c.facts(say), NOTE, "muted")
    if layout == "row" or line.width <= room(layout):
        return line
    return above(*(text(fact, NOTE, "muted") for fact in c.each_fact(say)), gap=2)


def _fitting(say: Say, c: Convolution, layout: Layout, solved: bool) -> Block:
    """The equation at the largest cells at which a page's column holds it.

    Raises:
        GeneratorError: there are none.
    """
    for cell in CELLS[1:]:
        # A number too wide for its cell raises here, and would do so in a smaller cell, too.
        panels = _panels(say, c, cell, layout, solved)
        if panels.width <= room(layout):
            return panels
    if layout == "stacked":
        # Refused there, with a phone's width.
        return panels
    raise GeneratorError(
        f"the equation would be {panels.width + 2 * MARGIN:.0f} px wide at its smallest legible size, and a "
        f"page has {COLUMN}; lower {_LOWER}"
    )


def _panels(say: Say, c: Convolution, cell: float, layout: Layout, solved: bool) -> Block:
    def then(left: Block, sign: str, right: Block) -> Block:
        return joined(layout, left, sign, right, _GAP, UNDER_TITLE)

    panels = then(_input(say, c, cell), "*", _kernel(say, c, cell))
    if c.bias:
        panels = then(panels, "+", _bias(say, c))
    return then(panels, "=", _output(say, c, cell) if solved else open_map(say, cell))


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


def _words(say: Say, c: Convolution, solved: bool) -> tuple[str, str]:
    """Alt text and caption."""
    return (_alt(say, c), _caption(say, c)) if solved else (open_alt(say, c), open_caption(say, c))


def _caption(say: Say, c: Convolution) -> str:
    return say(
        f"{by(*c.image.shape)} 입력과 {by(*c.weights.shape)} 커널의 합성곱({c.facts(say)})은 "
        f"{by(*c.output.shape)} 특징 맵이다.",
        f"The convolution of {an(by(*c.image.shape))} input with {an(by(*c.weights.shape))} kernel "
        f"({c.facts(say)}) is {an(by(*c.output.shape))} feature map.",
    )


def _alt(say: Say, c: Convolution) -> str:
    image, weights, output = (rows_in_words(values) for values in (c.image, c.weights, c.output))
    return say(
        f"등식 하나. {by(*c.image.shape)} 입력 행렬 [{image}], 합성곱 기호, {by(*c.weights.shape)} 커널 행렬 "
        f"[{weights}], "
        f"등호, {by(*c.output.shape)} 특징 맵 행렬 [{output}]. {c.facts(say)}.",
        f"An equation: the {by(*c.image.shape)} input matrix [{image}] convolved with the "
        f"{by(*c.weights.shape)} kernel matrix [{weights}] "
        f"equals the {by(*c.output.shape)} feature map [{output}]; {c.facts(say)}.",
    )

"""The shapes of a convolution as solids, with the formula of the output's size."""

from __future__ import annotations

from generator.catalog import figure
from generator.layout import Block, above, text
from generator.parts.arrangement import Layout, on_page
from generator.parts.convolutions.convolution_shapes import ConvolutionShapes, convolution_shapes
from generator.parts.convolutions.shape_panels import scale_of, shape_panels
from generator.parts.fitting import fitting, room
from generator.parts.paragraph import paragraph
from generator.scene import Drawing, Frame
from generator.words import Say, by, counted, each_way

_LOWER = "channels, size, filters or batch"
# Pixels of the longest edge.
_LONGEST = (112, 96, 80, 64, 48)
_FORMULA = 14


@figure
def convolution_blocks(
    say: Say,
    *,
    channels: int = 3,
    size: int | tuple[int, int] = 7,
    filters: int = 4,
    kernel: int | tuple[int, int] = 3,
    stride: int | tuple[int, int] = 1,
    padding: int | tuple[int, int] = 0,
    batch: int | None = None,
    bias: bool = True,
    layout: Layout = "row",
) -> Drawing:
    """The shapes of a convolution as solids: input (C, H, W), filters (FN, C, FH, FW), output (FN, OH, OW).

    size, kernel: rows and columns of the input and of a filter
    batch: how many inputs at once, an axis N in front; None leaves it out
    bias: whether the bias (FN, 1, 1) is drawn
    layout: "stacked" draws the solids one under another, for phones
    Edges are drawn to scale as far as they can be seen.
    """
    s = convolution_shapes(channels, size, filters, kernel, stride, padding, batch, bias)

    def build(longest: int) -> Block:
        panels = shape_panels(say, s, scale_of(s, longest), layout)
        return above(panels, _formulas(say, s, layout), gap=20)

    _, longest = fitting([(build, _LONGEST)], layout, _LOWER)
    block = on_page(layout, build(longest), _LOWER)
    return Drawing(block.width, block.height, (Frame(block.marks),), _alt(say, s), _caption(say, s))


def _formulas(say: Say, s: ConvolutionShapes, layout: Layout) -> Block:
    lines: list[Block] = []
    for axis in (0, 1):
        letters, numbers = s.formula(say, axis)
        parts = [f"{letters} {numbers}"] if layout == "row" else [letters, numbers]
        lines += [text(part, _FORMULA) for part in parts]
    formulas = above(*lines, gap=4, align=0)
    return above(formulas, paragraph(s.rest(say), room(layout) - 24), gap=10) if s.rest(say) else formulas


def _facts(say: Say, s: ConvolutionShapes) -> str:
    stride, padding = each_way(s.stride), each_way(s.padding)
    return say(f"스트라이드 S = {stride}, 패딩 P = {padding}", f"stride S = {stride}, padding P = {padding}")


def _caption(say: Say, s: ConvolutionShapes) -> str:
    rest = f" {s.rest(say)}" if s.rest(say) else ""
    every = "모두 " if s.channels > 1 else ""
    return say(
        f"필터마다 입력의 채널 {s.channels}개를 {every}덮어 특징 맵을 한 장 만든다. 필터가 {s.filters}개이면 "
        f"출력의 채널도 {s.filters}개이고 채널의 크기는 {by(*s.output)}이다.{rest}",
        f"Every filter covers the input's {counted(s.channels, 'channel')} and makes one feature map: "
        f"{counted(s.filters, 'filter')} {'give' if s.filters > 1 else 'gives'} an output of "
        f"{counted(s.filters, 'channel')}{', each' if s.filters > 1 else ' of'} {by(*s.output)}.{rest}",
    )


def _alt(say: Say, s: ConvolutionShapes) -> str:
    batch = "" if s.batch is None else f"{s.batch}, "
    source = f"({batch}{s.channels}, {s.size[0]}, {s.size[1]})"
    filters = f"({s.filters}, {s.channels}, {s.kernel[0]}, {s.kernel[1]})"
    output = f"({batch}{s.filters}, {s.output[0]}, {s.output[1]})"
    n = "" if s.batch is None else "N, "
    ko_bias = f", 더하기, 편향 (FN, 1, 1) = ({s.filters}, 1, 1)" if s.bias else ""
    en_bias = f", plus the bias (FN, 1, 1) = ({s.filters}, 1, 1)," if s.bias else ""
    formulas = "; ".join(" ".join(s.formula(say, axis)) for axis in (0, 1))
    rest = f" {s.rest(say)}" if s.rest(say) else ""
    return say(
        f"직육면체로 그린 모양의 등식. 입력 ({n}C, H, W) = {source}, 합성곱 기호, 필터 "
        f"(FN, C, FH, FW) = {filters}{ko_bias}, 화살표, 출력 ({n}FN, OH, OW) = {output}. "
        f"{_facts(say, s)}. {formulas}.{rest}",
        f"Shapes drawn as solids: the input ({n}C, H, W) = {source} convolved with the filters "
        f"(FN, C, FH, FW) = {filters}{en_bias} gives the output ({n}FN, OH, OW) = {output}; "
        f"{_facts(say, s)}. {formulas}.{rest}",
    )

"""A dense unit beside a convolution in one dimension."""

from __future__ import annotations

from generator.catalog import figure
from generator.layout import Block, above, beside
from generator.parts.arrangement import Layout, on_page
from generator.parts.one_dimension import OneDimension, one_dimension
from generator.parts.one_dimension_panels import dense_panel, sliding_panel
from generator.scene import Drawing, Frame
from generator.words import Say, plain

_BETWEEN = 64


@figure
def convolution_1d(
    say: Say,
    *,
    inputs: int = 10,
    kernel: int = 3,
    stride: int = 1,
    position: int = 0,
    seed: int = 0,
    layout: Layout = "row",
) -> Drawing:
    """A dense unit weighs every input by itself; a kernel slides along and shares a few weights.

    position: the output, from 0, whose window and connections are drawn
    layout: "stacked" draws one panel under the other, for phones
    """
    o = one_dimension(inputs, kernel, stride, position, seed)
    block = on_page(layout, _panels(say, o, layout), "inputs")
    return Drawing(block.width, block.height, (Frame(block.marks),), _alt(say, o), _caption(say, o))


def _panels(say: Say, o: OneDimension, layout: Layout) -> Block:
    cell = 36 if o.inputs.size <= 12 else 30 if o.inputs.size <= 20 else 25
    dense, sliding = dense_panel(say, o, cell), sliding_panel(say, o, cell)
    if layout == "stacked":
        return above(dense, sliding, gap=36)
    return beside(dense, sliding, gap=_BETWEEN, align=0)


def _caption(say: Say, o: OneDimension) -> str:
    inputs, kernel, outputs = o.inputs.size, o.kernel.size, o.outputs.size
    ko_rest = f" 맨 아래 입력 {o.left_over}개는 어느 창에도 들지 않는다." if o.left_over else ""
    en_rest = f" Inputs below the last window, {o.left_over}, are not used." if o.left_over else ""
    return say(
        f"밀집층의 유닛은 출력 하나에 가중치 {inputs}개를 쓰지만, 합성곱은 커널을 움직이며 "
        f"같은 가중치 {kernel}개로 출력 {outputs}개를 모두 만든다.{ko_rest}",
        f"A dense unit spends {inputs} weights on one output; a convolution slides one kernel along and "
        f"makes {outputs} outputs from the same {kernel} weights.{en_rest}",
    )


def _alt(say: Say, o: OneDimension) -> str:
    column, dense, kernel, outputs = (
        " ".join(plain(value) for value in values.ravel().tolist())
        for values in (o.inputs, o.dense, o.kernel, o.outputs)
    )
    first, last, result = o.top, o.top + o.kernel.size - 1, plain(o.outputs[o.position, 0])
    return say(
        f"왼쪽: 입력 {o.inputs.size}개의 열 [{column}]에 가중치 [{dense}]를 하나씩 곱해 더한 "
        f"밀집층 유닛의 값은 {plain(o.total)}. 오른쪽: 같은 입력 위를 가중치 {o.kernel.size}개의 커널 "
        f"[{kernel}]이 위에서 아래로 움직인다(스트라이드 {o.stride}). 그려진 창은 입력 {first}번부터 "
        f"{last}번까지(0부터 셈)를 덮고 그 합은 {result}. 출력 {o.outputs.size}개는 [{outputs}].",
        f"Left: a column of {o.inputs.size} inputs [{column}], each times a weight of its own [{dense}], "
        f"sums up to {plain(o.total)} in a dense unit. Right: a kernel of {o.kernel.size} weights "
        f"[{kernel}] slides down the same inputs with stride {o.stride}. The window that is drawn covers "
        f"inputs {first} to {last} (from 0), and their sum is {result}. The outputs, {o.outputs.size} in "
        f"all, are [{outputs}].",
    )

"""A dense unit beside a convolution in one dimension."""

from __future__ import annotations

from generator.catalog import figure
from generator.layout import Block, above, beside
from generator.parts.arrangement import Layout, on_page
from generator.parts.convolutions.one_dimension import OneDimension, one_dimension
from generator.parts.convolutions.one_dimension_panels import dense_panel, sliding_panel
from generator.scene import Drawing, Frame
from generator.words import Say, counted, plain

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
    return Drawing(block.width, block.height, (Frame(block.marks),), _alt(say, o, layout), _caption(say, o))


def _panels(say: Say, o: OneDimension, layout: Layout) -> Block:
    cell = 36 if o.inputs.size <= 12 else 30 if o.inputs.size <= 20 else 25
    dense, sliding = dense_panel(say, o, cell), sliding_panel(say, o, cell)
    if layout == "stacked":
        return above(dense, sliding, gap=36)
    return beside(dense, sliding, gap=_BETWEEN, align=0)


def _caption(say: Say, o: OneDimension) -> str:
    inputs, kernel, outputs = o.inputs.size, o.kernel.size, o.outputs.size
    ko_rest = f" 맨 아래 입력 {o.left_over}개는 어느 창에도 들지 않는다." if o.left_over else ""
    en_rest = f" No window takes in {_last(o.left_over)}." if o.left_over else ""
    return say(
        f"완전 연결 층의 유닛은 출력 하나에 가중치 {inputs}개를 쓰지만, 합성곱은 커널을 움직이며 "
        f"같은 가중치 {kernel}개로 출력 {outputs}개를 {'모두 ' if outputs > 1 else ''}만든다.{ko_rest}",
        f"A dense unit spends {counted(inputs, 'weight')} on one output; a convolution slides one kernel "
        "along "
        f"and makes {counted(outputs, 'output')} from the same {counted(kernel, 'weight')}.{en_rest}",
    )


def _last(count: int) -> str:
    return "the last input" if count == 1 else f"the last {count} inputs"


def _alt(say: Say, o: OneDimension, layout: Layout) -> str:
    column, dense, kernel, outputs = (
        " ".join(plain(value) for value in values.ravel().tolist())
        for values in (o.inputs, o.dense, o.kernel, o.outputs)
    )
    sides = (say("왼쪽", "Left"), say("오른쪽", "Right"))
    if layout == "stacked":
        sides = (say("위", "Above"), say("아래", "Below"))
    first, last, result = o.top, o.top + o.kernel.size - 1, plain(o.outputs[o.position, 0])
    return say(
        f"{sides[0]}: 입력 {o.inputs.size}개의 열 [{column}], 하나씩 곱하는 가중치 [{dense}], 그 곱을 모두 "
        "더한 "
        f"완전 연결 층의 유닛의 값은 {plain(o.total)}. {sides[1]}: 같은 입력 위를 가중치 "
        f"{o.kernel.size}개의 커널이 "
        f"위에서 아래로 움직인다(스트라이드 {o.stride}). 커널은 [{kernel}]. 그려진 창은 입력 {first}번부터 "
        f"{last}번까지(0부터 셈)를 덮고 그 합은 {result}. 출력 {o.outputs.size}개는 [{outputs}].",
        f"{sides[0]}: a column of {counted(o.inputs.size, 'input')} [{column}], each times a weight of its "
        f"own [{dense}], "
        f"sums up to {plain(o.total)} in a dense unit. {sides[1]}: a kernel of "
        f"{counted(o.kernel.size, 'weight')} [{kernel}] slides down the same inputs with stride "
        f"{o.stride}. The window that is drawn covers "
        f"inputs {first} to {last} (from 0), and the result is {result}. "
        f"{counted(o.outputs.size, 'output')}: [{outputs}].",
    )

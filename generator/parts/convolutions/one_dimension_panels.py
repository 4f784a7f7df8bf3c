"""A dense unit and a sliding kernel as panels: columns of numbers, and lines for the connections."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from generator.layout import NOTE, Block, above, text, titled
from generator.parts.convolutions.one_dimension import OneDimension
from generator.parts.panels import number_grid, number_labels, outline
from generator.parts.rounding import positions_in_words
from generator.scene import Grid, Label, Line, Mark
from generator.words import Say, counted

_FACTORS, _REACH = 40, 104  # from the inputs to the weights, and from these to the outputs
_HEADING = 26


def dense_panel(say: Say, o: OneDimension, cell: float) -> Block:
    """Inputs, as many weights, and one unit that all of them reach."""
    count, outputs = o.inputs.size, o.outputs.size
    weights, unit, middle = cell + _FACTORS, 2 * cell + _FACTORS + _REACH, count * cell / 2
    marks = (
        *number_grid(o.inputs, "input", cell).marks,
        *_between(cell, 0, count),
        *_connections(weights + cell, [(i + 0.5) * cell for i in range(count)], (unit, middle)),
        *number_grid(o.dense, "kernel", cell).at(weights, 0),
        *number_grid(np.array([[o.total]]), "output", cell).at(unit, middle - cell / 2),
        *_frame(cell).at(unit, middle - cell / 2),
    )
    all_weights = f"{count} × {outputs} = {count * outputs}"
    return _panel(
        say("완전 연결 층의 유닛", "A dense unit"),
        _headings(say, cell, count, count, 1),
        Block(unit + cell, count * cell, marks),
        say(f"출력 하나에 가중치 {count}개", f"{counted(count, 'weight')} for one output"),
        say(f"출력 {outputs}개라면 {all_weights}개", f"for {outputs}: {all_weights}"),
    )


def sliding_panel(say: Say, o: OneDimension, cell: float) -> Block:
    """Inputs with the window, the kernel beside it, and each output at the height of its window's middle."""
    count, size, outputs = o.inputs.size, o.kernel.size, o.outputs.size
    weights, unit = cell + _FACTORS, 2 * cell + _FACTORS + _REACH
    tops = [(i * o.stride + (size - 1) / 2) * cell for i in range(outputs)]
    starts = [(o.top + i + 0.5) * cell for i in range(size)]
    marks = (
        *_inputs(o, cell),
        *_between(cell, o.top, size),
        *_connections(weights + cell, starts, (unit, tops[o.position] + cell / 2)),
        *number_grid(o.kernel, "kernel", cell).at(weights, o.top * cell),
        *_slide(say, o, cell, weights + cell / 2),
        outline(o.top, 0, size, 1, cell),
        *_outputs(o, cell, unit, tops),
    )
    return _panel(
        say(f"1차원 합성곱, 커널 {size}", f"1D convolution, kernel {size}"),
        _headings(say, cell, count, size, outputs),
        Block(unit + cell, count * cell, marks),
        say(
            f"가중치 {size}개를 출력 {outputs}개가 함께 쓴다",
            f"{counted(outputs, 'output')} from {counted(size, 'weight')}",
        ),
        _count(say, o),
    )


def _panel(title: str, headings: list[Label], panel: Block, *notes: str) -> Block:
    columns = Block(panel.width, panel.height + _HEADING, (*headings, *panel.at(0, _HEADING)))
    lines = above(*(text(note, NOTE + 1) for note in notes), gap=4)
    return above(titled(title, columns), lines, gap=14)


def _name(what: str, count: int) -> str:
    return what if count == 1 else f"{what}s"


def _headings(say: Say, cell: float, inputs: int, weights: int, outputs: int) -> list[Label]:
    names = (
        (say("입력", _name("input", inputs)), inputs, 0.0),
        (say("가중치", _name("weight", weights)), weights, cell + _FACTORS),
        (say("출력", _name("output", outputs)), outputs, 2 * cell + _FACTORS + _REACH),
    )
    return [Label(x + cell / 2, 10, f"{name} {count}", NOTE, "muted") for name, count, x in names]


def _between(cell: float, top: int, count: int) -> list[Mark]:
    """The sign of a product between each input and its weight."""
    x = cell + _FACTORS / 2
    return [Label(x, (top + i + 0.5) * cell, "×", 15, "muted") for i in range(count)]


def _connections(x: float, starts: list[float], end: tuple[float, float]) -> list[Mark]:
    return [Line(((x, y), end), "kernel-strong", 1.5) for y in starts]


def _inputs(o: OneDimension, cell: float) -> list[Mark]:
    """The inputs, muted where no window comes."""
    used = o.inputs.size - o.left_over
    ground = Grid(0, 0, o.inputs.size, 1, cell, "input-tint", "grid", "input-strong")
    labels = number_labels(o.inputs, cell)
    return [
        ground,
        *labels[:used],
        *(replace(label, ink="muted", weight="regular") for label in labels[used:]),
    ]


def _outputs(o: OneDimension, cell: float, x: float, tops: list[float]) -> list[Mark]:
    """A column if they touch, else single cells; the one of the window has a strong outline."""
    labels = number_labels(o.outputs, cell)
    if o.stride == 1:
        grids = [Grid(x, tops[0], len(tops), 1, cell, "output-tint", "grid", "output-strong")]
    else:
        grids = [Grid(x, y, 1, 1, cell, "output-tint", "grid", "output-strong") for y in tops]
    numbers = [replace(label, x=x + cell / 2, y=y + cell / 2) for label, y in zip(labels, tops, strict=True)]
    return [*grids, *numbers, *_frame(cell).at(x, tops[o.position])]


def _frame(cell: float) -> Block:
    return Block(cell, cell, (outline(0, 0, 1, 1, cell, "output"),))


def _slide(say: Say, o: OneDimension, cell: float, x: float) -> list[Mark]:
    """An arrow from the kernel down to where its last window ends."""
    steps = o.outputs.size - 1 - o.position
    if not steps:
        return []
    begin = (o.top + o.kernel.size) * cell + 8
    end = begin + steps * o.stride * cell - 8
    words = say(f"스트라이드 {o.stride}", f"stride {o.stride}")
    return [
        Line(((x, begin), (x, end)), "kernel-strong", 1.5, (4, 3), True),
        Label(x + 12, (begin + end) / 2, words, NOTE, "ink", "start"),
    ]


def _count(say: Say, o: OneDimension) -> str:
    """inputs − kernel + 1 = outputs, and with a stride the division."""
    inputs, size, outputs = o.inputs.size, o.kernel.size, o.outputs.size
    if o.stride == 1:
        return say(
            f"입력 {inputs} − 커널 {size} + 1 = 출력 {outputs}",
            f"inputs {inputs} − kernel {size} + 1 = outputs {outputs}",
        )
    return f"({inputs} − {size}) / {o.stride} + 1 " + positions_in_words(say, inputs - size, o.stride)

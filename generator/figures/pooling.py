"""Pooling as a film: the window moves, one number is left of each."""

from __future__ import annotations

import numpy as np

from generator.catalog import figure
from generator.layout import Block, above, counter, titled
from generator.parts.arrangement import Layout, joined, on_page, panel_cell
from generator.parts.drawings import rows_of_numbers, seeded
from generator.parts.filling import filling
from generator.parts.fitting import room
from generator.parts.limits import low_enough, pair_within
from generator.parts.motion import durations, steps_to_show
from generator.parts.panels import UNDER_TITLE, number_labels, outline
from generator.parts.poolings.pooled import Kind, Pooled, pooled
from generator.parts.poolings.pooled_panels import winner_outline
from generator.parts.poolings.pooling_line import pooling_line
from generator.scene import Box, Drawing, Frame, Grid, Label, Mark
from generator.words import Say, an, by, counted, each_way, rows_in_words

# More cells fit no page.
_MOST_CELLS = 100
# The alt text writes out this many steps.
_MOST_STEPS = 4
_LOWER = "input_size, or raise stride"


@figure
def pooling(
    say: Say,
    *,
    kind: Kind = "max",
    size: int | tuple[int, int] = 2,
    stride: int | tuple[int, int] = 2,
    input_size: int | tuple[int, int] = 4,
    drawing: str | None = None,
    seed: int = 0,
    layout: Layout = "row",
) -> Drawing:
    """A window moves over the input; the largest number of each window, the smallest, or the mean is left.

    size: the window; "global" is the mean of the whole input, whatever size and stride are
    drawing: the input as a named picture ("3", "5", "8", "arrow") or rows of numbers ("3 0 9 / 5 1 2 / …")
    layout: "stacked" sets the output under the input, for phones
    """
    shape = pair_within("input_size", input_size, 1, _MOST_CELLS)
    image = rows_of_numbers(drawing) if drawing is not None else seeded(*shape, 10, seed)
    p = pooled(image, kind, size, stride)
    cell = panel_cell(layout, (p.image.shape[1], p.output.shape[1]), _LOWER)
    steps = steps_to_show(*p.output.shape)
    last = low_enough(_frame(say, p, cell, steps[-1], layout), _LOWER)
    blocks = [*(_frame(say, p, cell, step, layout) for step in steps[:-1]), last]
    frames = tuple(
        Frame(block.marks, time) for block, time in zip(blocks, durations(len(steps)), strict=True)
    )
    return Drawing(blocks[-1].width, blocks[-1].height, frames, _alt(say, p), _caption(say, p))


def _frame(say: Say, p: Pooled, cell: float, step: tuple[int, int], layout: Layout) -> Block:
    done = step[0] * p.output.shape[1] + step[1]
    sides = _input_panel(say, p, cell, done), _output_panel(say, p, cell, done)
    panels = joined(layout, sides[0], "→", sides[1], drop=UNDER_TITLE)
    lines = [panels, pooling_line(p, *step, room(layout))]
    if p.output.size > 1:
        lines.append(counter(done + 1, p.output.size))
    return on_page(layout, above(*lines, gap=14), _LOWER)


def _input_panel(say: Say, p: Pooled, cell: float, done: int) -> Block:
    rows, columns = p.image.shape
    y, x = divmod(done, p.output.shape[1])
    top, left = y * p.stride[0], x * p.stride[1]
    ground = Box(0, 0, columns * cell, rows * cell, "input-tint")
    tint = Box(left * cell, top * cell, p.size[1] * cell, p.size[0] * cell, "kernel-tint")
    lines = Grid(0, 0, rows, columns, cell, None, "grid", "input-strong")
    unused = p.unused.ravel().tolist()
    labels = [
        Label(label.x, label.y, label.text, label.size, "muted") if idle else label
        for label, idle in zip(number_labels(p.image, cell), unused, strict=True)
    ]
    front = [outline(top, left, *p.size, cell), *(winner_outline(*place, cell) for place in _won(p, done))]
    panel = Block(
        columns * cell, rows * cell, (ground, tint, *_winner_tints(p, cell, done), lines, *labels, *front)
    )
    return titled(say("입력", "Input") + f" {by(rows, columns)}", panel)


def _won(p: Pooled, done: int) -> list[tuple[int, int]]:
    """The winning cells so far, each once."""
    if not p.picks:
        return []
    return list(dict.fromkeys(p.winner(*divmod(index, p.output.shape[1])) for index in range(done + 1)))


def _winner_tints(p: Pooled, cell: float, done: int) -> list[Mark]:
    return [Box(x * cell, y * cell, cell, cell, "accent-tint") for y, x in _won(p, done)]


def _output_panel(say: Say, p: Pooled, cell: float, done: int) -> Block:
    rows, columns = p.output.shape
    return titled(say("출력", "Output") + f" {by(rows, columns)}", filling(p.output, done, cell))


def _caption(say: Say, p: Pooled) -> str:
    kept = {
        "max": say("가장 큰 수만", "only the largest number"),
        "min": say("가장 작은 수만", "only the smallest number"),
        "average": say("평균만", "only the mean"),
        "global": say("전체의 평균 하나만", "one number, the mean,"),
    }[p.kind]
    idle = int(p.unused.sum())
    at_edge = p.stride[0] <= p.size[0] and p.stride[1] <= p.size[1]
    ko_cells = f"{'가장자리의' if at_edge else '입력의'} {idle}칸"
    cells = f"{counted(idle, 'cell')}{' at the edge' * at_edge} {'is' if idle == 1 else 'are'}"
    rest = say(f" {ko_cells}은 어느 창에도 들지 않는다.", f" {cells} in no window.") if idle else ""
    before, after = by(*p.image.shape), by(*p.output.shape)
    sizes = (
        say(f"남긴다. 크기는 {before} 그대로다.", f"; the size stays {before}.")
        if before == after
        else say(f"남겨 {before} 입력을 {after} 크기로 줄인다.", f" and shrinks {before} to {after}.")
    )
    if p.kind == "global":
        return say(
            f"{p.name(say)}은 특징 맵마다 {kept} 남긴다.",
            f"{p.name(say).capitalize()} leaves {kept} of a feature map.",
        )
    return say(
        f"{by(*p.size)} {p.name(say)}은 창마다 {kept} {sizes}{rest}",
        f"{by(*p.size)} {p.name(say)} keeps {kept} of each window{sizes}{rest}",
    )


def _first(say: Say, count: int) -> str:
    if count > _MOST_STEPS:
        return say("처음 네 계산은", "The first four steps are")
    return say("계산은", "The step is" if count == 1 else "The steps are")


def _alt(say: Say, p: Pooled) -> str:
    inside, outside = rows_in_words(p.image), rows_in_words(p.output)
    if p.kind == "global":
        return say(
            f"{by(*p.image.shape)} 입력 [{inside}] 전체가 한 창이다. {p.in_words(0, 0)}.",
            f"The whole {by(*p.image.shape)} input [{inside}] is one window: {p.in_words(0, 0)}.",
        )
    steps = "; ".join(p.in_words(*step) for step in list(np.ndindex(*p.output.shape))[:_MOST_STEPS])
    say_first, stride = _first(say, p.output.size), each_way(p.stride)
    return say(
        f"{by(*p.size)} 창이 {by(*p.image.shape)} 입력 [{inside}] 위를 움직인다. 스트라이드는 {stride}, "
        f"종류는 {p.name(say)}. "
        f"{say_first} {steps}. 출력은 {by(*p.output.shape)} [{outside}].",
        f"{an(by(*p.size), True)} window moves over {an(by(*p.image.shape))} input [{inside}] with stride "
        f"{stride}, "
        f"{p.name(say)}. "
        f"{say_first} {steps}. The {by(*p.output.shape)} output is [{outside}].",
    )

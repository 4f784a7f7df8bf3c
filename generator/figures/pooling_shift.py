"""Pooling forgives a small shift: the input moves, and what is left of it hardly changes."""

from __future__ import annotations

from typing import Literal

import numpy as np

from generator.arithmetic import Array
from generator.catalog import figure
from generator.errors import GeneratorError
from generator.layout import Block, above, beside, text, titled
from generator.parts.arrangement import Layout, on_page
from generator.parts.drawings import rows_of_numbers, seeded
from generator.parts.fitting import fitting
from generator.parts.limits import pair_within
from generator.parts.panels import CELLS, UNDER_TITLE, with_sign
from generator.parts.poolings.pooled import Pooled, pooled
from generator.parts.poolings.pooled_panels import pooled_input, pooled_output
from generator.scene import Drawing, Frame
from generator.words import Say, an, counted, each_way, rows_in_words
from generator.words import by as sized

Kind = Literal["max", "average", "min"]
Places = tuple[tuple[int, int], ...]

# More cells fit no page.
_MOST_CELLS = 26
_BETWEEN, _GAP = 36, 44  # the two halves of the figure; an input and its output


@figure
def pooling_shift(
    say: Say,
    *,
    by: int = 1,
    kind: Kind = "max",
    size: int | tuple[int, int] = 3,
    stride: int | tuple[int, int] = 3,
    input_size: int | tuple[int, int] = 6,
    drawing: str | None = None,
    seed: int = 189,
    layout: Layout = "row",
) -> Drawing:
    """An input, the same moved by some columns, and what pooling leaves of both.

    by: columns to the right, or to the left if negative; zeros come in at the other side
    size: the window
    drawing: the input as a named picture ("3", "5", "8", "arrow") or rows of numbers ("3 0 9 / 5 1 2 / …")
    layout: "stacked" sets the moved input under the input, for phones
    """
    # The default seed is the first under which the four maxima differ and all of them stay.
    shape = pair_within("input_size", input_size, 1, _MOST_CELLS)
    image = rows_of_numbers(drawing) if drawing is not None else seeded(*shape, 10, seed)
    _check(by, image)
    before, after = (pooled(values, kind, size, stride) for values in (image, moved(image, by)))

    def build(cell: float) -> Block:
        return _block(say, before, after, by, layout, cell)

    lower = "input_size, or draw something smaller" if drawing is None else "the drawing's size"
    block = on_page(layout, build(fitting([(build, CELLS)], layout, lower)[1]), lower)
    differing = len(changed(before, after))
    words = _alt(say, before, after, by, differing), _caption(say, before, by, differing)
    return Drawing(block.width, block.height, (Frame(block.marks),), *words)


def moved(image: Array, by: int) -> Array:
    """The image ``by`` columns further right, or left if negative, with zeros where nothing is left."""
    result = np.zeros_like(image)
    if by > 0:
        result[:, by:] = image[:, :-by]
    else:
        result[:, :by] = image[:, -by:]
    return result


def changed(before: Pooled, after: Pooled) -> Places:
    """(row, column) of the outputs' cells that differ."""
    different = ~np.isclose(before.output, after.output, rtol=0, atol=1e-9)
    return tuple((int(row), int(column)) for row, column in np.argwhere(different))


def _check(by: int, image: Array) -> None:
    columns = image.shape[1]
    if not 1 <= abs(by) < columns:
        raise GeneratorError(
            f"by is {by}; the input has {columns} columns, so it moves by 1 to {columns - 1} to the right, "
            f"or by {1 - columns} to -1 to the left"
            if columns > 1
            else f"by is {by}, but the input has a single column; it takes two at least to move one"
        )


def _block(say: Say, before: Pooled, after: Pooled, by: int, layout: Layout, cell: float) -> Block:
    differing = changed(before, after)
    halves = _half(say, before, 0, (), cell), _half(say, after, by, differing, cell)
    panels = beside(*halves, gap=_BETWEEN) if layout == "row" else above(*halves, gap=24)
    return above(panels, text(_verdict(say, before.output.size, len(differing)), 15, "ink", "bold"), gap=16)


def _half(say: Say, p: Pooled, by: int, differing: Places, cell: float) -> Block:
    columns = p.image.shape[1]
    zeros = (0, by) if by > 0 else (columns + by, columns)
    source = titled(_title(say, p, by), pooled_input(p, cell, zeros))
    target = titled(say("출력", "Output") + f" {sized(*p.output.shape)}", pooled_output(p, cell, differing))
    return with_sign(source, "→", target, _GAP, drop=UNDER_TITLE)


def _title(say: Say, p: Pooled, by: int) -> str:
    if not by:
        return say("입력", "Input") + f" {sized(*p.image.shape)}"
    if by > 0:
        return say(f"오른쪽으로 {by}칸 이동", f"Moved {by} to the right")
    return say(f"왼쪽으로 {-by}칸 이동", f"Moved {-by} to the left")


def _verdict(say: Say, cells: int, differing: int) -> str:
    if not differing:
        if cells == 1:
            return say("출력이 같다", "The output is the same")
        return say(f"출력 {cells}칸이 모두 같다", f"All {cells} outputs are the same")
    if differing == cells == 1:
        return say("출력이 다르다", "The output differs")
    if differing == cells:
        return say(f"출력 {cells}칸이 모두 다르다", f"All {cells} outputs differ")
    return say(
        f"출력 {cells}칸 가운데 {differing}칸이 다르다",
        f"{differing} of {cells} outputs {'differs' if differing == 1 else 'differ'}",
    )


def _pooling(say: Say, p: Pooled) -> str:
    return f"{sized(*p.size)} {p.name(say)}"


def _caption(say: Say, p: Pooled, by: int, differing: int) -> str:
    cells, pooling, steps = p.output.size, _pooling(say, p), abs(by)
    ways = say("오른쪽", "right") if by > 0 else say("왼쪽", "left")
    moved = f"The input moves {counted(steps, 'column')} to the {ways}, and"
    outputs = "output" if cells == 1 else f"{cells} outputs"
    if not differing:
        return say(
            f"입력을 {ways}으로 {steps}칸 옮겨도 {pooling}의 출력은 {_all(cells)}그대로다.",
            f"{moved} {pooling} still gives the same {outputs}.",
        )
    if differing == cells:
        return say(
            f"입력을 {ways}으로 {steps}칸 옮기면 {pooling}의 출력은 {_all(cells)}달라진다.",
            f"{moved} {'the' if cells == 1 else 'all'} {outputs} of {pooling} "
            f"{'changes' if cells == 1 else 'change'}.",
        )
    return say(
        f"입력을 {ways}으로 {steps}칸 옮기면 {pooling}의 출력 {cells}칸 가운데 {differing}칸이 달라진다.",
        f"{moved} {differing} of the {cells} outputs of {pooling} "
        f"{'changes' if differing == 1 else 'change'}.",
    )


def _all(cells: int) -> str:
    return f"{cells}칸 모두 " if cells > 1 else ""


def _alt(say: Say, before: Pooled, after: Pooled, by: int, differing: int) -> str:
    shape, shrunk = sized(*before.image.shape), sized(*before.output.shape)
    rows = [rows_in_words(values) for p in (before, after) for values in (p.image, p.output)]
    ways = say("오른쪽", "right") if by > 0 else say("왼쪽", "left")
    stride = each_way(before.stride)
    columns = counted(abs(by), "column")
    return say(
        f"{shape} 입력 [{rows[0]}]에 {_pooling(say, before)}(스트라이드 {stride})을 하면 {shrunk} 출력은 "
        f"[{rows[1]}]이다. 입력을 {ways}으로 {abs(by)}칸 옮기고 빈 칸에 0을 채우면 "
        f"[{rows[2]}]이고, 그 출력은 [{rows[3]}]이다. {_verdict(say, before.output.size, differing)}.",
        f"{an(shape, True)} input [{rows[0]}] under {_pooling(say, before)} with stride {stride} gives the "
        f"{shrunk} "
        f"output [{rows[1]}]. Moved by {columns} to the {ways}, with zeros coming in, the input is "
        f"[{rows[2]}] and the output [{rows[3]}]. {_verdict(say, before.output.size, differing)}.",
    )

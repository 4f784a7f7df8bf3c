"""One ring of zeros after another: what padding does to a picture's size."""

from __future__ import annotations

from functools import reduce

from generator.arithmetic import Array
from generator.catalog import figure
from generator.errors import GeneratorError
from generator.layout import NOTE, Block, above, text, titled
from generator.parts.arrangement import Layout, joined, on_page, panel_cell
from generator.parts.drawings import rows_of_numbers
from generator.parts.fitting import fitting
from generator.parts.limits import pair_within, within
from generator.parts.paddings.ringed import Axes, ringed
from generator.scene import Drawing, Frame
from generator.words import Say, by, each_way, rows_in_words

_GAP = 40
# Three panels have little room in a row.
_CELLS = (44, 40, 36, 30, 27, 25)
_MOST_ROUNDS, _MOST_PADDING = 8, 12
_LOWER = "rounds or padding, or draw something smaller"


@figure
def padding_steps(
    say: Say,
    *,
    drawing: str = "3",
    rounds: int = 2,
    padding: int | tuple[int, int] = 1,
    layout: Layout = "row",
) -> Drawing:
    """A drawing made of numbers, framed by zeros once, then twice: how large it is at each step.

    drawing: a named picture ("3", "5", "8", "arrow") or rows of numbers ("3 0 9 / 5 1 2 / …"); 0 is blank
    padding: how many rows and columns of zeros each round adds on every side
    layout: "stacked" sets the steps under each other, for phones
    """
    image = rows_of_numbers(drawing)
    ring = pair_within("padding", padding, 0, _MOST_PADDING)
    if not any(ring):
        raise GeneratorError(f"padding is {padding}; every round must add something, at least one way")
    steps = range(within("rounds", rounds, 1, _MOST_ROUNDS) + 1)
    frames = [(ring[0] * step, ring[1] * step) for step in steps]
    sizes = [(image.shape[0] + 2 * up, image.shape[1] + 2 * left) for up, left in frames]
    panel_cell(layout, [columns for _, columns in sizes], _LOWER, _GAP, _CELLS)

    def build(cell: int) -> Block:
        panels = [_panel(say, image, frames[: step + 1], sizes[: step + 1], cell) for step in steps]
        return reduce(lambda left, right: joined(layout, left, "→", right, gap=_GAP), panels)

    _, cell = fitting([(build, _CELLS)], layout, _LOWER)
    block = on_page(layout, build(cell), _LOWER)
    words = _alt(say, image, ring, sizes), _caption(say, ring, sizes)
    return Drawing(block.width, block.height, (Frame(block.marks),), *words)


def _panel(say: Say, image: Array, frames: list[Axes], sizes: list[Axes], cell: float) -> Block:
    frame = each_way(frames[-1])
    name = say(f"패딩 {frame}", f"Padding {frame}") if len(frames) > 1 else say("그림", "Drawing")
    panel = titled(f"{name}, {by(*sizes[-1])}", ringed(image, frames, cell))
    return above(panel, text(_cells(say, sizes), NOTE, "muted"), gap=8)


def _cells(say: Say, sizes: list[Axes]) -> str:
    """How many cells a step has, and how many of them are its new zeros."""
    total, before = (rows * columns for rows, columns in (sizes[-1], sizes[max(len(sizes) - 2, 0)]))
    if len(sizes) == 1:
        return say(f"{total}칸", f"{total} cells")
    return say(f"0 {total - before}개를 더해 {total}칸", f"{total - before} zeros more: {total} cells")


def _caption(say: Say, ring: Axes, sizes: list[Axes]) -> str:
    chain = " → ".join(by(*size) for size in sizes)
    high, wide = 2 * ring[0], 2 * ring[1]
    frame = say("둘레에 0을 두를 때마다", "Each ring of zeros" if ring == (1, 1) else "Each frame of zeros")
    if high == wide:
        return say(
            f"{frame} 높이와 너비가 {high}씩 늘어난다: {chain}.",
            f"{frame} makes height and width larger by {high}: {chain}.",
        )
    return say(
        f"{frame} 높이는 {high}, 너비는 {wide}만큼 늘어난다: {chain}.",
        f"{frame} makes the height larger by {high} and the width by {wide}: {chain}.",
    )


def _alt(say: Say, image: Array, ring: Axes, sizes: list[Axes]) -> str:
    rows = rows_in_words(image)
    steps = ", ".join(f"{by(*size)} ({_cells(say, sizes[: step + 1])})" for step, size in enumerate(sizes))
    rounds, (up, left) = len(sizes) - 1, ring
    rows_ko, rows_en = f"{up}줄", f"{up} on each side"
    if up != left:
        rows_ko = f"위아래 {up}줄, 양옆 {left}줄"
        rows_en = f"{up} above and below and {left} left and right"
    often = {1: "once", 2: "twice"}.get(rounds, f"{rounds} times")
    return say(
        f"{by(*sizes[0])} 그림 [{rows}]의 둘레에 0을 {rounds}번 두른다(한 번에 {rows_ko}). 새로 두른 "
        f"0은 굵고 먼저 있던 0은 흐리다. 크기는 차례로 {steps}.",
        f"The {by(*sizes[0])} drawing [{rows}] is framed by zeros {often}, {rows_en} "
        f"at a time; the new zeros are bold, the others muted. The sizes are {steps}.",
    )

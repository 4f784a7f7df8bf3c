"""A shape on its way through a convolution that keeps its size and a pooling that shrinks it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.arithmetic import output_size
from generator.catalog import figure
from generator.errors import GeneratorError
from generator.layout import NOTE, TITLE, Block, above, beside, text
from generator.metrics import text_width
from generator.parts.arrangement import Layout, on_page
from generator.parts.cuboid import cuboid
from generator.parts.limits import pair_within, within
from generator.scene import Box, Drawing, Frame, Label, Line
from generator.words import Say, an, by

_MOST_CELLS, _MOST_CHANNELS = 1000, 10_000
# Pixels: the longest edge, the shortest one, and the depth of a channel.
_LONGEST, _SHORTEST, _DEPTH, _DEEPEST = 92, 10, 5, 60
_ARROW = 72
_LOWER = "size, channels or filters"


@dataclass(frozen=True)
class _Stage:
    """A solid: what it is called, its shape as it is written, and the shape that is drawn to scale."""

    name: str
    shape: str
    rows: int
    columns: int
    channels: int
    role: str


@figure
def size_chain(
    say: Say,
    *,
    size: int | tuple[int, int] = 8,
    channels: int | None = None,
    filters: int = 5,
    kernel: int | tuple[int, int] = 3,
    window: int | tuple[int, int] = 2,
    solved: bool = True,
    layout: Layout = "row",
) -> Drawing:
    """The shape of an input, after a `same` convolution, and after a pooling.

    channels: of the input; None leaves them open, as the shapes that follow do not depend on them
    window: the pooling's window, which moves by its own size
    solved: False leaves all shapes open but the last, for exercises
    layout: "stacked" sets the solids under one another, for phones
    """
    shape, side = pair_within("size", size, 1, _MOST_CELLS), pair_within("window", window, 1, _MOST_CELLS)
    mask = pair_within("kernel", kernel, 1, _MOST_CELLS)
    within("filters", filters, 1, _MOST_CHANNELS)
    if channels is not None:
        within("channels", channels, 1, _MOST_CHANNELS)
    pooled = _pooled(shape, side)
    stages = _stages(say, shape, pooled, channels, filters)
    mask_words = _mask(say, mask, filters) if solved else by(*mask)
    steps = (
        (say("same 합성곱", "same convolution"), mask_words),
        (say("풀링", "pooling"), by(*side)),
    )
    block = on_page(layout, _chain(stages, steps, solved, layout), _LOWER)
    shapes = [stage.shape for stage in stages]
    words = _words(say, shapes, steps) if solved else _open_words(say, shapes[-1], steps)
    return Drawing(block.width, block.height, (Frame(block.marks),), *words)


def _pooled(shape: tuple[int, int], side: tuple[int, int]) -> tuple[int, int]:
    """Rows and columns after the pooling.

    Raises:
        GeneratorError: its window is larger than the shape.
    """
    if side[0] > shape[0] or side[1] > shape[1]:
        raise GeneratorError(f"window is {by(*side)}; it must fit the size, which is {by(*shape)}")
    return output_size(shape[0], side[0], side[0]), output_size(shape[1], side[1], side[1])


def _mask(say: Say, mask: tuple[int, int], filters: int) -> str:
    return say(f"{by(*mask)}, 필터 {filters}개", f"{by(*mask)}, {filters} filter{'s' * (filters > 1)}")


def _stages(
    say: Say, shape: tuple[int, int], pooled: tuple[int, int], channels: int | None, filters: int
) -> list[_Stage]:
    depth = "C" if channels is None else str(channels)
    return [
        _Stage(say("입력", "Input"), f"({shape[0]}, {shape[1]}, {depth})", *shape, channels or 3, "input"),
        _Stage(
            say("합성곱 뒤", "Convolved"), f"({shape[0]}, {shape[1]}, {filters})", *shape, filters, "kernel"
        ),
        _Stage(
            say("풀링 뒤", "Pooled"), f"({pooled[0]}, {pooled[1]}, {filters})", *pooled, filters, "output"
        ),
    ]


def _chain(stages: Sequence[_Stage], steps: Sequence[tuple[str, str]], solved: bool, layout: Layout) -> Block:
    longest = max(stages[0].rows, stages[0].columns)
    last = len(stages) - 1
    height = _LONGEST + _DEEPEST * 0.4 if layout == "row" else 0
    parts: list[Block] = []
    for index, stage in enumerate(stages):
        if index:
            parts.append(_arrow(steps[index - 1], layout))
        shown = solved or index == last
        body = _solid(stage, _LONGEST / longest) if shown else _unknown()
        parts.append(_named(stage.name, stage.shape if shown else "(?, ?, ?)", body, height))
    return beside(*parts, gap=24) if layout == "row" else above(*parts, gap=10)


def _solid(stage: _Stage, scale: float) -> Block:
    width, height = (max(_SHORTEST, round(cells * scale)) for cells in (stage.columns, stage.rows))
    return cuboid(width, height, min(_DEEPEST, stage.channels * _DEPTH), stage.role)


def _unknown() -> Block:
    """A box that tells nothing of the shape."""
    side = _LONGEST * 0.75
    frame = Box(0, 0, side, side, "padding-tint", "padding-strong", 1.5, (4, 3), 6)
    mark = Label(side / 2, side / 2, "?", 24, "ink", "middle", "bold")
    return Block(side, side, (frame, mark))


def _named(name: str, shape: str, body: Block, height: float) -> Block:
    """The solid between its name and its shape, in a room of that height; 0 is its own."""
    room = Block(body.width, height or body.height)
    middle = room.with_marks(body.at(0, round((room.height - body.height) / 2)))
    return above(text(name, TITLE, "ink", "bold"), middle, text(shape, TITLE, "ink", "bold"), gap=8)


def _arrow(words: tuple[str, str], layout: Layout) -> Block:
    if layout == "stacked":
        lines = above(*(text(line, NOTE, "muted") for line in words), gap=2, align=0)
        # The arrow stands in the middle, so that it leads from solid to solid.
        middle = lines.width + 14
        arrow = Line(((middle, 0), (middle, lines.height)), "muted", 1.5, None, True)
        return Block(2 * middle, lines.height, (arrow, *lines.at(middle + 14, 0)))
    width = max(_ARROW, *(text_width(line, NOTE) + 8 for line in words))
    labels = [Label(width / 2, y, line, NOTE, "muted") for y, line in zip((8, 42), words, strict=True)]
    return Block(width, 50, (*labels, Line(((0, 25), (width, 25)), "muted", 1.5, None, True)))


def _words(say: Say, shapes: Sequence[str], steps: Sequence[tuple[str, str]]) -> tuple[str, str]:
    """Alt text and caption."""
    (_, mask), (_, side) = steps
    alt = say(
        f"차례로 이어진 직육면체 세 개. 입력 {shapes[0]}, same 합성곱({mask}) 뒤 {shapes[1]}, {side} 풀링 뒤 "
        f"{shapes[2]}.",
        f"Three solids in a chain: the input {shapes[0]}, after a same convolution ({mask}) {shapes[1]}, "
        "after "
        f"{an(side)} pooling {shapes[2]}.",
    )
    ko, en = ("채널 수를 그대로 두고 높이와 너비를 줄인다", "the channels and shrinks height and width")
    if side == by(1, 1):
        ko, en = ("창이 1×1이어서 모양을 바꾸지 않는다", "the whole shape, as its window is 1×1")
    return alt, say(
        "same 합성곱은 높이와 너비를 그대로 두고 채널 수만 필터의 수로 바꾸며, 풀링은 "
        f"{ko}: {shapes[0]} → {shapes[1]} → {shapes[2]}.",
        "A same convolution keeps height and width and gives as many channels as it has filters; pooling "
        f"keeps {en}: {shapes[0]} → {shapes[1]} → {shapes[2]}.",
    )


def _open_words(say: Say, shape: str, steps: Sequence[tuple[str, str]]) -> tuple[str, str]:
    """Alt text and caption of the question."""
    (_, mask), (_, side) = steps
    alt = say(
        f"차례로 이어진 상자 세 개. 입력 (?, ?, ?), same 합성곱({mask}) 뒤 (?, ?, ?), {side} 풀링 뒤 "
        f"{shape}. "
        "물음표인 모양을 구한다.",
        f"Three boxes in a chain: the input (?, ?, ?), after a same convolution ({mask}) (?, ?, ?), after "
        f"{an(side)} pooling {shape}. The shapes with question marks are to be found.",
    )
    return alt, say(
        f"same 합성곱과 {side} 풀링을 지나 {shape} 모양이 되었다면 그 전의 모양은 무엇인가?",
        f"Which shapes came before, if a same convolution and {an(side)} pooling ended in {shape}?",
    )

"""How many windows use each cell of an input, without padding and with."""

from __future__ import annotations

from generator import participation as counting
from generator.participation import Counts
from generator.parts.limits import pair_within
from generator.words import Say, by, each_way
from generator.workbook import Exercise, Shown, exercise, rows

# The figure has no room for more.
_MOST_CELLS = 24


@exercise
def participation(
    say: Say,
    *,
    size: int | tuple[int, int] = 4,
    kernel: int | tuple[int, int] = 3,
    padding: int | tuple[int, int] = 1,
) -> Exercise:
    """In how many windows each cell of the input takes part, without padding and with.

    size: rows and columns of the input
    """
    shape, window = pair_within("size", size, 1, _MOST_CELLS), pair_within("kernel", kernel, 1, _MOST_CELLS)
    ring = pair_within("padding", padding, 0, _MOST_CELLS)
    without, padded = (counting.participation(shape, window, 1, around) for around in (0, ring))
    given: dict[str, object] = {"size": size, "kernel": kernel, "padding": padding}
    return Exercise(
        question=say(
            f"{by(*shape)} 입력 위를 {by(*window)} 창이 한 칸씩 움직인다. 입력의 칸마다 그 칸을 쓰는 창은 몇 "
            f"개인가? 패딩이 없을 때와 패딩이 {each_way(ring)}일 때를 각각 구하라.",
            f"A {by(*window)} window moves over a {by(*shape)} input, one cell at a time. How many windows "
            "use "
            f"each cell of the input, without padding and with padding {each_way(ring)}?",
        ),
        answer=_answer(say, without, padded, each_way(ring)),
        figure=Shown("padding_participation", {**given, "solved": False}),
        answer_figure=Shown("padding_participation", given),
        values={
            "without": rows(without.tolist()),
            "padded": rows(padded.tolist()),
            "ratio": _ratio(without),
            "padded_ratio": _ratio(padded),
        },
    )


def _ratio(counts: Counts) -> str:
    return f"{counts.max()} : {counts.min()}"


def _answer(say: Say, without: Counts, padded: Counts, ring: str) -> str:
    few, many = rows(without.tolist()), rows(padded.tolist())
    return say(
        f"패딩이 없으면 `{few}`, 패딩이 {ring}이면 `{many}`이다. 가장 많이 쓰는 칸과 가장 적게 쓰는 칸의 "
        "비는 "
        f"패딩이 없으면 {_ratio(without)}, 있으면 {_ratio(padded)}이다.",
        f"Without padding the counts are `{few}`, with padding {ring} they are `{many}`. The cells that are "
        f"used most and least stand as {_ratio(without)} without padding and as {_ratio(padded)} with it.",
    )

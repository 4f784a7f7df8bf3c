"""Back from an output to the size of what a convolution and a pooling were given."""

from __future__ import annotations

from generator.arithmetic import output_size
from generator.parts.limits import pair_within
from generator.words import Say, by
from generator.workbook import Exercise, Shown, exercise

Sizes = tuple[int, ...]

_MOST_CELLS, _MOST_CHANNELS = 30, 10_000


@exercise
def size_before(
    say: Say,
    *,
    output: tuple[int, int, int] = (4, 4, 5),
    window: int | tuple[int, int] = 2,
) -> Exercise:
    """The size before a `same` convolution and a pooling, from the shape in which they end.

    output: height, width and channels
    window: the pooling's window, which moves by its own size
    """
    height, width = pair_within("output", output[:2], 1, _MOST_CELLS)
    pair_within("output", output[2], 1, _MOST_CHANNELS)
    side = pair_within("window", window, 1, _MOST_CELLS)
    heights, widths = sizes_before(height, side[0]), sizes_before(width, side[1])
    before = heights[0], widths[0]
    given: dict[str, object] = {"size": before, "filters": output[2], "window": window}
    return Exercise(
        question=_question(say, output, side),
        answer=_answer(say, output, side, (heights, widths)),
        figure=Shown("size_chain", {**given, "solved": False}),
        answer_figure=Shown("size_chain", given),
        values={"before": before, "between": (*before, output[2]), "heights": heights, "widths": widths},
    )


def sizes_before(size: int, window: int) -> Sizes:
    """All sizes of which a pooling without padding, moving by its own window, leaves ``size``, ascending."""
    # What comes to less than one more window is left out by the pooling.
    candidates = range(1, (size + 1) * window + 1)
    return tuple(n for n in candidates if n >= window and output_size(n, window, window) == size)


def _question(say: Say, output: tuple[int, int, int], side: tuple[int, int]) -> str:
    return say(
        f"어떤 입력이 `same` 합성곱(스트라이드 1)과 {by(*side)} 풀링을 차례로 지나 {output} 모양이 "
        "되었다. 풀링 전과 합성곱 전의 모양은 무엇인가?",
        f"An input went through a `same` convolution with stride 1 and then a {by(*side)} pooling, and "
        f"came out with the shape {output}. What shape did it have before the pooling, and "
        "before the convolution?",
    )


def _answer(say: Say, output: tuple[int, int, int], side: tuple[int, int], sizes: tuple[Sizes, Sizes]) -> str:
    (height, width), filters = (axis[0] for axis in sizes), output[2]
    said = say(
        f"풀링 전은 ({height}, {width}, {filters})이다. {by(*side)} 풀링은 창마다 값 하나를 남기고 채널 "
        "수는 그대로 "
        f"둔다. `same` 합성곱은 높이와 너비를 바꾸지 않으므로 합성곱 전의 높이와 너비도 ({height}, "
        f"{width})이다. "
        f"출력의 채널 {filters}개는 필터의 수이고, 입력의 채널 수는 이것만으로 알 수 없다.",
        f"Before the pooling it was ({height}, {width}, {filters}): {by(*side)} pooling leaves one value "
        "of each "
        f"window and keeps the channels. A `same` convolution keeps height and width, so before it they were "
        f"({height}, {width}), too. The {filters} channels are its filters; how many channels the input had, "
        "this does not tell.",
    )
    return f"{said} {_also(say, sizes)}".rstrip()


def _also(say: Say, sizes: tuple[Sizes, Sizes]) -> str:
    """Other sizes of which the same is left, since pooling leaves out what fills no window."""
    if all(len(axis) == 1 for axis in sizes):
        return ""
    height, width = (_any(say, axis) for axis in sizes)
    return say(
        f"창을 채우지 못하는 가장자리는 버려지므로, 높이가 {height}, 너비가 {width}이면 결과는 모두 같다.",
        f"As pooling leaves out what fills no window, any height of {height} and any width of {width} would "
        "end the same.",
    )


def _any(say: Say, axis: Sizes) -> str:
    if len(axis) <= 2:
        return say(" 또는 ", " or ").join(map(str, axis))
    return say(f"{axis[0]}~{axis[-1]}", f"{axis[0]} to {axis[-1]}")

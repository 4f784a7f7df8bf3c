"""What is said of two strides over one input."""

from __future__ import annotations

from generator.parts.convolutions.strides import Strided
from generator.words import Say, an, by, each_way


def caption(say: Say, both: list[Strided]) -> str:
    """Both sizes, and what no window reaches."""
    a, b = both
    image, window = by(*a.size) + say(" 입력", " input") + _padding(say, a), by(*a.kernel)
    first, second = by(*a.output), by(*b.output)
    if first == second:
        sizes = say(
            f"{image} 위의 {window} 창은 스트라이드 {a.stride}에서도 {b.stride}에서도 {first} 출력을 낸다.",
            f"{an(window, True)} window over {an(image)} gives {an(first)} output with stride {a.stride} and "
            f"with stride {b.stride}.",
        )
        return " ".join([sizes, *(_idle(say, s) for s in both if s.unused.any())])
    sizes = say(
        f"같은 {image} 위의 {window} 창이라도 스트라이드 {a.stride}에서는 {first}, 스트라이드 "
        f"{b.stride}에서는 {second} 출력이 나온다.",
        f"The same {window} window over the same {image} gives {an(first)} output with stride {a.stride} and "
        f"{an(second)} one with stride {b.stride}.",
    )
    return " ".join([sizes, *(_idle(say, s) for s in both if s.unused.any())])


def _padding(say: Say, s: Strided) -> str:
    return say("(패딩 ", " (padding ") + f"{each_way(s.padding)})" if any(s.padding) else ""


def _idle(say: Say, s: Strided) -> str:
    """How many cells are in no window, and where they are if all of them are at the edge."""
    (rows, columns), idle = s.rest, int(s.unused.sum())
    ko = [f"{columns}열"] * (columns > 0) + [f"{rows}행"] * (rows > 0)
    en = [_last(columns, "column")] * (columns > 0) + [_last(rows, "row")] * (rows > 0)
    at_the_edge = s.stride <= min(s.kernel)
    return say(
        f"스트라이드 {s.stride}에서 {idle}칸은 어느 창에도 들지 않는다"
        + (f"(마지막 {'과 '.join(ko)})." if at_the_edge else "."),
        f"With stride {s.stride}, {idle} cell{'s are' if idle > 1 else ' is'} in no window"
        + (f": {' and '.join(en)}." if at_the_edge else "."),
    )


def _last(count: int, what: str) -> str:
    return f"the last {what}" if count == 1 else f"the last {count} {what}s"


def alt(say: Say, both: list[Strided]) -> str:
    """Where the windows lie, how many there are, and how the sizes follow."""
    a = both[0]
    parts = [_part(say, s) for s in both]
    ko_next, en_next = _next(both)
    return say(
        f"{by(*a.size)} 입력{_padding(say, a)}의 격자 둘에 {by(*a.kernel)} 창의 첫 자리가 굵은 테두리로, "
        f"{ko_next}모든 창의 중심이 점으로 찍혀 있다. {' '.join(parts)}",
        f"Two grids of the {by(*a.size)} input{_padding(say, a)} with the first place of the {by(*a.kernel)} "
        f"window outlined{en_next} and a dot at the centre of every window. {' '.join(parts)}",
    )


def _next(both: list[Strided]) -> tuple[str, str]:
    """The dashed windows, in Korean and in English, where there are any."""
    down = any(s.output[0] > 1 for s in both)
    across = any(s.output[1] > 1 for s in both)
    if not (down or across):
        return "", ""
    ko = "과 ".join(["오른쪽"] * across + ["아래"] * down)
    en = " and ".join(["to the right"] * across + ["below"] * down)
    return f"{ko}의 다음 자리가 점선으로, ", f", the next ones {en} dashed,"


def _part(say: Say, s: Strided) -> str:
    count, sizes = len(s.centres), "; ".join(s.sizes(say))
    words = say(
        f"스트라이드 {s.stride}: 점 {count}개, 출력 {by(*s.output)}, {sizes}.",
        f"Stride {s.stride}: {count} dot{'s' * (count > 1)}, output {by(*s.output)}, {sizes}.",
    )
    return f"{words} {_idle(say, s)}" if s.unused.any() else words

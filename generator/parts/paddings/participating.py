"""A window that uses cells of an input more or less often, and the words for it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from generator.arithmetic import output_size
from generator.participation import Counts, participation
from generator.words import Say, an, by, each_way, plain, rows_in_words

Axes = tuple[int, int]
"""A number for the vertical and one for the horizontal axis."""


@dataclass(frozen=True)
class Participating:
    """A window that moves over an input: cells, the window's own, its steps, and rings of zeros."""

    size: Axes
    kernel: Axes
    stride: Axes
    padding: Axes

    @cached_property
    def counts(self) -> Counts:
        """How many windows use each cell of the input."""
        return participation(self.size, self.kernel, self.stride, self.padding)

    @property
    def places(self) -> Axes:
        """Positions of the window, down and across."""
        numbers = zip(self.size, self.kernel, self.stride, self.padding, strict=True)
        down, across = (output_size(*axis) for axis in numbers)
        return down, across

    @property
    def padded(self) -> Axes:
        """Rows and columns with the rings of zeros."""
        return self.size[0] + 2 * self.padding[0], self.size[1] + 2 * self.padding[1]

    @property
    def ends(self) -> Axes:
        """How often the most used cells take part, and the least used ones."""
        return int(self.counts.max()), int(self.counts.min())


def compared(say: Say, case: Participating) -> str:
    """The most used cells against the least used ones, as the note under a panel."""
    most, least = case.ends
    if case.stride == (1, 1):
        return say(f"가운데 {most} : 귀퉁이 {least}", f"middle {most} : corner {least}")
    return say(f"가장 많은 칸 {most} : 가장 적은 칸 {least}", f"most {most} : least {least}")


def caption(say: Say, without: Participating, padded: Participating) -> str:
    """How much padding evens out."""
    stride, ring = each_way(without.stride), each_way(padded.padding)
    if without.stride == (1, 1):
        return say(
            f"패딩이 없으면 가운데 칸이 귀퉁이 칸{_times(without, '보다 {}배 자주', '과 똑같이')} 쓰이고, "
            "패딩이 "
            f"{ring}이면 {_times(padded, '{}배 자주', '똑같이')} 쓰인다.",
            f"Without padding a cell in the middle is used {_times(without, '{} times as', 'as')} often as "
            f"one in a corner; with padding {ring}, {_times(padded, '{} times as', 'just as')} often.",
        )
    (most, least), (more, fewest) = without.ends, padded.ends
    return say(
        f"스트라이드가 {stride}이면 패딩 없이는 칸마다 {_korean_range(least, most)} 쓰이고, 패딩이 "
        f"{ring}이면 {_korean_range(fewest, more)} 쓰인다.",
        f"With stride {stride} and no padding a cell is used {_range(least, most)}; with padding "
        f"{ring}, {_range(fewest, more)}.",
    )


def _korean_range(least: int, most: int) -> str:
    return f"{least}번씩" if least == most else f"{least}번에서 {most}번까지"


def _range(least: int, most: int) -> str:
    if least == most:
        return "once" if least == 1 else f"{least} times"
    return f"{least} to {most} times"


def open_words(say: Say, without: Participating, padded: Participating) -> tuple[str, str]:
    """Alt text and caption of the question."""
    size, kernel, stride = by(*without.size), by(*without.kernel), each_way(without.stride)
    whole, ring = by(*padded.padded), each_way(padded.padding)
    described = say(
        f"{size} 입력 위를 {kernel} 창이 움직인다(스트라이드 {stride}). 먼저 패딩이 없을 때, 다음은 둘레에 "
        f"0을 둘러(패딩 {ring}) {whole} 크기다. 입력의 칸마다 물음표가 있다.",
        f"{an(kernel, True)} window moves over {an(size)} input with stride {stride}, without padding and, "
        "framed by "
        f"zeros, with padding {ring}, {whole} in all. Every cell of the input holds a question mark.",
    )
    return described, say(
        f"{kernel} 창이 움직이는 동안 입력의 칸마다 몇 번씩 쓰이는가? 패딩이 없을 때와 패딩이 {ring}일 때.",
        f"How often is each cell of the input used while the {kernel} window moves, without padding and with "
        f"padding {ring}?",
    )


def _positions(case: Participating) -> str:
    down, across = case.places
    return f"{by(down, across)} place{'s' * (down * across > 1)}"


def _times(case: Participating, words: str, equally: str) -> str:
    """Words with how many times as often the most used cells take part as the least used ones."""
    ratio = case.ends[0] / case.ends[1]
    if ratio == 1:
        return equally
    near = "" if abs(ratio * 100 - round(ratio * 100)) < 1e-9 else "≈ "
    return words.format(near + plain(ratio))


def alt(say: Say, without: Participating, padded: Participating) -> str:
    """Both tables of counts in words."""
    size, kernel, stride = by(*without.size), by(*without.kernel), each_way(without.stride)
    whole, ring = by(*padded.padded), each_way(padded.padding)
    counts, more = (rows_in_words(case.counts) for case in (without, padded))
    places, more_places = (by(*case.places) for case in (without, padded))
    return say(
        f"{size} 입력 위를 {kernel} 창이 움직인다(스트라이드 {stride}). 칸마다 그 칸을 쓰는 창의 수를 "
        f"적었다. 패딩이 없으면 창의 자리는 {places}이고 수는 [{counts}]. 둘레에 0을 둘러(패딩 {ring}) "
        f"{whole} 크기로 만들면 창의 자리는 {more_places}이고 입력 칸의 수는 [{more}].",
        f"{an(kernel, True)} window moves over {an(size)} input with stride {stride}; each cell holds how "
        "many windows "
        f"use it. Without padding the window has {_positions(without)} and the counts are [{counts}]. With "
        "padding "
        f"{ring}, {whole} in all, it has {_positions(padded)} and the counts of the input's cells are "
        f"[{more}].",
    )

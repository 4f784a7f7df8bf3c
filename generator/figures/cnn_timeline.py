"""Convolutional networks by year: their error falls while their depth grows."""

from __future__ import annotations

from collections.abc import Sequence

from generator.catalog import figure
from generator.history import HUMAN_ERROR, MILESTONES, Milestone
from generator.layout import NOTE, TITLE, Block, above, text
from generator.parts.arrangement import PHONE, PHONE_MARGIN, Layout, on_page
from generator.parts.networks.milestones import (
    below_short_bars,
    columns,
    depth_in_words,
    error_in_words,
    rows,
)
from generator.parts.paragraph import paragraph
from generator.scene import Drawing, Frame, Label
from generator.words import Say, plain

_WIDTH, _NARROW = 652.0, PHONE - 2.0 * PHONE_MARGIN
_LINE = 20


@figure
def cnn_timeline(say: Say, *, human: bool = True, layout: Layout = "row") -> Drawing:
    """Networks from LeNet to SENet by year: their error on ImageNet falls while their depth grows.

    human: whether a line marks how often people err
    layout: "stacked" has a row for each network, for phones
    """
    shown = tuple(MILESTONES.values())
    block = _wide(shown, human, say) if layout == "row" else _narrow(shown, human, say)
    page = on_page(layout, block, "layout")
    return Drawing(
        page.width, page.height, (Frame(page.marks),), _alt(shown, human, say), _caption(shown, human, say)
    )


def _wide(shown: Sequence[Milestone], human: bool, say: Say) -> Block:
    """Words fill the free corners: above the low bars, below the short ones."""
    block = columns(shown, _WIDTH, human, say)
    y = block.height - below_short_bars(shown) + 36
    words = [
        Label(_WIDTH, 9, _error_title(say), TITLE, "ink", "end", "bold"),
        Label(_WIDTH, 31, _error_meaning(say), NOTE, "muted", "end"),
        Label(0, y, _depth_title(say), TITLE, "ink", "start", "bold"),
    ]
    notes = [
        Label(0, y + 26 + index * _LINE, note, NOTE, "muted", "start")
        for index, note in enumerate((_scale(say), *_notes(say)))
    ]
    return block.with_marks([*words, *notes])


def _narrow(shown: Sequence[Milestone], human: bool, say: Say) -> Block:
    head = [text(title, NOTE, "ink") for title in (_error_title(say), _depth_title(say))]
    notes = [paragraph(note, _NARROW, NOTE, "muted") for note in _notes(say)]
    return above(above(*head, gap=4), rows(shown, _NARROW, human, say), above(*notes, gap=6), gap=14)


def _error_title(say: Say) -> str:
    return say("오류율: ImageNet 상위 5", "Error: ImageNet, top 5")


def _error_meaning(say: Say) -> str:
    return say(
        "후보 다섯 개에 정답이 없는 시험용 그림의 비율", "test pictures whose class is none of five guesses"
    )


def _depth_title(say: Say) -> str:
    return say("깊이: 가중치가 있는 층", "Depth: layers with weights")


def _scale(say: Say) -> str:
    return say("깊이의 가로줄은 10층마다 하나", "A line in a depth's bar for every ten layers")


def _notes(say: Say) -> tuple[str, ...]:
    return (
        say(
            "2011년(점선): 학습한 층이 없는 마지막 우승작",
            "2011, dashed: the last winner that learned no layers",
        ),
        say("2013년: ZFNet을 다듬은 Clarifai의 우승작", "2013: the winner Clarifai, which refined ZFNet"),
        say(
            "오류율은 여러 신경망의 답을 평균한 대회 제출작의 것",
            "Errors of submissions that averaged several networks",
        ),
        say("LeNet-5는 ImageNet보다 먼저 나와 숫자를 읽었다", "LeNet-5 came before ImageNet and read digits"),
        say(
            "출처: Russakovsky 외 2015(2011–2014년, 사람), 각 논문",
            "Sources: Russakovsky et al. 2015 (2011–2014, human), the papers",
        ),
    )


def _caption(shown: Sequence[Milestone], human: bool, say: Say) -> str:
    measured = [one for one in shown if one.error and one.depth]
    first, last = measured[0], measured[-1]
    under = next(one for one in measured if (one.error or 1) < HUMAN_ERROR)
    before, after = error_in_words(first), error_in_words(last)
    people = (f" {under.year}년부터는 사람보다 덜 틀린다.", f"; since {under.year} they err less than people")
    people = people if human else ("", "")
    return say(
        f"{first.year}년부터 {last.year}년까지 신경망은 {first.depth}층에서 {last.depth}층까지 깊어지고, "
        "ImageNet의 상위 5 "
        f"오류율은 {before}에서 {after}까지 줄었다.{people[0]}",
        f"From {first.year} to {last.year} networks grew from {first.depth} to {last.depth} layers, and "
        "their "
        f"top-5 error on ImageNet fell from {before} to {after}{people[1]}.",
    )


def _alt(shown: Sequence[Milestone], human: bool, say: Say) -> str:
    chain = "; ".join(_in_words(one, say) for one in shown)
    people = plain(HUMAN_ERROR * 100)
    line = (
        say(f" 사람의 오류율 {people} %에 점선.", f" A dashed line marks {people} %, the human error.")
        if human
        else ""
    )
    return say(
        f"신경망마다 연도, ImageNet의 상위 5 오류율, 가중치가 있는 층의 수를 막대로 그렸다. {chain}.{line} "
        f"{'. '.join(_notes(say))}.",
        "For each network its year, its top-5 error on ImageNet and its count of layers with weights as "
        "bars: "
        f"{chain}.{line} {'. '.join(_notes(say))}.",
    )


def _in_words(one: Milestone, say: Say) -> str:
    error = error_in_words(one) if one.error else say("오류율 없음", "no error")
    depth = depth_in_words(one, say) if one.depth else say("층 없음", "no layers")
    return f"{one.title} ({one.year}) {error}, {depth}"

"""Networks as bars: the error above a line, the depth below it; or both beside each other in rows."""

from __future__ import annotations

from collections.abc import Sequence

from generator.history import HUMAN_ERROR, Milestone
from generator.layout import NOTE, TITLE, Block
from generator.scene import Box, Label, Line, Mark
from generator.words import Say, plain

# Logical pixels of a percent, of a layer, and of a bar's breadth.
_PERCENT, _LAYER, _BAR = 6.5, 1.6, 46.0
_BAND, _LINE = 94.0, 22.0
_ROW, _NAMES, _ERRORS, _BREADTH = 44.0, 90.0, 134.0, 20.0
_ROW_PERCENT, _ROW_LAYER = 3.0, 0.48
_NONE = "–"


def error_in_words(one: Milestone) -> str:
    """The error in percent, with a dash where there is none."""
    return f"{plain(one.error * 100)} %" if one.error else _NONE


def depth_in_words(one: Milestone, say: Say) -> str:
    """The count of layers, with a dash where there are none."""
    return say(f"{one.depth}층", f"{one.depth} layers") if one.depth else _NONE


def columns(shown: Sequence[Milestone], width: float, human: bool, say: Say) -> Block:
    """A column for each network; errors rise from the band of names, depths hang from it."""
    top = round(100 * _PERCENT * max(one.error or 0 for one in shown)) + 6.0
    foot, pitch = top + _BAND, width / len(shown)
    marks: list[Mark] = []
    for index, one in enumerate(shown):
        x = round((index + 0.5) * pitch)
        marks += _bars(one, x - _BAR / 2, top, foot)
        marks += _names(one, x, top + 14, say)
    if human:
        y = top - 100 * _PERCENT * HUMAN_ERROR
        marks.append(Line(((0, y), (width, y)), "accent-strong", 1.5, (5, 4)))
        marks.append(Label(0, y - 11, human_in_words(say), NOTE, "accent-strong", "start"))
    return Block(width, foot + _LAYER * max(one.depth or 0 for one in shown), tuple(marks))


def below_short_bars(shown: Sequence[Milestone]) -> float:
    """How far above the foot of all columns the free room under the short ones begins."""
    depths = sorted(one.depth or 0 for one in shown)
    return _LAYER * (depths[-1] - depths[-3])


def human_in_words(say: Say) -> str:
    """How often people err."""
    return f"{say('사람', 'human')} {plain(HUMAN_ERROR * 100)} %"


def _bars(one: Milestone, x: float, top: float, foot: float) -> list[Mark]:
    marks: list[Mark] = []
    if one.error:
        height = 100 * _PERCENT * one.error
        marks.append(_error_bar(one, x, top - height, _BAR, height))
    if one.depth:
        marks.append(Box(x, foot, _BAR, one.depth * _LAYER, "input-tint", "input-strong", 1.5))
        tens = (foot + ten * _LAYER for ten in range(10, one.depth, 10))
        marks += [Line(((x, y), (x + _BAR, y)), "input-strong", 0.6) for y in tens]
    return marks


def _error_bar(one: Milestone, x: float, y: float, width: float, height: float) -> Box:
    """Dashed where no layers were learned."""
    if one.depth is None:
        return Box(x, y, width, height, "padding-tint", "padding-strong", 1.5, (4, 3))
    return Box(x, y, width, height, "kernel-tint", "kernel-strong", 1.5)


def _names(one: Milestone, x: float, y: float, say: Say) -> list[Mark]:
    return [
        Label(x, y, error_in_words(one), TITLE, weight="bold"),
        Label(x, y + _LINE, one.title, NOTE),
        Label(x, y + 2 * _LINE, str(one.year), NOTE, "muted"),
        Label(x, y + 3 * _LINE, depth_in_words(one, say), TITLE, weight="bold"),
    ]


def rows(shown: Sequence[Milestone], width: float, human: bool, say: Say) -> Block:
    """A row for each network: its name, its error and its depth."""
    depths = _NAMES + _ERRORS
    marks: list[Mark] = [
        Label(_NAMES, 9, say("오류율", "error"), NOTE, "ink", "start", "bold"),
        Label(depths, 9, say("깊이", "depth"), NOTE, "ink", "start", "bold"),
    ]
    start = 24.0 + (20 if human else 0)
    for index, one in enumerate(shown):
        marks += _row(one, start + index * _ROW, say)
    end = start + len(shown) * _ROW
    if human:
        x = _NAMES + 100 * _ROW_PERCENT * HUMAN_ERROR
        marks.append(Line(((x, start - 6), (x, end)), "accent-strong", 1.5, (5, 4)))
        marks.append(Label(_NAMES, start - 16, human_in_words(say), NOTE, "accent-strong", "start"))
    return Block(width, end, tuple(marks))


def _row(one: Milestone, y: float, say: Say) -> list[Mark]:
    error, depth = 100 * _ROW_PERCENT * (one.error or 0), _ROW_LAYER * (one.depth or 0)
    middle, top, depths = y + _ROW / 2, y + (_ROW - _BREADTH) / 2, _NAMES + _ERRORS
    bars = [_error_bar(one, _NAMES, top, error, _BREADTH)] if one.error else []
    if one.depth:
        bars.append(Box(depths, top, depth, _BREADTH, "input-tint", "input-strong", 1.5))
    beyond = max(error, 100 * _ROW_PERCENT * HUMAN_ERROR) if one.error else 0
    return [
        *bars,
        Label(0, middle - 9, one.title, NOTE, "ink", "start"),
        Label(0, middle + 9, str(one.year), NOTE, "muted", "start"),
        Label(_NAMES + beyond + 6, middle, error_in_words(one), NOTE, "ink", "start", "bold"),
        Label(depths + depth + 6, middle, str(one.depth or _NONE), NOTE, "ink", "start", "bold"),
    ]

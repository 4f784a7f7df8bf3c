"""Moving SVG: every mark once, shown and hidden by CSS at the moments of its frames.

At rest (reduced motion, print, feeds) the last frame shows.
"""

from __future__ import annotations

from itertools import groupby

from generator.painting.merging import merge
from generator.painting.svg import Bounds, Painter, bounds, number, overlap
from generator.scene import Drawing, Frame, Label, Mark

Moments = tuple[int, ...]


def in_order(frames: tuple[Frame, ...]) -> list[tuple[Mark, Moments]]:
    """Every different mark back to front, with the numbers of the frames that show it.

    A mark that comes and goes stands once for each frame, so that few different sets of frames need a rule.
    """
    last = len(frames) - 1
    entries: list[tuple[Mark, Moments]] = []
    for mark, shown in merge([frame.marks for frame in frames]):
        to_the_end = shown == tuple(range(shown[0], last + 1))
        entries += [(mark, shown)] if to_the_end else [(mark, (frame,)) for frame in shown]
    return entries


def animated_body(drawing: Drawing, painter: Painter) -> str:
    """The elements of all frames, those of the same moments in one group where they lie together."""
    parts = []
    for frames, group in groupby(_gathered(in_order(drawing.frames)), key=lambda entry: entry[1]):
        inside = painter.paint_all([mark for mark, _ in group])
        parts.append(
            inside
            if len(frames) == len(drawing.frames)
            else f'<g class="{_name(frames, drawing)}">{inside}</g>'
        )
    return "".join(parts)


def _gathered(entries: list[tuple[Mark, Moments]]) -> list[tuple[Mark, Moments]]:
    """The same picture with marks of equal moments and ink together: a mark moves back past what it
    cannot touch.
    """
    runs: list[_Run] = []
    for mark, moments in entries:
        box, key = bounds(mark), (moments, _ink(mark))
        for run in reversed(runs):
            if run.key == key:
                run.add(mark, box)
                break
            if run.touches(box, moments):
                runs.append(_Run(key, mark, box))
                break
        else:
            runs.append(_Run(key, mark, box))
    return [(mark, run.key[0]) for run in runs for mark in run.marks]


def _ink(mark: Mark) -> tuple[object, ...]:
    return (mark.ink, mark.weight, mark.size) if isinstance(mark, Label) else ()


class _Run:
    """Marks that are painted together, and where they lie."""

    def __init__(self, key: tuple[Moments, tuple[object, ...]], mark: Mark, box: Bounds) -> None:
        self.key = key
        self.marks = [mark]
        self._boxes = [box]

    def add(self, mark: Mark, box: Bounds) -> None:
        """Paint one more mark with these."""
        self.marks.append(mark)
        self._boxes.append(box)

    def touches(self, box: Bounds, moments: Moments) -> bool:
        """Whether any of the marks overlaps the box at a moment when both show."""
        if set(moments).isdisjoint(self.key[0]):
            return False
        return any(overlap(other, box) for other in self._boxes)


def _name(frames: Moments, drawing: Drawing) -> str:
    """``t3`` shows in frame 3 alone, ``u3`` from frame 3 on."""
    return f"{'u' if frames[-1] == len(drawing.frames) - 1 else 't'}{frames[0]}"


def animation(drawing: Drawing) -> str:
    """A rule a set of moments: hidden or shown at rest, and switched at its times where motion is welcome."""
    sets = sorted({frames for _, frames in in_order(drawing.frames) if len(frames) < len(drawing.frames)})
    if not sets:
        return ""
    ends = [0]
    for frame in drawing.frames:
        ends.append(ends[-1] + frame.duration)
    last = len(drawing.frames) - 1
    hidden = ",".join(f".{_name(frames, drawing)}" for frames in sets if frames[-1] != last)
    rest = f"{hidden}{{opacity:0}}" if hidden else ""
    timing = f"[class^=t],[class^=u]{{animation:{number(ends[-1] / 1000)}s step-end infinite}}"
    names = "".join(
        f".{name}{{animation-name:{name}}}" for name in (_name(frames, drawing) for frames in sets)
    )
    keyframes = "".join(
        f"@keyframes {_name(frames, drawing)}{{{_keyframes(frames, ends)}}}" for frames in sets
    )
    return f"{rest}{keyframes}@media screen and (prefers-reduced-motion:no-preference){{{timing}{names}}}"


def _keyframes(frames: Moments, ends: list[int]) -> str:
    begin, end = 100 * ends[frames[0]] / ends[-1], 100 * ends[frames[-1] + 1] / ends[-1]
    before = "0%{opacity:0}" if begin else ""
    after = f"{number(end)}%{{opacity:0}}" if end < 100 else ""
    return f"{before}{number(begin)}%{{opacity:1}}{after}"

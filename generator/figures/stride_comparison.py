"""The same input at two strides: where the windows lie, and how many there are."""

from __future__ import annotations

from generator.catalog import figure
from generator.errors import GeneratorError
from generator.layout import NOTE, Block, above, beside, text, titled
from generator.parts.arrangement import Layout, on_page
from generator.parts.convolutions.stride_words import alt, caption
from generator.parts.convolutions.strides import Strided
from generator.parts.fitting import Way, fitting
from generator.parts.limits import pair_within
from generator.parts.panels import UNDER_TITLE, outline, padded_ground, with_sign
from generator.scene import Box, Dot, Drawing, Frame, Grid, Line, Mark
from generator.words import Say, by

_LOWER = "size or padding, or raise strides"
# No numbers stand in the cells, so they may be smaller than elsewhere.
_CELLS = (36, 32, 28, 26, 24, 22, 20, 18, 16)
_GAP, _SIGN_GAP = 44, 34
_MOST_CELLS = 60


@figure
def stride_comparison(
    say: Say,
    *,
    size: int | tuple[int, int] = 7,
    kernel: int | tuple[int, int] = 3,
    strides: tuple[int, int] = (1, 2),
    padding: int | tuple[int, int] = 0,
    layout: Layout = "row",
) -> Drawing:
    """The same input at two strides: the first windows, the centres of all, and the output's size.

    strides: the two that are compared
    """
    sides = pair_within("size", size, 1, _MOST_CELLS), pair_within("kernel", kernel, 1, _MOST_CELLS)
    zeros = pair_within("padding", padding, 0, _MOST_CELLS)
    pair_within("strides", strides, 1, _MOST_CELLS)
    if strides[0] == strides[1]:
        raise GeneratorError(f"strides is {strides}; the two must differ, or there is nothing to compare")
    both = [Strided(*sides, zeros, stride) for stride in strides]

    widths = [s.padded[1] + s.output[1] for s in both]
    ways: list[Way] = [
        (lambda cell: beside(*(_one(say, s, cell) for s in both), gap=_GAP, align=0), _CELLS),
        (lambda cell: above(*(_one(say, s, cell) for s in both), gap=26), _CELLS),
    ]
    columns = [sum(widths), max(widths)]
    if layout == "stacked":
        ways, columns = ways[1:], columns[1:]
    index, cell = fitting(ways, layout, _LOWER, columns=columns)
    page = on_page(layout, ways[index][0](cell), _LOWER)
    return Drawing(page.width, page.height, (Frame(page.marks),), alt(say, both), caption(say, both))


def _one(say: Say, s: Strided, cell: float) -> Block:
    """Input → output of one stride, and under them how the size follows."""
    panels = with_sign(_input(say, s, cell), "→", _output(say, s, cell), _SIGN_GAP, drop=UNDER_TITLE)
    lines = [text(line, NOTE + 1) for line in s.sizes(say)]
    idle = int(s.unused.sum())
    if idle:
        words = say(f"× 표시한 {idle}칸은 어느 창에도 없다", f"{idle} cells, marked ×, are in no window")
        lines.append(text(words, NOTE, "muted"))
    return above(panels, above(*lines, gap=3), gap=12)


def _input(say: Say, s: Strided, cell: float) -> Block:
    rows, columns = s.padded
    ground, lines = padded_ground(*s.size, s.padding, cell)
    marks = (*ground, *lines, *_crosses(s, cell), *_windows(s, cell), *_centres(s, cell))
    title = say(f"입력 {by(*s.size)}, 스트라이드 {s.stride}", f"Input {by(*s.size)}, stride {s.stride}")
    return titled(title, Block(columns * cell, rows * cell, marks))


def _windows(s: Strided, cell: float) -> list[Mark]:
    """The first window, and dashed where it is one step to the right and one step down."""
    rows, columns = s.output
    steps = [(0, s.stride)] * (columns > 1) + [(s.stride, 0)] * (rows > 1)
    next_ones = [
        Box(x * cell, y * cell, s.kernel[1] * cell, s.kernel[0] * cell, None, "kernel-strong", 2, (5, 4))
        for y, x in steps
    ]
    return [*next_ones, outline(0, 0, *s.kernel, cell)]


def _centres(s: Strided, cell: float) -> list[Mark]:
    """A dot in the middle of each window, and arrows from the first to its neighbours."""
    radius = _radius(cell)
    dots: list[Mark] = [Dot(x * cell, y * cell, radius, "output-strong") for y, x in s.centres]
    rows, columns = s.output
    y, x = (middle * cell for middle in s.centres[0])
    begin, end = radius + 1, s.stride * cell - radius - 1
    right = [Line(((x + begin, y), (x + end, y)), "kernel-strong", 2, None, True)] * (columns > 1)
    down = [Line(((x, y + begin), (x, y + end)), "kernel-strong", 2, None, True)] * (rows > 1)
    return [*dots, *right, *down]


def _crosses(s: Strided, cell: float) -> list[Mark]:
    marks: list[Mark] = []
    arm = 0.2 * cell
    for index, idle in enumerate(s.unused.ravel().tolist()):
        if idle:
            row, column = divmod(index, s.padded[1])
            y, x = (row + 0.5) * cell, (column + 0.5) * cell
            marks.append(Line(((x - arm, y - arm), (x + arm, y + arm)), "muted"))
            marks.append(Line(((x - arm, y + arm), (x + arm, y - arm)), "muted"))
    return marks


def _output(say: Say, s: Strided, cell: float) -> Block:
    rows, columns = s.output
    ground = Grid(0, 0, rows, columns, cell, "output-tint", "grid", "output-strong")
    dots = [
        Dot((column + 0.5) * cell, (row + 0.5) * cell, _radius(cell), "output-strong")
        for row in range(rows)
        for column in range(columns)
    ]
    return titled(
        say("출력", "Output") + f" {by(*s.output)}", Block(columns * cell, rows * cell, (ground, *dots))
    )


def _radius(cell: float) -> float:
    return round(max(2.5, 0.15 * cell), 1)

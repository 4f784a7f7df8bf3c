"""Without padding the border takes part in fewer sums than the middle; padding evens that out."""

from __future__ import annotations

from dataclasses import replace

from generator.catalog import figure
from generator.errors import GeneratorError
from generator.layout import NOTE, Block, above, text, titled
from generator.participation import Counts
from generator.parts.arrangement import Layout, joined, on_page, panel_cell
from generator.parts.fitting import fitting
from generator.parts.limits import pair_within
from generator.parts.paddings.participating import Axes, Participating, alt, caption, compared, open_words
from generator.parts.panels import CELLS, UNDER_TITLE, number_labels, outline, padded_ground
from generator.parts.roomy import roomy_size
from generator.scene import Area, Box, Drawing, Frame, Mark, Points
from generator.words import Say, by, each_way

# A page has no room for more rows or columns.
_MOST_CELLS = 24
# How strong the ground of the most used cells is: ink on it keeps a contrast above 7 in both themes.
_DEEPEST = 0.34
_LOWER = "size or padding"


@figure
def padding_participation(
    say: Say,
    *,
    size: int | tuple[int, int] = 4,
    kernel: int | tuple[int, int] = 3,
    stride: int | tuple[int, int] = 1,
    padding: int | tuple[int, int] = 1,
    solved: bool = True,
    layout: Layout = "row",
) -> Drawing:
    """How many windows use each cell of the input, without padding and with.

    solved: False leaves the counts open, for exercises
    layout: "stacked" sets the panel with padding under the one without, for phones
    """
    without, padded = _cases(size, kernel, stride, padding)
    panel_cell(layout, (without.size[1], padded.padded[1]), _LOWER)

    def build(cell: int) -> Block:
        left, right = (_panel(say, case, cell, solved) for case in (without, padded))
        return joined(layout, left, "→", right, drop=-UNDER_TITLE)

    _, cell = fitting([(build, CELLS)], layout, _LOWER)
    block = on_page(layout, build(cell), _LOWER)
    if solved:
        words = alt(say, without, padded), caption(say, without, padded)
    else:
        words = open_words(say, without, padded)
    return Drawing(block.width, block.height, (Frame(block.marks),), *words)


def _cases(
    size: int | Axes, kernel: int | Axes, stride: int | Axes, padding: int | Axes
) -> tuple[Participating, Participating]:
    """The window without padding, and with.

    Raises:
        GeneratorError: a number is too small or too large, or there is nothing to compare.
    """
    shape = pair_within("size", size, 1, _MOST_CELLS)
    window = pair_within("kernel", kernel, 1, _MOST_CELLS)
    step = pair_within("stride", stride, 1, _MOST_CELLS)
    ring = pair_within("padding", padding, 0, _MOST_CELLS)
    if not any(ring):
        raise GeneratorError(f"padding is {padding}; the figure compares it with none, so it must be more")
    if any(cells > room for cells, room in zip(window, shape, strict=True)):
        raise GeneratorError(f"kernel is {kernel}; without padding at most {size} fits the input of {size}")
    return Participating(shape, window, step, (0, 0)), Participating(shape, window, step, ring)


def _panel(say: Say, case: Participating, cell: float, solved: bool) -> Block:
    height, width = case.padded
    ring = each_way(case.padding)
    name = say(f"패딩 {ring}", f"Padding {ring}") if any(case.padding) else say("패딩 없음", "No padding")
    panel = titled(f"{name}, {by(height, width)}", _grid(case, cell, solved))
    window, positions = by(*case.kernel), by(*case.places)
    if not solved:
        return above(panel, text(say(f"{window} 창", f"{window} window"), NOTE, "muted"), gap=10)
    places = say(f"{window} 창의 자리 {positions}", f"{positions} places of the {window} window")
    notes = above(text(compared(say, case), NOTE + 1, "ink", "bold"), text(places, NOTE, "muted"), gap=2)
    return above(panel, notes, gap=10)


def _grid(case: Participating, cell: float, solved: bool) -> Block:
    """The counts, or question marks, in the input within its rings of zeros; the first window outlined."""
    (up, left), (rows, columns), (height, width) = case.padding, case.size, case.padded
    _, lines = padded_ground(rows, columns, case.padding, cell)
    ring = [Box(0, 0, width * cell, height * cell, "padding-tint")] if up or left else []
    # The shades lie on the page's own colour, whatever is around them.
    page = Box(0, 0, columns * cell, rows * cell, "page" if solved else "input-tint")
    shades: list[Mark] = [page, *(_shades(case.counts, cell) if solved else [])]
    labels = number_labels(case.counts.astype(float), cell)
    size = roomy_size({label.text for label in labels}, cell)
    shown = [replace(label, text=label.text if solved else "?", size=size) for label in labels]
    under = Block(0, 0, tuple(shades)).at(left * cell, up * cell)
    over = Block(0, 0, tuple(shown)).at(left * cell, up * cell)
    marks = (*ring, *under, *lines, *over, outline(0, 0, *case.kernel, cell))
    return Block(width * cell, height * cell, marks)


def _shades(counts: Counts, cell: float) -> list[Area]:
    """Squares as strong as the share that the most used cells have; none where no window comes."""
    return [
        Area(_square(row, column, cell), "input-strong", opacity=round(_DEEPEST * count / counts.max(), 3))
        for row, line in enumerate(counts.tolist())
        for column, count in enumerate(line)
        if count
    ]


def _square(row: int, column: int, cell: float) -> Points:
    left, top = column * cell, row * cell
    return (left, top), (left + cell, top), (left + cell, top + cell), (left, top + cell)

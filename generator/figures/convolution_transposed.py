"""The transposed convolution as a film: each input cell adds a copy of the kernel to the output."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from generator.arithmetic import Array
from generator.catalog import figure
from generator.layout import NOTE, Block, above, counter, text, titled
from generator.parts.arrangement import Layout, joined, on_page
from generator.parts.convolutions.transposed_words import alt, caption, notes
from generator.parts.convolutions.transposing import Transposed, transposed_of
from generator.parts.fitting import Way, fitting
from generator.parts.motion import durations, steps_to_show
from generator.parts.panels import (
    CELLS,
    UNDER_TITLE,
    fitting_size,
    number_grid,
    number_labels,
    outline,
    padded_ground,
)
from generator.scene import Box, Drawing, Frame, Grid, Label, Mark
from generator.words import Say, by, plain

_LOWER = "size, kernel or stride"
_GAP, _PHONE_GAP = 44, 30


@figure
def convolution_transposed(
    say: Say,
    *,
    size: int | tuple[int, int] = 2,
    kernel: int | tuple[int, int] = 3,
    stride: int | tuple[int, int] = 2,
    padding: int | tuple[int, int] = 0,
    bias: float = 0,
    drawing: str | None = None,
    weights: str | None = None,
    seed: int = 0,
    layout: Layout = "row",
) -> Drawing:
    """Each input cell times the kernel is added into the output, a stride further than the last.

    padding: rows and columns that are cut off the output's edges
    drawing: the input as a named picture ("3", "5", "8", "arrow") or rows of numbers ("3 0 9 / 5 1 2 / …")
    weights: the kernel as rows of numbers
    """
    t = transposed_of(size, kernel, stride, padding, bias, drawing, weights, seed)
    steps = [row * t.image.shape[1] + column for row, column in steps_to_show(*t.image.shape)]
    content = _fitting(say, t, layout)
    pages = [on_page(layout, content(step), _LOWER) for step in steps]
    frames = tuple(Frame(page.marks, time) for page, time in zip(pages, durations(len(steps)), strict=True))
    return Drawing(pages[-1].width, pages[-1].height, frames, alt(say, t), caption(say, t))


def _fitting(say: Say, t: Transposed, layout: Layout) -> Callable[[int], Block]:
    """What is drawn at a step, at the largest cells that fit.

    A phone gets the product in a row of its own, or where that is too wide all panels one under another.
    """
    last = t.image.size - 1
    products: tuple[Layout, ...] = ("row", "stacked") if layout == "stacked" else ("row",)

    inputs, kernels, outputs = t.image.shape[1], t.weights.shape[1], t.kept.shape[1]
    factors = {"row": inputs + 2 * kernels, "stacked": max(inputs, kernels)}
    columns = [factors[way] + outputs if layout == "row" else max(factors[way], outputs) for way in products]

    def way(product: Layout) -> Way:
        return lambda cell: _content(say, t, cell, last, layout, product), CELLS

    index, cell = fitting([way(product) for product in products], layout, _LOWER, columns=columns)
    return lambda step: _content(say, t, cell, step, layout, products[index])


def _content(say: Say, t: Transposed, cell: float, step: int, layout: Layout, product: Layout) -> Block:
    """All panels and lines of a step; ``product`` says how input, kernel and their product stand."""
    gap = _GAP if layout == "row" else _PHONE_GAP
    factors = joined(product, _input(say, t, cell, step), "×", _kernel(say, t, cell), gap, UNDER_TITLE)
    equation = joined(product, factors, "=", _product(say, t, cell, step), gap, UNDER_TITLE)
    panels = joined(layout, equation, "→", _output(say, t, cell, step), gap, UNDER_TITLE)
    below = [text(line, NOTE, "muted") for line in notes(say, t)]
    return above(panels, _place(say, t, step, layout), *below, counter(step + 1, t.image.size), gap=14)


def _input(say: Say, t: Transposed, cell: float, step: int) -> Block:
    current = outline(*t.place(step), 1, 1, cell, "input")
    panel = number_grid(t.image, "input", cell).with_marks([current])
    return titled(say("입력", "Input") + f" {by(*t.image.shape)}", panel)


def _kernel(say: Say, t: Transposed, cell: float) -> Block:
    return titled(say("커널", "Kernel") + f" {by(*t.weights.shape)}", number_grid(t.weights, "kernel", cell))


def _product(say: Say, t: Transposed, cell: float, step: int) -> Block:
    """The step's input cell times the kernel, in the outline that it gets in the output."""
    rows, columns = t.weights.shape
    every = np.multiply.outer(np.unique(t.image), t.weights)
    labels = _sized(number_labels(t.value(step) * t.weights, cell), every, cell)
    ground = Grid(0, 0, rows, columns, cell, None, "grid")
    marks: tuple[Mark, ...] = (ground, *labels, outline(0, 0, rows, columns, cell))
    return titled(_factor(say, t, step), Block(columns * cell, rows * cell, marks))


def _output(say: Say, t: Transposed, cell: float, step: int) -> Block:
    (rows, columns), (up, left) = t.kept.shape, t.padding
    _, lines = padded_ground(rows - 2 * up, columns - 2 * left, t.padding, cell, "output")
    ring = [Box(0, 0, columns * cell, rows * cell, "padding-tint")] if any(t.padding) else []
    window = outline(*t.corner(step), *t.kernel, cell)
    marks: tuple[Mark, ...] = (*ring, *_sums(t, cell, step), *lines, window)
    return titled(
        say("출력", "Output") + f" {by(*t.output.shape)}", Block(columns * cell, rows * cell, marks)
    )


def _sums(t: Transposed, cell: float, step: int) -> list[Mark]:
    """What has been added up so far; at the end the cells that got nothing, too, muted like what is cut."""
    last = step == t.image.size - 1
    touched, kept = t.touched(step).ravel(), t.kept.ravel()
    labels = _sized(number_labels(t.sums(step), cell), t.all_sums, cell)
    marks: list[Mark] = []
    for index, label in enumerate(labels):
        y, x = divmod(index, t.kept.shape[1])
        if touched[index] and kept[index]:
            marks += [Box(x * cell, y * cell, cell, cell, "output-tint"), label]
        elif touched[index] or last:
            marks.append(replace(label, ink="muted", weight="regular"))
    return marks


def _sized(labels: list[Label], values: Array, cell: float) -> list[Label]:
    """The labels in the one size that fits all the values of a film."""
    size = fitting_size((plain(value) for value in values.ravel().tolist()), cell)
    return [replace(label, size=size) for label in labels]


def _factor(say: Say, t: Transposed, step: int) -> str:
    return f"{plain(t.value(step))} × {say('커널', 'kernel')}"


def _place(say: Say, t: Transposed, step: int, layout: Layout) -> Block:
    """Where the product goes: position times stride, less what is cut off."""
    axes = list(zip(t.place(step), t.stride, t.padding, strict=True))
    sums = ", ".join(f"{position}·{stride}" + (f" − {cut}" if cut else "") for position, stride, cut in axes)
    corner = ", ".join(plain(position * stride - cut) for position, stride, cut in axes)
    factor, place = _factor(say, t, step), f"({sums}) = ({corner})"
    if layout == "row":
        return text(
            say(
                f"{factor}을 출력의 {place} 칸부터 더한다", f"{factor} is added to the output from {place} on"
            ),
            15,
        )
    lines = (
        say(f"{factor}을 출력에 더한다", f"{factor} is added to the output"),
        say(f"{place} 칸부터", f"from {place} on"),
    )
    return above(*(text(line, 15) for line in lines), gap=2)

"""Drawing figures in tests, as a post would ask for them."""

from __future__ import annotations

from functools import cache

import numpy as np

from generator import catalog
from generator.learning.trained import Samples
from generator.scene import Drawing, Grid, Label, Mark
from generator.words import Language, Say


@cache
def some_samples(data: str = "mnist", per_class: int = 20) -> Samples:
    """Pictures with every grey level: a bright box of a size of its own for each class, on black."""
    images = np.zeros((10 * per_class, 28, 28), np.uint8)
    for index, image in enumerate(images):
        side = 8 + index // per_class
        image[5 : 5 + side, 6 : 6 + side] = (np.arange(side * side).reshape(side, side) * 7 + index) % 256
    return Samples(data, images, np.repeat(np.arange(10, dtype=np.uint8), per_class))


def drawn(name: str, language: Language = "en", data: str = "mnist", **given: object) -> Drawing:
    """The drawing of a figure, with its parameters checked as a post's are."""
    return catalog.draw(name, given, {"say": lambda: Say(language), "data": lambda: some_samples(data)})


def labels(marks: tuple[Mark, ...]) -> list[str]:
    """All texts of a frame."""
    return [mark.text for mark in marks if isinstance(mark, Label)]


def inside(label: Label, grid: Grid) -> bool:
    """Whether a label lies in one of a grid's cells."""
    x, y = label.x - grid.x, label.y - grid.y
    return 0 < x < grid.columns * grid.cell and 0 < y < grid.rows * grid.cell


def numbers_in(marks: tuple[Mark, ...], grid: Grid) -> list[list[str]]:
    """The texts in a grid's cells, row by row; empty where a cell has none."""
    rows = [[""] * grid.columns for _ in range(grid.rows)]
    for mark in marks:
        if isinstance(mark, Label) and inside(mark, grid):
            rows[int((mark.y - grid.y) // grid.cell)][int((mark.x - grid.x) // grid.cell)] = mark.text
    return rows


def grids(marks: tuple[Mark, ...], frame: str) -> list[Grid]:
    """The grids with a frame in that role."""
    return [mark for mark in marks if isinstance(mark, Grid) and mark.frame == frame]

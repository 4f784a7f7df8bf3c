"""The confusion matrix: its counts, sums, shades and words."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import catalog
from generator.learning.trained import CLASSES
from generator.painting.themes import THEME_NAMES, ThemeName
from generator.parts.models.confusions import Confusions
from generator.scene import Area, Box, Drawing, Grid, Label
from generator.words import Language, Say, percent
from tests.contrast import assert_contrast
from tests.drawn import MODELS, drawn
from tests.legible import assert_apart, assert_readable, assert_within
from tests.network_figures import networks

seeds = st.integers(0, 2**32 - 1)
LANGUAGE_DATA_SHOW = [("ko", "mnist", "counts"), ("en", "fashion", "shares"), ("ko", "fashion", "counts")]


def some_counts(seed: int) -> np.ndarray:
    """Counts of all sizes, zeros among them, and classes without any picture."""
    numbers = np.random.RandomState(seed)
    largest = numbers.choice([1, 10, 100, 1200], (CLASSES, CLASSES))
    return (numbers.rand(CLASSES, CLASSES) * largest).astype(np.int64) * (numbers.rand(CLASSES, 1) > 0.1)


def drawing_of(
    confusion: np.ndarray, language: Language = "en", data: str = "mnist", show: str = "counts"
) -> Drawing:
    network = replace(networks()["paper"], confusion=confusion, data=data)
    sources = {"say": lambda: Say(language), "trained": lambda: {"paper": network}}
    return catalog.draw("confusion_matrix", {"show": show}, sources)


def grid_of(drawing: Drawing) -> Grid:
    (grid,) = (mark for mark in drawing.frames[0].marks if isinstance(mark, Grid))
    return grid


def cells(drawing: Drawing) -> dict[tuple[int, int], str]:
    """What stands in each cell that is not empty."""
    grid, found = grid_of(drawing), {}
    for mark in drawing.frames[0].marks:
        if isinstance(mark, Label):
            row, column = (mark.y - grid.y) / grid.cell, (mark.x - grid.x) / grid.cell
            if 0 < row < CLASSES and 0 < column < CLASSES:
                found[int(row), int(column)] = mark.text
    return found


@pytest.mark.parametrize("model", ["paper", "post"])
def test_every_count_stands_in_its_cell_and_nothing_in_empty_ones(model: str) -> None:
    confusion = MODELS[model].confusion
    expected = {(int(r), int(c)): str(confusion[r, c]) for r, c in np.argwhere(confusion)}
    assert cells(drawn("confusion_matrix", model=model)) == expected


def test_row_sums_are_the_counts_of_the_classes() -> None:
    drawing = drawn("confusion_matrix", "en")
    grid = grid_of(drawing)
    beside = [
        mark
        for mark in drawing.frames[0].marks
        if isinstance(mark, Label) and mark.x > grid.x + CLASSES * grid.cell and mark.text.isdigit()
    ]
    by_row = [mark.text for mark in sorted(beside, key=lambda mark: mark.y)]
    rows = [sum(int(text) for (row, _), text in cells(drawing).items() if row == r) for r in range(CLASSES)]
    assert by_row == [str(count) for count in rows]
    assert sum(rows) == MODELS["paper"].confusion.sum()


@given(seed=seeds)
@settings(max_examples=15)
def test_accuracy_is_the_trace_by_the_sum_and_so_says_the_caption(seed: int) -> None:
    confusion = some_counts(seed)
    rows = confusion.tolist()
    found = Confusions(confusion)
    right = sum(rows[index][index] for index in range(CLASSES))
    total = sum(map(sum, rows))
    assert found.accuracy == pytest.approx(right / total if total else 0)
    drawing = drawing_of(confusion)
    for words in (drawing.alt, drawing.caption):
        assert percent(found.accuracy) in words


def test_the_trained_networks_accuracy_is_that_of_its_matrix() -> None:
    network = MODELS["paper"]
    assert Confusions(network.confusion).accuracy == pytest.approx(network.test_accuracy)


def test_the_most_frequent_mistake_is_outlined_and_named() -> None:
    confusion = np.diag(np.full(CLASSES, 90))
    confusion[4, 9], confusion[7, 2] = 7, 3
    drawing = drawing_of(confusion, data="fashion")
    grid = grid_of(drawing)
    outlined = [
        (round((mark.y - grid.y) // grid.cell), round((mark.x - grid.x) // grid.cell))
        for mark in drawing.frames[0].marks
        if isinstance(mark, Box) and mark.stroke == "accent-strong" and mark.y < grid.y + 10 * grid.cell
    ]
    assert outlined == [(4, 9)]
    assert "‘coat’ taken for ‘ankle boot’ (7)" in drawing.caption
    assert "coat: 90 of 97 right, 7 taken for ankle boot" in drawing.alt


def test_mistakes_that_are_equally_frequent_are_all_named() -> None:
    confusion = np.diag(np.full(CLASSES, 90))
    confusion[4, 9] = confusion[7, 2] = 3
    assert "‘4’ taken for ‘9’, ‘7’ taken for ‘2’ (3 each)" in drawing_of(confusion).caption


def test_a_perfect_network_has_no_mistakes_to_name() -> None:
    drawing = drawing_of(np.diag(np.arange(1, 11)))
    assert "all 55 test pictures lie on the diagonal" in drawing.caption
    assert not any(
        isinstance(mark, Area) and mark.fill == "accent-strong" for mark in drawing.frames[0].marks
    )


def test_the_more_often_a_mistake_the_deeper_its_shade() -> None:
    confusion = np.diag(np.full(CLASSES, 90))
    confusion[0, 1:6] = [1, 2, 3, 4, 5]
    shades = [
        mark.opacity
        for mark in drawing_of(confusion).frames[0].marks
        if isinstance(mark, Area)
        and mark.fill == "accent-strong"
        and mark.points[1][0] - mark.points[0][0] > 20
    ]
    assert shades == sorted(shades)
    assert len(set(shades)) == 5


def test_shares_are_percents_of_the_row() -> None:
    confusion = np.diag(np.full(CLASSES, 75))
    confusion[3, 5] = 25
    shares = cells(drawing_of(confusion, show="shares"))
    assert (shares[3, 3], shares[3, 5], shares[2, 2]) == ("75", "25", "100")


@pytest.mark.parametrize(("language", "data", "show"), LANGUAGE_DATA_SHOW)
@given(seed=seeds)
@settings(max_examples=5)
def test_any_matrix_can_be_read(language: Language, data: str, show: str, seed: int) -> None:
    drawing = drawing_of(some_counts(seed), language, data, show)
    for holds in (assert_within, assert_readable, assert_apart):
        holds(drawing)
    assert drawing.height < 700


@pytest.mark.slow
@pytest.mark.parametrize("theme", THEME_NAMES)
def test_counts_can_be_told_from_every_shade(theme: ThemeName) -> None:
    confusion = np.arange(1, 101).reshape(CLASSES, CLASSES)
    assert_contrast(drawing_of(confusion), theme)


def test_a_class_without_pictures_divides_nothing_by_zero() -> None:
    confusion = np.diag([0, *range(1, 10)])
    with np.errstate(all="raise"):
        assert Confusions(confusion).shares[0].tolist() == [0.0] * CLASSES
        drawing_of(confusion)
        drawing_of(np.zeros((CLASSES, CLASSES), np.int64))

"""Little pictures made of numbers."""

from __future__ import annotations

import pytest

from generator.errors import GeneratorError
from generator.parts.drawings import DRAWINGS, rows_of_numbers, seeded


@pytest.mark.parametrize("name", DRAWINGS)
def test_every_named_picture_is_a_full_matrix_of_whole_numbers(name: str) -> None:
    rows = rows_of_numbers(name)
    assert rows.ndim == 2
    assert (rows == rows.astype(int)).all()
    assert rows.min() == 0
    assert len({*rows.ravel().tolist()}) > 1


def test_rows_are_read_as_they_are_written() -> None:
    assert rows_of_numbers("3 0 9 / -5 1.5 2").tolist() == [[3, 0, 9], [-5, 1.5, 2]]
    assert rows_of_numbers("1,2/3,4").tolist() == [[1, 2], [3, 4]]
    assert rows_of_numbers("7").tolist() == [[7]]
    assert rows_of_numbers("1 −2.25 -3").tolist() == [[1, -2.25, -3]]


@pytest.mark.parametrize("text", ["0.125 1", "1 2 / 3 -0.333"])
def test_numbers_with_more_decimals_than_pictures_write_are_refused(text: str) -> None:
    with pytest.raises(GeneratorError, match=r"a number of weights is .*; it may have two decimals"):
        rows_of_numbers(text, "weights")


@pytest.mark.parametrize("text", ["cat", "1 2 / 3 x", "1 2 3 four"])
def test_words_that_are_no_numbers_are_refused_with_the_names_there_are(text: str) -> None:
    with pytest.raises(GeneratorError, match=r"weights is .*; it takes one of 3, 5, 8, arrow"):
        rows_of_numbers(text, "weights")


@pytest.mark.parametrize("text", ["", "1 2 / 3", "/", "1 2 /", "nan 1", "inf"])
def test_rows_that_are_no_matrix_are_refused(text: str) -> None:
    with pytest.raises(GeneratorError, match="its rows must have the same count of numbers"):
        rows_of_numbers(text)


def test_seeded_numbers_are_the_same_everywhere_and_for_ever() -> None:
    assert seeded(2, 5, 6, 0).tolist() == [[5, 4, 2, 1, 3], [2, 4, 1, 2, 3]]


def test_seeded_numbers_are_whole_and_within_their_levels() -> None:
    rows = seeded(20, 30, 4, 7)
    assert rows.shape == (20, 30)
    assert {*rows.ravel().tolist()} == {0, 1, 2, 3}


def test_another_seed_gives_other_numbers() -> None:
    assert seeded(5, 5, 6, 1).tolist() != seeded(5, 5, 6, 2).tolist()

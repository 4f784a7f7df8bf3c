"""Formulas with lowered and raised letters, and numbers in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import GeneratorError
from generator.metrics import text_width
from generator.parts.formulas import formula, written
from generator.parts.number_row import row_of_numbers
from generator.parts.numbers import equals, short
from generator.scene import Label
from tests.legible import SMALLEST_TEXT, box, overlap


def pieces(words: str, size: float = 15) -> list[Label]:
    return [mark for mark in formula(words, size).marks if isinstance(mark, Label)]


def test_a_lowered_letter_is_smaller_and_lower_a_raised_one_higher() -> None:
    letter, low = pieces("w_{ji}")
    assert (letter.text, low.text) == ("w", "ji")
    assert low.size < letter.size
    assert low.y > letter.y
    letter, high = pieces("e^{−x}")
    assert high.text == "−x"
    assert high.y < letter.y


def test_one_letter_needs_no_braces_and_what_follows_is_full_size_again() -> None:
    assert [(mark.text, mark.size) for mark in pieces("x_j = 1", 20)] == [("x", 20), ("j", 15), (" = 1", 20)]


@given(words=st.lists(st.sampled_from(["x", "w_{ji}", "e^2", " + ", "φ(x_j)", "½"]), min_size=1, max_size=6))
def test_pieces_stand_side_by_side_within_their_block(words: list[str]) -> None:
    block = formula("".join(words), 13)
    labels = pieces("".join(words), 13)
    for index, mark in enumerate(labels):
        assert mark.size >= SMALLEST_TEXT
        assert mark.x + text_width(mark.text, mark.size) <= block.width + 1e-6
        assert not any(overlap(box(mark), box(other)) for other in labels[index + 1 :])


@pytest.mark.parametrize(("anchor", "share"), [("start", 0), ("middle", 0.5), ("end", 1)])
def test_a_formula_is_written_where_a_label_would_be(anchor: str, share: float) -> None:
    first = written("x_j = 5", 100, 50, 15, anchor=anchor)[0]  # type: ignore[arg-type]
    assert isinstance(first, Label)
    assert first.x == pytest.approx(100 - share * formula("x_j = 5", 15).width)
    assert first.y == pytest.approx(50)


@given(value=st.floats(-1e5, 1e5))
def test_short_numbers_keep_three_digits(value: float) -> None:
    read = float(short(value).replace("\N{MINUS SIGN}", "-"))
    assert read == pytest.approx(value, rel=6e-3, abs=6e-7)
    assert len(short(value)) <= 10


def test_a_number_is_said_to_be_equal_only_where_it_is() -> None:
    assert [equals(value) for value in (0.6, 0.1 + 0.2, 2 / 3, 1e-12, 0.0, -0.0811)] == [
        "= 0.6",
        "= 0.3",
        "≈ 0.667",
        "≈ 0",
        "= 0",
        "= −0.0811",
    ]


@given(
    numbers=st.lists(st.integers(-9999, 9999).map(lambda n: n / 1000), min_size=1, max_size=6),
    sign=st.sampled_from([" ", ", ", "  "]),
)
def test_a_row_of_numbers_is_read_as_it_is_written(numbers: list[float], sign: str) -> None:
    assert row_of_numbers(sign.join(map(repr, numbers)), "inputs", (1, 6), 10) == numbers


def test_a_number_that_pictures_would_round_is_refused() -> None:
    with pytest.raises(GeneratorError, match=r"^inputs is 0\.12345; pictures would show 0\.123"):
        row_of_numbers("0.5 0.12345", "inputs", (1, 6), 10)


def test_a_real_minus_sign_is_a_minus_sign() -> None:
    assert row_of_numbers("−1 2", "inputs", (1, 6), 10) == [-1, 2]


@pytest.mark.parametrize("text", ["", "a", "1 2 3", "11", "nan", "-inf", "1e999"])
def test_a_row_that_cannot_be_is_refused_by_name(text: str) -> None:
    with pytest.raises(GeneratorError, match=r"^inputs is "):
        row_of_numbers(text, "inputs", (1, 2), 10)

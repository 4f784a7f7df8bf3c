"""What the division in the formula of an output's size comes to."""

from __future__ import annotations

import pytest

from generator.parts.rounding import positions_in_words
from generator.words import Say


@pytest.mark.parametrize(
    ("room", "stride", "words"),
    [
        (4, 1, "= 5"),
        (216, 4, "= 55"),
        (7, 2, "= 4.5, rounded down 4"),
        (5, 3, "≈ 2.67, rounded down 2"),
        (1, 1000, "= 1.001, rounded down 1"),
        (1, 3000, "≈ 1.0003, rounded down 1"),
        (9999, 10000, "= 1.9999, rounded down 1"),
    ],
)
def test_what_is_rounded_says_so_and_never_looks_whole(room: int, stride: int, words: str) -> None:
    assert positions_in_words(Say("en"), room, stride) == words

"""Digits in small cells: as large as they fit, never smaller than elsewhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import GeneratorError
from generator.metrics import text_width
from generator.parts.panels import CELLS, fitting_size
from generator.parts.roomy import roomy_size


@given(st.sampled_from((*CELLS, 22, 20)), st.sets(st.integers(-9, 99).map(str), min_size=1))
def test_they_fit_their_cell_and_are_no_smaller_than_elsewhere(cell: int, texts: set[str]) -> None:
    try:
        least = fitting_size(texts, cell)
    except GeneratorError:
        with pytest.raises(GeneratorError, match="does not fit a cell"):
            roomy_size(texts, cell)
        return
    size = roomy_size(texts, cell)
    assert size >= least >= 11
    assert max(text_width(text, size) for text in texts) <= cell - 2


def test_a_single_digit_is_larger_in_a_small_cell_than_a_decimal_fraction() -> None:
    assert roomy_size({"0", "1"}, 25) > roomy_size({"0", "0.5"}, 25)

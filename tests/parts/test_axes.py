"""Axes that figures draw themselves: round numbers, their words, their places."""

from __future__ import annotations

from itertools import pairwise
from math import log10

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.parts.axes import Axis, tick_words, ticks

ends = st.floats(-1000, 1000)


@given(low=ends, length=st.floats(1e-4, 1e5), most=st.integers(2, 12))
def test_ticks_are_round_equally_far_apart_and_on_the_axis(low: float, length: float, most: int) -> None:
    found = ticks(low, low + length, most)
    assert len(found) <= most
    assert all(low - 1e-6 * length <= value <= low + length + 1e-6 * length for value in found)
    for before, after in pairwise(found):
        digits = (after - before) / 10 ** round(log10(after - before) - 0.35)
        assert min(abs(digits - round_one) for round_one in (0.5, 1, 2, 5)) < 1e-6


@given(low=ends, length=st.floats(1e-4, 1e5), most=st.integers(6, 12))
def test_an_axis_with_room_has_several_ticks(low: float, length: float, most: int) -> None:
    assert len(ticks(low, low + length, most)) >= 2


@given(low=ends, length=st.floats(1e-3, 1e4), most=st.integers(2, 12))
def test_words_tell_ticks_apart_and_mean_their_values(low: float, length: float, most: int) -> None:
    found = ticks(low, low + length, most)
    assume(found)
    texts = tick_words(found)
    assert len(set(texts)) == len(texts)
    for value, words in zip(found, texts, strict=True):
        assert float(words.replace("\N{MINUS SIGN}", "-")) == pytest.approx(value, abs=1e-9)


def test_well_known_axes() -> None:
    assert ticks(0, 22, 4) == (0, 10, 20)
    assert ticks(-4, 4, 9) == (-4, -3, -2, -1, 0, 1, 2, 3, 4)
    assert ticks(0, 1, 6) == (0, 0.2, 0.4, 0.6, 0.8, 1)
    assert tick_words((-0.5, 0.0, 0.5)) == ["−0.5", "0", "0.5"]


@given(value=st.floats(-5, 7))
def test_values_lie_on_an_axis_in_proportion(value: float) -> None:
    upwards = Axis(-5, 7, 240, 0)
    assert upwards.at(value) == pytest.approx(240 - (value + 5) * 20)

"""One order for many sequences."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.painting.merging import merge

SEQUENCES = st.lists(st.lists(st.integers(0, 5), max_size=6), min_size=1, max_size=6)
AGREEING = st.lists(st.lists(st.integers(0, 9), unique=True).map(sorted), min_size=1, max_size=8)


@given(SEQUENCES)
def test_the_order_agrees_with_every_sequence_even_where_they_contradict(sequences: list[list[int]]) -> None:
    merged = merge(sequences)
    for index, sequence in enumerate(sequences):
        assert [thing for thing, places in merged if index in places] == sequence


@given(AGREEING)
def test_a_thing_stands_once_where_no_sequence_contradicts_another(sequences: list[list[int]]) -> None:
    things = [thing for thing, _ in merge(sequences)]
    assert sorted(things) == sorted({thing for sequence in sequences for thing in sequence})


def test_things_keep_the_order_of_their_appearance_where_nothing_speaks_against_it() -> None:
    assert merge([["ground", "b"], ["ground", "a"]]) == [("ground", (0, 1)), ("b", (0,)), ("a", (1,))]


def test_a_thing_comes_before_what_a_later_sequence_puts_after_it() -> None:
    assert merge([["a", "c"], ["b", "c"]]) == [("a", (0,)), ("b", (1,)), ("c", (0, 1))]


def test_of_two_contradicting_sequences_the_later_has_its_things_to_itself() -> None:
    assert merge([["a", "b"], ["b", "a"]]) == [("a", (0,)), ("b", (0,)), ("b", (1,)), ("a", (1,))]


def test_equal_things_in_one_sequence_stay_as_many_as_they_are() -> None:
    assert merge([["a", "a"], ["a"]]) == [("a", (0, 1)), ("a", (0,))]

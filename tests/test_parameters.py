"""Types of parameters: what they accept, what they are called, how words become values."""

from __future__ import annotations

from typing import Any, Literal, Union

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.parameters import accepts, described, read

KIND = Literal["max", "average", 2]


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (int, 3),
        (float, 3),
        (float, 3.5),
        (bool, True),
        (str, "3"),
        (int | tuple[int, int], 3),
        (int | tuple[int, int], (3, 4)),
        (int | tuple[int, int], [3, 4]),
        (Union[str, None], None),  # noqa: UP007
        (KIND, "max"),
        (KIND, 2),
    ],
)
def test_values_of_a_type_are_accepted(kind: Any, value: object) -> None:
    assert accepts(kind, value)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (int, True),
        (int, 3.0),
        (int, "3"),
        (float, True),
        (float, "3"),
        (bool, 1),
        (str, 3),
        (str, None),
        (int | tuple[int, int], (3,)),
        (int | tuple[int, int], (3, 4, 5)),
        (int | tuple[int, int], (3, True)),
        (int | tuple[int, int], "34"),
        (KIND, "min"),
        (KIND, 2.0),
        (Literal[1], True),
    ],
)
def test_values_of_other_types_are_not(kind: Any, value: object) -> None:
    assert not accepts(kind, value)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (int, "a whole number"),
        (str | None, "text or None"),
        (tuple[int, int], "a pair (a whole number, a whole number)"),
        (KIND, "'max' or 'average' or 2"),
        (bool, "True or False"),
    ],
)
def test_types_are_described_in_words(kind: Any, words: str) -> None:
    assert described(kind) == words


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3", 3),
        ("-0.5", -0.5),
        ("True", True),
        ("None", None),
        ("(1, 2)", (1, 2)),
        ("1,2", (1, 2)),
        ("max", "max"),
        ("C3", "C3"),
        ("3 0 9 / 5 1 2", "3 0 9 / 5 1 2"),
        ("", ""),
        ("[1, 2", "[1, 2"),
        ("__import__('os')", "__import__('os')"),
    ],
)
def test_words_become_the_values_they_stand_for(text: str, value: object) -> None:
    assert (read(text), type(read(text))) == (value, type(value))


@given(st.text(max_size=30))
def test_no_word_breaks_reading(text: str) -> None:
    value = read(text)
    assert value is None or isinstance(value, int | float | str | tuple)


@given(st.one_of(st.integers(), st.booleans(), st.none(), st.tuples(st.integers(), st.integers())))
def test_a_value_written_out_is_read_back(value: object) -> None:
    assert read(repr(value)) == value

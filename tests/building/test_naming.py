from __future__ import annotations

import re
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.building.naming import stem_of
from generator.errors import GeneratorError

NUMBERS = st.fixed_dictionaries(
    {},
    optional={
        "size": st.integers(1, 12) | st.tuples(st.integers(1, 12), st.integers(1, 12)),
        "stride": st.integers(1, 4) | st.tuples(st.integers(1, 4), st.integers(1, 4)),
        "padding": st.integers(0, 4),
        "bias": st.integers(-30, 30) | st.sampled_from([0.5, -0.5, 1.25, -2.75]),
    },
)


def test_a_name_spells_only_what_differs_from_the_defaults() -> None:
    assert stem_of("convolution", {}) == "convolution"
    assert stem_of("convolution", {"stride": 1, "padding": 0}) == "convolution"
    assert stem_of("convolution", {"stride": 2}) == "convolution-stride-2"


def test_the_order_in_which_a_post_gives_parameters_does_not_matter() -> None:
    assert stem_of("convolution", {"padding": 1, "stride": 2}) == "convolution-stride-2-padding-1"


def test_pairs_words_and_underscores_are_spelled_plainly() -> None:
    assert stem_of("convolution", {"size": (4, 6)}) == "convolution-size-4x6"
    assert stem_of("pooling", {"kind": "average"}) == "pooling-kind-average"
    assert stem_of("pooling", {"input_size": 6}) == "pooling-input-size-6"
    assert stem_of("padding_coverage", {}) == "padding-coverage"


def test_signs_and_fractions_are_words() -> None:
    assert stem_of("convolution", {"bias": -1}) == "convolution-bias-minus-1"
    assert stem_of("convolution", {"bias": 0.5}) == "convolution-bias-0-5"
    assert stem_of("convolution", {"bias": -0.5}) == "convolution-bias-minus-0-5"


def test_another_language_stands_at_the_end() -> None:
    assert stem_of("convolution", {"stride": 2}, "en") == "convolution-stride-2-en"


@pytest.mark.parametrize("rows", ["3 0 / 1 2", "그림", "a.b", "../up"])
def test_what_cannot_be_part_of_a_name_asks_for_a_name(rows: str) -> None:
    if rows == "a.b":
        assert stem_of("convolution", {"drawing": rows}) == "convolution-drawing-a-b"
        return
    with pytest.raises(GeneratorError, match="give it one with name="):
        stem_of("convolution", {"drawing": rows})


def test_a_name_that_would_be_too_long_asks_for_a_name() -> None:
    with pytest.raises(GeneratorError, match=r"would have \d+ characters; give it one with name="):
        stem_of("convolution", {"drawing": "-".join(["long"] * 20)})


@given(NUMBERS)
def test_every_name_is_a_plain_file_name(parameters: dict[str, object]) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", stem_of("convolution", parameters))


@given(st.lists(NUMBERS, min_size=2, max_size=6))
def test_parameters_that_differ_have_names_that_differ(many: list[dict[str, object]]) -> None:
    default = {"size": 5, "stride": 1, "padding": 0, "bias": 0}
    for one, other in combinations(many, 2):
        if default | one != default | other:
            assert stem_of("convolution", one) != stem_of("convolution", other)

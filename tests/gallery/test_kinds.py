from __future__ import annotations

from typing import Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment

from generator import catalog
from generator.gallery.kinds import arguments, kind_in_words, line_of_post, written
from generator.words import Say

PLAIN = st.none() | st.booleans() | st.integers() | st.text("ab'\"\\\n{}@가")


@settings(max_examples=50)
@given(PLAIN | st.lists(PLAIN, max_size=3).map(tuple))
def test_a_value_is_written_so_that_a_template_reads_it_back(value: object) -> None:

    assert Environment().compile_expression(written(value))() == value


@pytest.mark.parametrize(
    ("value", "text"),
    [("max", '"max"'), (0.5, "0.5"), (True, "True"), (None, "None"), ((1, 2), "(1, 2)"), ((), "()")],
)
def test_text_stands_in_double_quotes_as_in_posts(value: object, text: str) -> None:
    assert written(value) == text


@pytest.mark.parametrize(
    ("kind", "korean", "english"),
    [
        (int, "정수", "whole number"),
        (int | tuple[int, int], "정수 또는 (정수, 정수)", "whole number or (whole number, whole number)"),
        (Literal["max", "min"], '"max" / "min"', '"max" / "min"'),
        (Literal["C1"] | None, '"C1" 또는 None', '"C1" or None'),
        (str | None, "글 또는 None", "text or None"),
        (bool, "True / False", "True / False"),
    ],
)
def test_types_are_told_in_either_language(kind: Any, korean: str, english: str) -> None:
    assert (kind_in_words(kind, Say("ko")), kind_in_words(kind, Say("en"))) == (korean, english)


@pytest.mark.parametrize("name", catalog.names())
def test_every_type_of_the_catalogue_has_words(name: str) -> None:
    for parameter in catalog.find(name).parameters.values():
        for language in ("ko", "en"):
            assert "<class" not in kind_in_words(parameter.kind, Say(language))
            assert "typing" not in kind_in_words(parameter.kind, Say(language))


def test_the_line_of_a_post_has_the_parameters_that_are_given() -> None:
    assert line_of_post("pooling", {}) == '<@ figure("pooling") @>'
    given = {"kind": "max", "size": (2, 3)}
    assert arguments(given) == 'kind="max", size=(2, 3)'
    assert line_of_post("pooling", given) == '<@ figure("pooling", kind="max", size=(2, 3)) @>'

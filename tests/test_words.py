"""Words in two languages, and numbers as pictures write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import GeneratorError
from generator.metrics import text_width
from generator.words import LANGUAGES, Say, an, by, counted, each_way, known_language, plain


def test_say_picks_the_words_of_its_language() -> None:
    assert (Say("ko")("입력", "input"), Say("en")("입력", "input")) == ("입력", "input")


def test_korean_is_spoken_where_nothing_is_said() -> None:
    assert Say()("입력", "input") == "입력"


def test_a_language_that_figures_do_not_speak_is_refused_with_those_they_do() -> None:
    with pytest.raises(GeneratorError, match="ko and en, not in 'fr'"):
        known_language("fr")
    assert [known_language(language) for language in LANGUAGES] == ["ko", "en"]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (7, "7"),
        (0.25, "0.25"),
        (-1, "−1"),
        (100, "100"),
        (-0.001, "0"),
        (0.5, "0.5"),
        (1.999, "2"),
        (10.0, "10"),
    ],
)
def test_a_number_is_as_short_as_it_is_exact(value: float, text: str) -> None:
    assert plain(value) == text


def test_whole_digits_round_and_keep_their_zeros() -> None:
    assert (plain(99.6, 0), plain(100, 0), plain(-0.4, 0)) == ("100", "100", "0")


@given(st.floats(-1e6, 1e6), st.integers(0, 4))
def test_a_number_reads_back_within_half_of_its_last_digit(value: float, digits: int) -> None:
    text = plain(value, digits)
    assert abs(float(text.replace("−", "-")) - value) <= 0.5 * 10**-digits + 1e-9
    assert text_width(text, 15) > 0


def test_sizes_are_written_with_a_sign_of_multiplication() -> None:
    assert by(28, 14) == "28×14"


def test_a_setting_for_both_axes_is_written_once_where_they_agree() -> None:
    assert each_way((2, 2)) == "2"
    assert each_way((1, 2)) == "(1, 2)"


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0 cells"), (1, "1 cell"), (2, "2 cells"), (1024, "1,024 cells")]
)
def test_one_is_singular_and_every_other_count_plural(count: int, words: str) -> None:
    assert counted(count, "cell") == words


@pytest.mark.parametrize(
    ("size", "words"),
    [
        ("5×5", "a 5×5"),
        ("8×8", "an 8×8"),
        ("80×2", "an 80×2"),
        ("11×3", "an 11×3"),
        ("18×12", "an 18×12"),
        ("1×8", "a 1×8"),
        ("110×1", "a 110×1"),
        ("(8, 8, 3)", "an (8, 8, 3)"),
        ("(1, 8, 3)", "a (1, 8, 3)"),
    ],
)
def test_a_size_has_the_article_that_is_heard(size: str, words: str) -> None:
    assert an(size) == words
    assert an(size, capital=True) == words[0].upper() + words[1:]

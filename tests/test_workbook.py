"""The exercises: their answers are right, and their questions give nothing away."""

from __future__ import annotations

import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import catalog, workbook
from generator.errors import GeneratorError
from generator.exercises.size_before import sizes_before
from generator.parts.drawings import rows_of_numbers
from generator.scene import Label
from generator.words import LANGUAGES, Language, Say
from tests.drawn import drawn

every_exercise = pytest.mark.parametrize("name", workbook.names())
both_languages = pytest.mark.parametrize("language", LANGUAGES)

# By hand: a column counts twice on the left of the kernel and once on its right.
FEATURE_MAP = "47 8 42 / 41 12 38 / 43 14 46"


def solved(name: str, language: Language = "en", **parameters: object) -> workbook.Exercise:
    return workbook.solved(name, parameters, Say(language))


def texts(shown: workbook.Shown, language: Language = "en") -> list[str]:
    """All words of a figure: its labels, its alt text and its caption."""
    drawing = drawn(shown.figure, language, **shown.parameters)
    written = [mark.text for frame in drawing.frames for mark in frame.marks if isinstance(mark, Label)]
    return [*written, drawing.alt, drawing.caption]


def test_there_are_the_three_exercises_of_the_lecture() -> None:
    assert workbook.names() == ("participation", "size_before", "valid_convolution")


def test_no_exercise_has_a_figures_name() -> None:
    assert not set(workbook.names()) & set(catalog.names())


@every_exercise
@both_languages
def test_question_and_answer_are_sentences_of_the_language(name: str, language: Language) -> None:
    exercise = solved(name, language)
    for words in (exercise.question, exercise.answer):
        assert len(words) > 30
        assert any("가" <= sign <= "힣" for sign in words) == (language == "ko")
        assert "  " not in words
        assert "np." not in words
    assert exercise.question.rstrip().endswith(("?", "라."))
    assert exercise.answer.endswith(".")


@every_exercise
@both_languages
def test_both_figures_can_be_drawn(name: str, language: Language) -> None:
    exercise = solved(name, language)
    for shown in (exercise.figure, exercise.answer_figure):
        catalog.checked(shown.figure, shown.parameters)
        assert drawn(shown.figure, language, **shown.parameters).alt


@every_exercise
def test_parameters_are_of_the_kinds_that_figures_have(name: str) -> None:
    entry = workbook.find(name)
    assert entry.sources == ("say",)
    assert entry.summary == workbook.summary(name)
    assert entry.summary.endswith(".")
    for parameter in entry.parameters.values():
        with pytest.raises(GeneratorError, match=rf"^{name}: {parameter.name} is "):
            workbook.solved(name, {parameter.name: object()}, Say("en"))


def test_the_valid_convolution_by_hand() -> None:
    exercise = solved("valid_convolution")
    assert exercise.values["output"] == FEATURE_MAP
    assert exercise.values["size"] == (3, 3)
    assert FEATURE_MAP in exercise.answer
    assert "3×3" in exercise.answer
    assert "3×2 + 0×0 + 9×1 + 5×2 + 1×0 + 2×1 + 8×2 + 2×0 + 4×1 = 47" in exercise.answer


@both_languages
def test_the_question_of_the_convolution_gives_no_number_of_the_answer_away(language: Language) -> None:
    exercise = solved("valid_convolution", language)
    for words in [exercise.question, *texts(exercise.figure, language)]:
        for row in FEATURE_MAP.split(" / "):
            assert not {"47", "42", "41", "38", "43", "46", row} & set(re.findall(r"\d+", words))
    assert any(FEATURE_MAP in words for words in texts(exercise.answer_figure, language))


def test_large_and_long_numbers_are_handed_on_whole() -> None:
    exercise = solved("valid_convolution", drawing="1234567 0.25 / 0 1", weights="1 / 1")
    assert exercise.values["output"] == "1234567 1.25"
    assert exercise.values["input"] == "1234567 0.25 / 0 1"


@pytest.mark.slow
@pytest.mark.parametrize("stride", [1, 2, (1, 2)])
def test_the_answer_of_the_convolution_equals_keras(stride: int | tuple[int, int]) -> None:
    import keras

    exercise = solved("valid_convolution", stride=stride)
    image, weights = (rows_of_numbers(str(exercise.values[name])) for name in ("input", "kernel"))
    expected = keras.ops.conv(image[None, :, :, None], weights[:, :, None, None], stride, "valid")
    np.testing.assert_array_equal(
        rows_of_numbers(str(exercise.values["output"])), np.asarray(expected)[0, :, :, 0]
    )


def test_the_participation_counts_by_hand() -> None:
    exercise = solved("participation")
    assert exercise.values["without"] == "1 2 2 1 / 2 4 4 2 / 2 4 4 2 / 1 2 2 1"
    assert exercise.values["padded"] == "4 6 6 4 / 6 9 9 6 / 6 9 9 6 / 4 6 6 4"
    assert (exercise.values["ratio"], exercise.values["padded_ratio"]) == ("4 : 1", "9 : 4")
    assert all(str(exercise.values[name]) in exercise.answer for name in exercise.values)


@both_languages
def test_the_question_of_the_participation_gives_no_count_away(language: Language) -> None:
    words = texts(solved("participation", language).figure, language)
    assert words.count("?") == 2 * 16
    assert not any(word.isdigit() for word in words if word != "0")


@settings(max_examples=25, deadline=None)
@given(
    size=st.integers(2, 7),
    kernel=st.tuples(st.integers(1, 2), st.integers(1, 2)),
    padding=st.tuples(st.integers(0, 2), st.integers(1, 2)),
)
def test_participation_is_counted_window_by_window(
    size: int, kernel: tuple[int, int], padding: tuple[int, int]
) -> None:
    exercise = solved("participation", size=size, kernel=kernel, padding=padding)
    counts = np.zeros((size + 2 * padding[0], size + 2 * padding[1]), int)
    for top in range(counts.shape[0] - kernel[0] + 1):
        for left in range(counts.shape[1] - kernel[1] + 1):
            counts[top : top + kernel[0], left : left + kernel[1]] += 1
    own = counts[padding[0] : padding[0] + size, padding[1] : padding[1] + size]
    assert exercise.values["padded"] == " / ".join(" ".join(map(str, row)) for row in own.tolist())


def test_the_size_before_by_hand() -> None:
    exercise = solved("size_before")
    assert exercise.values["between"] == (8, 8, 5)
    assert exercise.values["before"] == (8, 8)
    assert exercise.values["heights"] == (8, 9)
    assert "(8, 8, 5)" in exercise.answer
    assert "does not tell" in exercise.answer
    assert "8 or 9" in exercise.answer


@both_languages
def test_the_question_of_the_size_gives_no_size_away(language: Language) -> None:
    exercise = solved("size_before", language)
    for words in [exercise.question, *texts(exercise.figure, language)]:
        assert "8" not in words
    assert any("(8, 8, 5)" in words for words in texts(exercise.answer_figure, language))


@given(size=st.integers(1, 9), window=st.integers(1, 6))
def test_the_sizes_before_a_pooling_are_all_that_it_brings_to_that_size(size: int, window: int) -> None:
    # A window that moves by its own size fits floor(n / window) times.
    assert sizes_before(size, window) == tuple(n for n in range(1, 100) if n // window == size)


@pytest.mark.slow
@pytest.mark.parametrize("side", [8, 9])
@pytest.mark.parametrize("channels", [1, 3])
def test_keras_ends_in_the_shape_of_the_question(side: int, channels: int) -> None:
    import keras

    network = keras.Sequential(
        [
            keras.layers.Input((side, side, channels)),
            keras.layers.Conv2D(5, 3, padding="same"),
            keras.layers.MaxPooling2D(2),
        ]
    )
    assert network.output_shape == (None, 4, 4, 5)


@pytest.mark.parametrize(
    ("name", "parameters", "message"),
    [
        ("valid_convolutions", {}, "no exercise 'valid_convolutions'; did you mean valid_convolution"),
        ("valid_convolution", {"padding": 1}, "has no parameter 'padding'"),
        ("valid_convolution", {"weights": "1 2 / 3"}, "same count of numbers"),
        ("valid_convolution", {"drawing": "1 2 / 3 4"}, "a kernel of 3"),
        ("participation", {"size": 10**9}, "size is 1000000000; it must be from 1 to"),
        ("participation", {"size": 2}, "a kernel of 3"),
        ("size_before", {"output": (4, 4)}, "output is"),
        ("size_before", {"output": (0, 4, 5)}, r"output is \(0, 4\)"),
        ("size_before", {"window": 10**9}, "window is 1000000000"),
    ],
)
def test_what_cannot_be_asked_is_refused(name: str, parameters: dict[str, object], message: str) -> None:
    with pytest.raises(GeneratorError, match=message):
        workbook.solved(name, parameters, Say("en"))


def test_a_function_of_another_name_is_no_exercise() -> None:
    def nameless(say: Say) -> workbook.Exercise:
        raise NotImplementedError

    with pytest.raises(TypeError, match="an exercise has a docstring and its module's name"):
        workbook.exercise(nameless)

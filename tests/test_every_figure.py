"""What holds for every figure of the catalogue, in both languages."""

from __future__ import annotations

import inspect
from functools import cache
from typing import Literal

import pytest

from generator import catalog
from generator.errors import GeneratorError
from generator.layout import COLUMN
from generator.painting.themes import THEME_NAMES, THEMES, ThemeName
from generator.scene import Drawing, colours, digest
from generator.words import LANGUAGES, Language
from tests.contrast import assert_contrast
from tests.drawn import MODELS, drawn, offered
from tests.legible import assert_apart, assert_in_their_cells, assert_readable, assert_within

every_figure = pytest.mark.parametrize("name", catalog.names())
both_languages = pytest.mark.parametrize("language", LANGUAGES)


@cache
def default(name: str, language: Language) -> Drawing:
    if "trained" in catalog.find(name).sources and not MODELS.path("paper").exists():
        pytest.skip("the networks are not trained here")
    return drawn(name, language)


@every_figure
@both_languages
def test_words_describe_the_picture(name: str, language: Language) -> None:
    drawing = default(name, language)
    assert len(drawing.alt) >= 40
    assert any(sign.isdigit() for sign in drawing.alt)
    assert drawing.caption
    assert drawing.caption != drawing.alt
    assert drawing.alt.rstrip().endswith((".", ")", "]"))
    hangul = any("가" <= sign <= "힣" for sign in drawing.alt + drawing.caption)
    assert hangul == (language == "ko")
    for text in (drawing.alt, drawing.caption):
        assert "  " not in text
        assert "np." not in text
        assert "array(" not in text


@every_figure
@both_languages
def test_a_figure_fits_a_pages_column(name: str, language: Language) -> None:
    drawing = default(name, language)
    assert 0 < drawing.width <= COLUMN
    assert drawing.height > 0


@every_figure
@both_languages
def test_all_marks_lie_within_the_drawing(name: str, language: Language) -> None:
    assert_within(default(name, language))


@every_figure
@both_languages
def test_text_can_be_read_and_drawn(name: str, language: Language) -> None:
    assert_readable(default(name, language))


@every_figure
@both_languages
def test_labels_do_not_overlap(name: str, language: Language) -> None:
    assert_apart(default(name, language))


@every_figure
@both_languages
def test_text_lies_within_its_cell_measured_with_the_font(name: str, language: Language) -> None:
    assert_in_their_cells(default(name, language))


@every_figure
@pytest.mark.parametrize("theme", THEME_NAMES)
def test_text_can_be_told_from_its_ground(name: str, theme: ThemeName) -> None:
    assert_contrast(default(name, "ko"), theme)


@every_figure
@both_languages
def test_every_colour_is_a_role_of_the_themes(name: str, language: Language) -> None:
    assert colours(default(name, language)) <= THEMES["light"].keys()


@every_figure
def test_drawn_twice_it_is_the_same(name: str) -> None:
    assert digest(default(name, "ko")) == digest(drawn(name, "ko"))


@every_figure
def test_a_moving_figure_stays_long_at_both_ends_and_changes_at_every_step(name: str) -> None:
    drawing = default(name, "ko")
    if drawing.moving:
        times = [frame.duration for frame in drawing.frames]
        assert min(times) >= 400
        assert times[-1] == max(times)
        assert len(times) <= 60
        assert all(a.marks != b.marks for a, b in zip(drawing.frames, drawing.frames[1:], strict=False))


@every_figure
def test_unknown_parameters_are_refused_with_what_there_is(name: str) -> None:
    entry = catalog.find(name)
    with pytest.raises(GeneratorError) as refused:
        catalog.checked(name, {"no_such_parameter": 1})
    assert f"{name} has no parameter 'no_such_parameter'" in str(refused.value)
    assert all(f"{parameter}=" in str(refused.value) for parameter in entry.parameters)


@every_figure
def test_a_value_of_another_type_is_refused(name: str) -> None:
    for parameter in catalog.find(name).parameters:
        with pytest.raises(GeneratorError, match=rf"^{name}: {parameter} is "):
            catalog.checked(name, {parameter: object()})


@every_figure
def test_a_figure_is_listed_with_a_sentence_and_its_sources_exist(name: str) -> None:
    entry = catalog.find(name)
    assert entry.summary.endswith(".")
    assert len(entry.summary) <= 110
    assert set(entry.sources) <= offered().keys()
    for parameter in inspect.signature(entry.function).parameters.values():
        if parameter.kind is parameter.KEYWORD_ONLY:
            assert parameter.default is not parameter.empty, parameter.name


LEAST: dict[str, Literal[0, -1]] = {
    "digit": -1,
    "sample": -1,
    "columns": 0,
    "size": 0,
    "kernel": 0,
    "stride": 0,
}


@every_figure
def test_a_number_that_cannot_be_is_refused_in_one_sentence(name: str) -> None:
    for parameter, value in LEAST.items():
        if parameter in catalog.find(name).parameters:
            default(name, "ko")
            with pytest.raises(GeneratorError) as refused:
                drawn(name, **{parameter: value})
            assert str(value) in str(refused.value)


CONVOLUTIONS = ("convolution", "convolution_equation", "convolution_step")


@pytest.mark.parametrize("name", CONVOLUTIONS[1:])
def test_figures_of_one_convolution_take_the_same_parameters(name: str) -> None:
    film, still = (catalog.find(figure).parameters for figure in (CONVOLUTIONS[0], name))
    assert {key: still[key] for key in film} == dict(film)

"""The catalogue: what is there, and what is said of what is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import catalog
from generator.errors import GeneratorError
from generator.figures import convolution as convolution_module
from generator.scene import Drawing
from tests.drawn import drawn, offered


def test_a_figures_signature_is_its_schema() -> None:
    entry = catalog.find("convolution")
    assert entry.sources == ("say",)
    assert {"size", "kernel", "stride", "padding", "dilation", "bias"} <= entry.parameters.keys()
    assert entry.parameters["stride"].default == 1
    assert (
        str(entry.parameters["stride"])
        == "stride=1 (a whole number or a pair (a whole number, a whole number))"
    )
    assert entry.summary.endswith(".")
    assert "\n" not in entry.summary


def test_an_unknown_figure_is_refused_with_the_nearest_names() -> None:
    with pytest.raises(GeneratorError, match="there is no figure 'convolutoin'; did you mean convolution"):
        catalog.find("convolutoin")


def test_a_figure_like_no_other_is_refused_with_the_command_that_names_all() -> None:
    with pytest.raises(GeneratorError) as refused:
        catalog.find("xyzzy")
    assert str(refused.value).endswith(f"generator list names all {len(catalog.names())}")


def test_an_unknown_parameter_is_refused_with_the_nearest_and_all_that_there_are() -> None:
    with pytest.raises(GeneratorError) as refused:
        catalog.checked("convolution", {"strid": 2})
    assert "convolution has no parameter 'strid'; did you mean stride? it takes size=5" in str(refused.value)


@pytest.mark.parametrize("value", ["2", 2.0, True, None, (1, 2, 3), (1, "2")])
def test_a_value_of_another_type_is_refused_with_the_type_that_it_must_have(value: object) -> None:
    with pytest.raises(GeneratorError, match=r"stride is .*; it must be a whole number or a pair"):
        catalog.checked("convolution", {"stride": value})


def test_a_list_stands_for_a_pair() -> None:
    assert catalog.checked("convolution", {"stride": [2, 1]}) == {"stride": (2, 1)}


def test_words_of_a_command_line_become_values() -> None:
    given = catalog.parsed("convolution", ("stride=2", "size=(4, 6)", "drawing=3", "bias=0.5"))
    assert given == {"stride": 2, "size": (4, 6), "drawing": "3", "bias": 0.5}


def test_a_word_without_an_equals_sign_is_refused_with_how_to_write_it() -> None:
    with pytest.raises(GeneratorError, match="'stride' is no parameter; write key=value"):
        catalog.parsed("convolution", ("stride",))


def test_what_arithmetic_refuses_comes_out_with_all_its_numbers() -> None:
    with pytest.raises(GeneratorError, match=r"a kernel of 7 .* the input of 5"):
        drawn("convolution", kernel=7)


def test_a_drawing_wider_than_a_page_is_refused_with_what_to_lower() -> None:
    with pytest.raises(GeneratorError, match="lower size, kernel or padding"):
        drawn("convolution", size=40)


def test_only_the_sources_that_a_figure_names_are_asked() -> None:
    def never() -> object:
        raise AssertionError("not asked for")

    sources = {"say": offered()["say"], "data": never, "trained": never}
    assert isinstance(catalog.draw("convolution", {}, sources), Drawing)


def test_a_function_that_the_catalogue_cannot_offer_is_refused_at_once() -> None:
    def convolution() -> Drawing:
        raise NotImplementedError

    with pytest.raises(TypeError, match="a figure has a docstring and its module's name"):
        catalog.figure(convolution)


def test_the_decorator_leaves_the_function_as_it_is() -> None:
    assert catalog.find("convolution").function is convolution_module.convolution


@pytest.mark.parametrize("name", catalog.names())
def test_a_summary_reads_the_same_without_an_import(name: str) -> None:
    assert catalog.summary(name) == catalog.find(name).summary


def test_a_figure_that_is_no_python_is_told_with_its_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "broken.py").write_text('"""A figure."""\n\ndef broken(\n    say: Say,, *\n) -> Drawing:\n')
    with pytest.raises(GeneratorError, match=r"broken\.py:4: is no Python"):
        catalog.summary_in([str(tmp_path)], "broken")

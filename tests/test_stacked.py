"""The form of figures for phones: the same panels, one under another."""

from __future__ import annotations

from collections import Counter
from typing import get_args

import pytest

from generator import catalog
from generator.errors import GeneratorError
from generator.parts.arrangement import PHONE, PHONE_MARGIN, Layout
from generator.scene import Drawing, Label, digest
from generator.words import LANGUAGES, Language
from tests.drawn import MODELS, drawn
from tests.legible import assert_apart, assert_in_their_cells, assert_readable, assert_within

STACKING = tuple(name for name in catalog.names() if "layout" in catalog.find(name).parameters)
# Of three panels or two: FIGURES.md wants them on phones.
WANTED = (
    "convolution",
    "convolution_equation",
    "convolution_step",
    "feature_maps",
    "kernels",
    "padding_coverage",
    "padding_frame",
    "pooling",
    "pooling_channels",
    "pooling_comparison",
    "pooling_shift",
    "prediction",
)
stacking = pytest.mark.parametrize("name", STACKING)


def _drawn(name: str, language: Language, layout: Layout) -> Drawing:
    if "trained" in catalog.find(name).sources and not MODELS.path("paper").exists():
        pytest.skip("the networks are not trained here")
    return drawn(name, language, layout=layout)


def _numbers(drawing: Drawing) -> Counter[str]:
    """The texts of the last frame that are numbers alone."""
    texts = (mark.text for mark in drawing.frames[-1].marks if isinstance(mark, Label))
    return Counter(text for text in texts if text.lstrip("−").replace(".", "").isdigit())


def test_every_figure_of_several_panels_can_be_stacked() -> None:
    assert set(WANTED) <= set(STACKING)


@stacking
def test_a_row_is_the_default(name: str) -> None:
    parameter = catalog.find(name).parameters["layout"]
    assert parameter.default == "row"
    assert parameter.kind == Layout
    assert digest(_drawn(name, "ko", "row")) == digest(drawn(name, "ko"))
    assert set(get_args(Layout)) == {"row", "stacked"}


@stacking
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_stacked_figure_fits_a_phone_and_can_be_read(name: str, language: Language) -> None:
    drawing = _drawn(name, language, "stacked")
    assert drawing.width == PHONE
    for holds in (assert_within, assert_readable, assert_apart, assert_in_their_cells):
        holds(drawing)
    inked = [mark.x for mark in drawing.frames[-1].marks if isinstance(mark, Label)]
    assert min(inked) >= PHONE_MARGIN
    assert max(inked) <= PHONE - PHONE_MARGIN


@pytest.mark.parametrize("name", WANTED)
def test_a_stacked_figure_shows_the_same_numbers(name: str) -> None:
    row, stacked = (_drawn(name, "en", layout) for layout in ("row", "stacked"))
    assert len(row.frames) == len(stacked.frames)
    assert _numbers(row) == _numbers(stacked)
    assert row.caption == stacked.caption


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("convolution", {"size": 14}),
        ("convolution_equation", {"size": 14}),
        ("convolution_step", {"kernel": 6, "size": 7}),
        ("convolution_step", {"size": 14}),
        ("pooling", {"input_size": 14}),
        ("pooling_comparison", {"drawing": "1 " * 14 + "/" + "1 " * 14}),
        ("padding_coverage", {"padding": 5}),
        ("padding_frame", {"padding": 40}),
        ("pooling_channels", {"input_size": 14}),
        ("pooling_shift", {"input_size": 14}),
    ],
)
def test_what_is_too_wide_for_a_phone_says_what_to_lower(name: str, given: dict[str, object]) -> None:
    with pytest.raises(GeneratorError, match=r"lower|phone"):
        drawn(name, "en", layout="stacked", **given)


@pytest.mark.parametrize("kernel", [1, 3, 5, (7, 2), (1, 6)])
def test_the_sum_of_a_stacked_convolution_stays_on_the_phone(kernel: int | tuple[int, int]) -> None:
    drawing = drawn("convolution", layout="stacked", size=8, kernel=kernel, bias=-12.5)
    assert_within(drawing)
    assert drawing.width == PHONE


@pytest.mark.parametrize("column", range(6))
def test_the_arrow_to_the_stacked_output_crosses_no_words(column: int) -> None:
    from generator.scene import Line
    from tests.legible import box

    drawing = drawn("convolution_step", "en", layout="stacked", size=(8, 8), kernel=(5, 3), column=column)
    marks = drawing.frames[0].marks
    (arrow,) = [mark for mark in marks if isinstance(mark, Line) and mark.arrow]
    for start, end in zip(arrow.points, arrow.points[1:], strict=False):
        for share in range(21):
            x = start[0] + (end[0] - start[0]) * share / 20
            y = start[1] + (end[1] - start[1]) * share / 20
            for left, top, right, bottom in (box(mark) for mark in marks if isinstance(mark, Label)):
                assert not (left < x < right and top < y < bottom)

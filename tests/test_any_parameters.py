"""Whatever a post asks of a figure: a right picture, or one sentence about what cannot be."""

from __future__ import annotations

import os
import time
from types import NoneType
from typing import Any, Literal, get_args, get_origin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import catalog
from generator.errors import GeneratorError
from generator.layout import COLUMN
from generator.scene import Drawing
from generator.words import LANGUAGES
from tests.contrast import assert_contrast
from tests.drawn import drawn
from tests.legible import assert_apart, assert_in_their_cells, assert_readable, assert_within

# A page that is higher than this is no figure any more; nothing may take longer than this to be refused.
HIGHEST, LONGEST = 2400, 5.0

NUMBERS = st.one_of(
    st.integers(0, 9), st.sampled_from([-(10**9), -1, 10, 12, 16, 20, 28, 32, 50, 100, 1000, 10**6, 10**12])
)
REALS = st.one_of(NUMBERS, st.sampled_from([-2.5, -0.1, 0.25, 1e-9, 1e9, 1e300]))
TEXTS = st.one_of(
    st.sampled_from(["", " ", "3", "5", "8", "arrow", "nothing", "/", "1", "가 / 나", "nan 1", "1e999 1"]),
    st.sampled_from(["0 0 / 0 0", "1 2 / 3 4", "1 2 / 3", "-5 7 0 / 2.5 3 1", "123456 1 / 2 -99999"]),
    st.sampled_from([" / ".join(["9 9 9 9"] * 4), "1 " * 40, " / ".join("1" * 40), "0.125 1"]),
    st.sampled_from(["paper", "post", "fashion", "alexnet", "input", "C1", "S2", "C3", "F6", "output"]),
)


def values(kind: Any) -> st.SearchStrategy[Any]:
    """Values of a parameter's type, those that make sense among those that do not."""
    if get_origin(kind) is Literal:
        return st.sampled_from(get_args(kind))
    if get_origin(kind) is tuple:
        return st.tuples(*(values(part) for part in get_args(kind) if part is not Ellipsis))
    if get_args(kind):
        return st.one_of(*(values(part) for part in get_args(kind)))
    return {int: NUMBERS, float: REALS, bool: st.booleans(), str: TEXTS, NoneType: st.none()}[kind]


# EXAMPLES=500 looks further, and elsewhere each time.
EXAMPLES = os.environ.get("EXAMPLES")


@pytest.mark.parametrize("name", catalog.names())
@settings(max_examples=int(EXAMPLES or 20), derandomize=EXAMPLES is None, database=None)
@given(choices=st.data())
def test_parameters_give_a_picture_that_can_be_read_or_a_sentence(name: str, choices: st.DataObject) -> None:
    parameters = catalog.find(name).parameters
    some = (
        st.lists(st.sampled_from(sorted(parameters)), unique=True, max_size=4) if parameters else st.just([])
    )
    chosen: list[str] = choices.draw(some, "parameters")
    asked = {key: choices.draw(values(parameters[key].kind), key) for key in chosen}
    language = choices.draw(st.sampled_from(LANGUAGES), "language")
    begin = time.process_time()
    try:
        drawing = drawn(name, language, **asked)
    except GeneratorError as refusal:
        assert_a_sentence(refusal.message)
    else:
        assert_a_right_picture(drawing)
    assert time.process_time() - begin < LONGEST


def assert_a_sentence(message: str) -> None:
    """One line that says more than that something is wrong."""
    assert "\n" not in message
    assert len(message.split()) >= 4
    assert len(message) <= 600


def assert_a_right_picture(drawing: Drawing) -> None:
    """What `test_every_figure` wants of a figure's defaults, at the beginning and the end of a film."""
    assert 0 < drawing.width <= COLUMN
    assert 0 < drawing.height <= HIGHEST
    ends = tuple(dict.fromkeys((drawing.frames[0], drawing.frames[-1])))
    shown = Drawing(drawing.width, drawing.height, ends, drawing.alt, drawing.caption)
    for holds in (assert_within, assert_readable, assert_apart, assert_in_their_cells):
        holds(shown)
    assert_contrast(shown, "light")
    assert_contrast(shown, "dark")
    assert drawing.alt.strip()
    assert drawing.caption.strip()

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.painting.palette import Palette, Runs, choose, packed, unpacked

colours = st.tuples(*[st.integers(0, 255)] * 3)


@st.composite
def pictures(draw: st.DrawFn) -> np.ndarray:
    height, width = draw(st.integers(1, 12)), draw(st.integers(1, 12))
    few = draw(st.lists(colours, min_size=1, max_size=6))
    seed = draw(st.integers(0, 2**32 - 1))
    return np.array(few, np.uint8)[np.random.default_rng(seed).integers(0, len(few), (height, width))]


@settings(deadline=None, max_examples=40)
@given(pictures())
def test_packing_loses_nothing(picture):
    assert (unpacked(packed(picture)) == picture).all()


@settings(deadline=None, max_examples=40)
@given(pictures())
def test_packing_a_part_of_a_picture_equals_a_part_of_the_packed_picture(picture):
    assert (packed(picture[::2, 1:]) == packed(picture)[::2, 1:]).all()


def test_packing_puts_red_lowest():
    assert packed(np.array([[[1, 2, 3]]], np.uint8)).tolist() == [[1 + 256 * 2 + 65536 * 3]]


@settings(deadline=None, max_examples=40)
@given(pictures())
def test_runs_count_every_pixel(picture):
    runs = Runs.of(packed(picture))
    values, counts = np.unique(packed(picture), return_counts=True)
    assert runs.colours.tolist() == values.tolist()
    assert runs.counts().tolist() == counts.tolist()


@settings(deadline=None, max_examples=40)
@given(pictures())
def test_runs_filled_with_their_colours_places_give_the_picture_back(picture):
    runs = Runs.of(packed(picture))
    places = runs.filled(np.arange(runs.colours.size, dtype=np.uint8))
    assert (runs.colours[places] == packed(picture)).all()


def test_the_first_colours_that_occur_lead_and_the_most_frequent_follow():
    picture = np.array([[[9, 9, 9]] * 5 + [[1, 1, 1]] * 3 + [[7, 7, 7]] * 1], np.uint8)
    palette = choose([Runs.of(packed(picture))], 255, [(7, 7, 7), (200, 0, 0), (7, 7, 7)])
    assert unpacked(palette.colours).tolist() == [[7] * 3, [9] * 3, [1] * 3]


def test_of_equally_frequent_colours_the_lower_number_comes_first():
    picture = np.array([[[0, 0, 5], [5, 0, 0], [0, 5, 0]]], np.uint8)
    palette = choose([Runs.of(packed(picture))], 2)
    assert unpacked(palette.colours).tolist() == [[5, 0, 0], [0, 5, 0]]


def test_counts_add_up_over_pictures():
    one = np.array([[[1, 1, 1]] * 3 + [[2, 2, 2]] * 2], np.uint8)
    two = np.array([[[2, 2, 2]] * 2 + [[3, 3, 3]]], np.uint8)
    palette = choose([Runs.of(packed(one)), Runs.of(packed(two))], 2)
    assert unpacked(palette.colours).tolist() == [[2] * 3, [1] * 3]


@settings(deadline=None, max_examples=40)
@given(st.lists(colours, min_size=1, max_size=256, unique=True), st.lists(colours, max_size=50))
def test_a_colour_becomes_its_own_entry_or_the_nearest(entries, others):
    palette = Palette(packed(np.array([entries], np.uint8)).ravel())
    asked = np.array(entries + others)
    found = palette.entries(packed(asked[None].astype(np.uint8)).ravel())
    away = ((asked[:, None] - np.array(entries)) ** 2).sum(axis=2)
    assert found[: len(entries)].tolist() == list(range(len(entries)))
    assert (away[np.arange(len(asked)), found] == away.min(axis=1)).all()


def test_more_colours_than_are_compared_at_once_find_their_nearest():
    asked = np.arange(5000, dtype=np.uint32) * 3001
    palette = Palette(asked[::50])
    away = ((unpacked(asked).astype(int)[:, None] - unpacked(asked[::50]).astype(int)) ** 2).sum(axis=2)
    assert (away[np.arange(5000), palette.entries(asked)] == away.min(axis=1)).all()


def test_the_table_is_three_bytes_an_entry():
    palette = Palette(packed(np.array([[[255, 255, 255], [1, 2, 3]]], np.uint8)).ravel())
    assert palette.rgb() == bytes([255, 255, 255, 1, 2, 3])
    assert len(palette) == 2

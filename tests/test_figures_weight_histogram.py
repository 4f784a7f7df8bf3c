"""The histogram of a layer's weights: counts, means, deviations, one axis."""

from __future__ import annotations

import re
from itertools import product

import numpy as np
import pytest

from generator.errors import GeneratorError
from generator.parts.models.histograms import histograms
from generator.scene import Box, Drawing
from generator.words import LANGUAGES, Language
from tests.contrast import assert_contrast
from tests.drawn import MODELS, drawn
from tests.legible import assert_apart, assert_readable, assert_within

LAYERS = [("paper", layer) for layer in ("C1", "C3", "C5", "F6", "output")] + [("post", "F5")]
every_layer = pytest.mark.parametrize(("model", "layer"), LAYERS)


def bars(drawing: Drawing, role: str) -> list[Box]:
    return [mark for mark in drawing.frames[0].marks if isinstance(mark, Box) and mark.fill == role]


def counts_in(words: str) -> tuple[list[int], list[int]]:
    """The counts before and after training, as the alt text lists them."""
    before, after = re.findall(r"counts of bins \d+ to \d+: ([\d ]+)", words)
    return [int(n) for n in before.split()], [int(n) for n in after.split()]


@every_layer
def test_counts_sum_to_the_number_of_weights(model: str, layer: str) -> None:
    size = MODELS[model].weights[f"{layer}/kernel"].size
    for bins in (4, 7, 40, 100):
        before, after = counts_in(drawn("weight_histogram", "en", model=model, layer=layer, bins=bins).alt)
        assert sum(before) == sum(after) == size


@pytest.mark.parametrize("layer", ["C1", "C3", "output"])
def test_counts_mean_and_deviation_are_those_of_a_plain_computation(layer: str) -> None:
    network = MODELS["paper"]
    arrays = [network.initial_weights[f"{layer}/kernel"], network.weights[f"{layer}/kernel"]]
    for array, histogram in zip(arrays, histograms(arrays, 10), strict=True):
        values = [float(value) for value in array.ravel()]
        mean = sum(values) / len(values)
        assert histogram.mean == pytest.approx(mean, abs=1e-12)
        deviation = (sum((value - mean) ** 2 for value in values) / len(values)) ** 0.5
        assert histogram.deviation == pytest.approx(deviation)
        edges = histogram.edges
        for index, count in enumerate(histogram.counts):
            last = index == len(histogram.counts) - 1
            low, high = edges[index], edges[index + 1]
            assert count == sum(low <= v < high or (last and v == high) for v in values)


def test_both_histograms_share_an_axis_that_is_even_around_zero() -> None:
    before, after = histograms([np.array([-1.0, 0.5]), np.array([0.25, 3.0])], 6)
    assert before.edges == after.edges == (-3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0)
    assert before.counts == (0, 0, 1, 1, 0, 0)
    assert after.counts == (0, 0, 0, 1, 0, 1)


def test_bars_are_as_high_as_their_counts_on_one_scale() -> None:
    drawing = drawn("weight_histogram", "en", layer="C3", bins=30)
    heights = [
        [bar.height for bar in sorted(bars(drawing, role), key=lambda bar: bar.x)]
        for role in ("muted", "kernel-strong")
    ]
    counts = [[count for count in row if count] for row in counts_in(drawing.alt)]
    highest = max(map(max, counts))
    tallest = max(map(max, heights))
    for row, shown in zip(counts, heights, strict=True):
        assert shown == pytest.approx([count / highest * tallest for count in row])


def test_weights_that_are_all_zero_have_a_histogram() -> None:
    (histogram,) = histograms([np.zeros(5)], 4)
    assert sum(histogram.counts) == 5
    assert (histogram.mean, histogram.deviation) == (0.0, 0.0)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"bins": 3}, "bins is 3; it must be from 4 to 100"),
        ({"bins": 10**9}, "from 4 to 100"),
        ({"layer": "S2"}, "there are C1, C3, C5, F6, output"),
    ],
)
def test_what_cannot_be_drawn_is_refused(given: dict[str, object], told: str) -> None:
    with pytest.raises(GeneratorError, match=told):
        drawn("weight_histogram", "en", **given)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("place", "bins"), [*product(LAYERS, (4, 40, 100))])
def test_every_layer_can_be_read(place: tuple[str, str], bins: int, language: Language) -> None:
    drawing = drawn("weight_histogram", language, model=place[0], layer=place[1], bins=bins)
    for holds in (assert_within, assert_readable, assert_apart):
        holds(drawing)
    assert_contrast(drawing, "light")
    assert_contrast(drawing, "dark")

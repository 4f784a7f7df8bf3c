"""What posts can say of a trained network's layers and predictions."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from generator.errors import GeneratorError
from generator.learning.recipes import recipe
from generator.learning.trained import Trained
from generator.writing.trained_values import trained_values
from generator.writing.values import tree
from tests.example_trained import example_trained


@pytest.fixture(scope="module")
def example() -> Trained:
    return example_trained("fashion")


def values(trained: Trained, language: Any = "en") -> Any:
    return trained_values("trained.fashion", lambda: trained, language)


def test_asking_for_one_network_reads_no_other(example: Trained) -> None:
    asked: list[str] = []

    def read(name: str) -> Trained:
        asked.append(name)
        return example

    found: Any = tree(trained=read, data="digits", language="ko")["trained"]
    assert found.fashion.epochs == 2
    assert asked == ["fashion"]


def test_a_prediction_names_the_class_with_the_largest_probability(example: Trained) -> None:
    output = np.full((10, 10), 0.05, np.float32)
    output[3, 8], output[4, 4] = 0.55, 0.55
    trained = replace(example, data="fashion", traces={**example.traces, "output": output})
    wrong, right = values(trained).prediction(3), values(trained).prediction(4)
    assert (wrong.right, wrong.label, wrong.name, wrong.true_name) == (False, 8, "bag", "dress")
    assert (wrong.probability, wrong.true_probability) == pytest.approx((0.55, 0.05))
    assert (right.right, right.name) == (True, "coat")


def test_weights_that_stay_are_kept_and_those_that_turn_are_not(example: Trained) -> None:
    before = example.initial_weights["conv1/kernel"]
    for after, kept in ((2 * before, 1.0), (-before, -1.0)):
        layer = values(replace(example, weights={**example.weights, "conv1/kernel": after})).conv1
        assert layer.kept == pytest.approx(kept)
        assert layer.deviation_before == pytest.approx(float(np.std(before)))
        assert layer.deviation == pytest.approx(float(np.std(after)))


def test_what_a_layer_sees_is_told_in_numbers(example: Trained) -> None:
    picture = example.traces["input"][5][..., 0]
    maps = np.zeros((28, 28, 32), np.float32)
    maps[..., 0], maps[..., 1] = picture, -picture
    trace = example.traces["conv1"].copy()
    trace[5] = maps
    seen = values(replace(example, traces={**example.traces, "conv1": trace})).conv1.sample(5)
    assert (seen.maps, seen.empty, seen.against) == (32, 30, 1)
    assert seen.zeros == pytest.approx(np.mean(maps == 0))
    assert seen.means[:3] == pytest.approx((picture.mean(), -picture.mean(), 0), abs=1e-6)
    assert seen.likeness == 0, "the median of 32, of which 30 show nothing"


def test_a_smaller_map_is_compared_with_the_picture_in_its_size(example: Trained) -> None:
    picture = example.traces["input"][5][..., 0]
    halves = (picture[::2, ::2] + picture[1::2, ::2] + picture[::2, 1::2] + picture[1::2, 1::2]) / 4
    trace = example.traces["conv2"].copy()
    trace[5] = np.repeat(halves[..., np.newaxis], 64, axis=2)
    seen = values(replace(example, traces={**example.traces, "conv2": trace})).conv2.sample(5)
    assert seen.likeness == pytest.approx(1, abs=1e-6)


def test_a_layer_without_places_tells_its_largest_value_and_its_zeros(example: Trained) -> None:
    seen = values(example).dense.sample(0)
    assert set(seen.names()) == {"largest", "zeros"}
    assert seen.largest == pytest.approx(float(example.traces["dense"][0].max()))


def test_the_recipe_is_that_of_the_training(example: Trained) -> None:
    way = recipe("fashion", "digits")
    found = values(example).recipe
    assert (found.patience, found.held_out, found.epochs) == (way.patience, way.held_out, way.epochs)


@pytest.mark.parametrize("sample", [-1, 10, True, "5"])
def test_a_sample_is_one_of_the_classes(example: Trained, sample: object) -> None:
    for ask in (values(example).prediction, values(example).conv1.sample):
        with pytest.raises(GeneratorError, match="it must be a class, 0 to 9"):
            ask(sample)

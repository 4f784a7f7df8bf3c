"""The lecture's network for Fashion-MNIST, with MNIST in the place of clothes."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import catalog
from generator.learning.artefact import file_name, save
from generator.networks import NETWORKS, parameter_counts
from generator.scene import Drawing
from generator.sources import Models, sources
from tests.contrast import assert_contrast
from tests.legible import assert_apart, assert_in_their_cells, assert_readable, assert_within

FIRST_LAYER = "conv1"
FIGURES = [
    name
    for name in catalog.names()
    if "trained" in catalog.find(name).sources and "model" in catalog.find(name).parameters
]


@pytest.fixture(scope="module")
def models(mnist_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Models:
    """The network after one epoch on a few pictures of MNIST."""
    from generator.learning.data import Dataset, load
    from generator.learning.model import train

    mnist = load("mnist", mnist_folder)
    few = Dataset("mnist", mnist.x_train[:1000], mnist.y_train[:1000], mnist.x_test[:500], mnist.y_test[:500])
    folder = tmp_path_factory.mktemp("trained")
    network = NETWORKS["fashion"]
    save(train(network, few, epochs=1, progress=False), folder / file_name(network.name, "mnist"))
    return Models(folder, "mnist")


def drawn(models: Models, name: str) -> Drawing:
    given = {"model": "fashion"}
    if "layer" in catalog.find(name).parameters:
        given["layer"] = FIRST_LAYER
    return catalog.draw(name, given, sources(models, "mnist", None, "en"))


def test_it_has_the_parameters_of_the_lecture() -> None:
    counts = [count for count in parameter_counts(NETWORKS["fashion"]) if count]
    assert counts == [320, 18_496, 313_700, 1_010]
    assert sum(counts) == 333_526


@pytest.mark.slow
@pytest.mark.parametrize("name", FIGURES)
def test_every_figure_of_a_trained_network_draws_it(models: Models, name: str) -> None:
    drawing = drawn(models, name)
    for holds in (assert_within, assert_readable, assert_apart, assert_in_their_cells):
        holds(drawing)
    assert_contrast(drawing, "light")
    assert_contrast(drawing, "dark")


@pytest.mark.slow
def test_words_name_the_data_that_it_saw(models: Models) -> None:
    drawing = drawn(models, "feature_maps")
    assert "MNIST" in drawing.caption
    assert "Fashion-MNIST" not in drawing.alt + drawing.caption

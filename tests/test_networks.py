"""Networks as data: shapes and parameter counts, against the literature; Keras is asked in test_model."""

from __future__ import annotations

import pytest

from generator.networks import NETWORKS, output_shapes, parameter_counts, weight_shapes


@pytest.mark.parametrize(("name", "total"), [("paper", 61_706), ("post", 82_826), ("fashion", 333_526)])
def test_networks_have_the_published_parameter_counts(name: str, total: int) -> None:
    assert sum(parameter_counts(NETWORKS[name])) == total


def test_lenet_of_the_paper_has_the_sizes_of_the_paper() -> None:
    assert output_shapes(NETWORKS["paper"]) == (
        (28, 28, 6),
        (14, 14, 6),
        (10, 10, 16),
        (5, 5, 16),
        (1, 1, 120),
        (120,),
        (84,),
        (10,),
    )


def test_lenet_of_the_post_keeps_the_size_in_its_first_layer() -> None:
    shapes = output_shapes(NETWORKS["post"])
    assert shapes[0] == (32, 32, 6)
    assert shapes[4] == (576,)


def test_parameters_of_the_lecture_are_counted_layer_by_layer() -> None:
    assert parameter_counts(NETWORKS["fashion"]) == (320, 0, 18_496, 0, 0, 313_700, 0, 1_010)


def test_weights_have_keras_axes() -> None:
    shapes = weight_shapes(NETWORKS["paper"])
    assert shapes["C3/kernel"] == (5, 5, 6, 16)
    assert shapes["C3/bias"] == (16,)
    assert shapes["F6/kernel"] == (120, 84)


def test_layer_names_are_unique_within_a_network() -> None:
    for network in NETWORKS.values():
        names = [layer.name for layer in network.layers]
        assert len(set(names)) == len(names)

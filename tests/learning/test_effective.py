"""Effective receptive fields against TensorFlow, difference quotients and theory."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from generator.arithmetic import Array
from generator.errors import GeneratorError
from generator.learning.effective import effective_field
from generator.learning.prepare import prepare
from generator.learning.trained import Trained
from generator.networks import NETWORKS
from generator.receptive import layer_field, network_fields
from tests.drawn import MODELS
from tests.network_figures import networks

PLACES = [
    (model, field.name)
    for model in ("paper", "post")
    for field in network_fields(NETWORKS[model])[1:]
    if field.name != "C5"
]
every_layer = pytest.mark.parametrize(("model", "layer"), PLACES)


def trained(model: str) -> Trained:
    return MODELS[model] if model != "fashion" else networks()["fashion"]


def square(model: str, layer: str, unit: tuple[int, int]) -> tuple[slice, slice]:
    """The theoretical field, cut off at the input's edges."""
    size = NETWORKS[model].input_shape[0]
    ends = (layer_field(NETWORKS[model], layer).interval(place) for place in unit)
    rows, columns = (slice(max(int(begin), 0), min(int(end), size)) for begin, end in ends)
    return rows, columns


@pytest.mark.parametrize(("model", "layer"), [*PLACES, ("paper", "C5"), ("fashion", "conv2")])
def test_outside_the_theoretical_square_all_is_zero_and_inside_it_nothing(model: str, layer: str) -> None:
    last = layer_field(NETWORKS[model], layer).units - 1
    for unit in {(last // 2, last // 2), (0, last), (last, 0)}:
        field = effective_field(trained(model), layer, unit)
        inside = field[square(model, layer, unit)]
        assert field.sum() == pytest.approx(inside.sum())
        if model != "fashion":  # a maximum lets no gradient through from cells that lose
            assert (inside > 0).all()


def by_differences(model: str, layer: str, unit: tuple[int, int], pixel: tuple[int, int]) -> float:
    """The mean absolute change of the unit's maps for a small change of one pixel, by Keras' own arithmetic
    written out with loops over the layers."""
    network = trained(model)
    pictures = prepare(
        network.samples.images[:: network.samples.per_class], NETWORKS[model].input_shape[0]
    ).astype(np.float64)
    step = 1e-5

    def at(change: float) -> Array:
        maps = pictures.copy()
        maps[:, pixel[0], pixel[1]] += change
        for row in NETWORKS[model].layers:
            maps = plain_layer(network, row.name, maps)
            if row.name == layer:
                return maps[:, unit[0], unit[1]]
        raise AssertionError(layer)

    return float(np.abs((at(step) - at(-step)) / (2 * step)).mean())


def plain_layer(network: Trained, name: str, maps: Array) -> Array:
    """One layer of a LeNet on whole pictures (n, h, w, c), position by position."""
    layer = next(layer for layer in NETWORKS[network.network].layers if layer.name == name)
    if layer.padding == "same":
        edge = (layer.kernel - 1) // 2
        maps = np.pad(maps, ((0, 0), (edge, edge), (edge, edge), (0, 0)))
    size = (maps.shape[1] - layer.kernel) // layer.stride + 1
    weights = network.weights.get(f"{name}/kernel")
    out = np.empty((len(maps), size, size, maps.shape[3] if weights is None else weights.shape[3]))
    for row, column in product(range(size), repeat=2):
        top, left = row * layer.stride, column * layer.stride
        patch = maps[:, top : top + layer.kernel, left : left + layer.kernel]
        if weights is None:
            out[:, row, column] = patch.mean(axis=(1, 2))
        else:
            sums = np.tensordot(patch, weights.astype(np.float64), 3) + network.weights[f"{name}/bias"]
            out[:, row, column] = np.tanh(sums)
    return out


@pytest.mark.parametrize(
    ("model", "layer", "unit", "pixel"),
    [
        ("paper", "C1", (14, 14), (16, 16)),
        ("paper", "C3", (5, 5), (14, 20)),
        ("paper", "C3", (5, 5), (10, 10)),
        ("post", "C3", (0, 3), (0, 12)),
        ("post", "S4", (5, 5), (31, 25)),
    ],
)
def test_gradients_are_difference_quotients(
    model: str, layer: str, unit: tuple[int, int], pixel: tuple[int, int]
) -> None:
    field = effective_field(trained(model), layer, unit)
    assert field[pixel] == pytest.approx(by_differences(model, layer, unit, pixel), rel=1e-3)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("model", "layer", "unit"),
    [
        ("paper", "C3", (5, 5)),
        ("paper", "S4", (0, 4)),
        ("post", "C1", (0, 31)),
        ("post", "C3", (7, 7)),
        ("post", "S4", (0, 0)),
        ("fashion", "conv2", (0, 7)),
        ("fashion", "pool2", (3, 3)),
    ],
)
def test_gradients_are_those_of_tensorflow(model: str, layer: str, unit: tuple[int, int]) -> None:
    from generator.learning.model import build, keras

    k = keras()
    import tensorflow as tf

    network = trained(model)
    whole = build(NETWORKS[model])
    for row in whole.layers:
        if row.weights:
            row.set_weights([network.weights[f"{row.name}/{part}"] for part in ("kernel", "bias")])
    until = k.Model(whole.inputs, whole.get_layer(layer).output)
    pictures = prepare(network.samples.images[:: network.samples.per_class], NETWORKS[model].input_shape[0])
    x = tf.constant(pictures)
    with tf.GradientTape(persistent=True) as tape:
        tape.watch(x)
        maps = [values[:, unit[0], unit[1]] for values in tf.unstack(until(x), axis=3)]
    gradients = np.array([tape.gradient(values, x).numpy() for values in maps])
    expected = np.abs(gradients).mean(axis=(0, 1, 4))
    assert np.allclose(effective_field(network, layer, unit), expected, rtol=1e-3, atol=1e-6)


def test_a_layer_without_a_field_and_a_unit_that_is_not_there_are_refused() -> None:
    with pytest.raises(GeneratorError, match="layer is 'F6'"):
        effective_field(trained("paper"), "F6", (0, 0))
    with pytest.raises(GeneratorError, match="unit is 10"):
        effective_field(trained("paper"), "C3", (0, 10))

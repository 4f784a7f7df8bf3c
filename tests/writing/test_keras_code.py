from __future__ import annotations

import ast
from typing import Any

import pytest

from generator.errors import GeneratorError
from generator.networks import NETWORKS, output_shapes, parameter_counts
from generator.writing.keras_code import keras_code
from generator.writing.named import model_name


@pytest.mark.parametrize("network", NETWORKS)
def test_the_code_is_python_with_a_line_a_layer(network: str) -> None:
    code = keras_code(network)
    ast.parse(code)
    lines = [line for line in code.splitlines() if line.startswith("    layers.")]
    assert len(lines) == len(NETWORKS[network].layers)
    assert max(map(len, code.splitlines())) <= 80


def test_a_network_that_does_not_exist_is_told_with_those_that_do() -> None:
    with pytest.raises(GeneratorError, match=r"'lenet'; .* There are paper, post, fashion, alexnet"):
        keras_code("lenet")


@pytest.mark.slow
@pytest.mark.parametrize("network", NETWORKS)
def test_the_code_builds_the_network_that_is_drawn(network: str) -> None:
    namespace: dict[str, Any] = {}
    exec(keras_code(network), namespace)
    model, net = namespace["model"], NETWORKS[network]
    assert model.name == model_name(net)
    assert model.input_shape == (None, *net.input_shape)
    assert [layer.name for layer in model.layers] == [layer.name for layer in net.layers]
    assert [layer.output.shape for layer in model.layers] == [(None, *shape) for shape in output_shapes(net)]
    assert [layer.count_params() for layer in model.layers] == list(parameter_counts(net))
    for layer, drawn in zip(model.layers, net.layers, strict=True):
        if drawn.kind in ("conv", "dense"):
            assert layer.activation.__name__ == (drawn.activation or "linear")
        if drawn.kind in ("conv", "pool"):
            assert layer.padding == drawn.padding
            assert layer.strides == (drawn.stride, drawn.stride)
        if drawn.kind == "pool":
            assert (
                type(layer).__name__ == {"average": "AveragePooling2D", "max": "MaxPooling2D"}[drawn.pooling]
            )


@pytest.mark.slow
@pytest.mark.parametrize("network", NETWORKS)
def test_the_code_builds_the_network_that_is_trained(network: str) -> None:
    from generator.learning.model import build

    namespace: dict[str, Any] = {}
    exec(keras_code(network), namespace)
    assert _configuration(namespace["model"]) == _configuration(build(NETWORKS[network]))


def _configuration(model: Any) -> list[Any]:
    keep = (
        "name",
        "filters",
        "units",
        "kernel_size",
        "pool_size",
        "strides",
        "padding",
        "activation",
        "rate",
    )
    return [
        (type(layer).__name__, {key: value for key, value in layer.get_config().items() if key in keep})
        for layer in model.layers
    ]

"""The networks that posts describe, as data: no Keras, no arrays.

Shapes are (height, width, channels) as in Keras, without the batch axis; a layer that knows no height and
width has one number.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil, prod
from types import MappingProxyType
from typing import Literal

Kind = Literal["conv", "pool", "flatten", "dense", "dropout"]
Shape = tuple[int, ...]


@dataclass(frozen=True)
class Layer:
    """One layer. ``filters`` are a dense layer's units, too; ``rate`` is the share that dropout sets to 0."""

    name: str
    kind: Kind
    filters: int = 0
    kernel: int = 1
    stride: int = 1
    padding: Literal["valid", "same"] = "valid"
    activation: str | None = None
    pooling: Literal["average", "max"] = "max"
    rate: float = 0.0


@dataclass(frozen=True)
class Network:
    """A chain of layers; ``title`` is what captions call it."""

    name: str
    title: str
    input_shape: tuple[int, int, int]
    layers: tuple[Layer, ...]


def _convolution(
    name: str, filters: int, kernel: int, activation: str, padding: Literal["valid", "same"]
) -> Layer:
    return Layer(name, "conv", filters=filters, kernel=kernel, padding=padding, activation=activation)


def _pool(name: str, pooling: Literal["average", "max"]) -> Layer:
    return Layer(name, "pool", kernel=2, stride=2, pooling=pooling)


def _dense(name: str, units: int, activation: str) -> Layer:
    return Layer(name, "dense", filters=units, activation=activation)


# LeCun, Bottou, Bengio and Haffner, "Gradient-based learning applied to document recognition", 1998, with
# every map of C3 connected to all of S2 and a softmax for the radial basis functions: 61,706 parameters.
_PAPER = Network(
    "paper",
    "LeNet-5",
    (32, 32, 1),
    (
        _convolution("C1", 6, 5, "tanh", "valid"),
        _pool("S2", "average"),
        _convolution("C3", 16, 5, "tanh", "valid"),
        _pool("S4", "average"),
        _convolution("C5", 120, 5, "tanh", "valid"),
        Layer("flatten", "flatten"),
        _dense("F6", 84, "tanh"),
        _dense("output", 10, "softmax"),
    ),
)

# The variant of many posts: C1 keeps the size of the padded input, a dense layer reads 6 × 6 maps: 82,826
# parameters.
_POST = Network(
    "post",
    "LeNet",
    (32, 32, 1),
    (
        _convolution("C1", 6, 5, "tanh", "same"),
        _pool("S2", "average"),
        _convolution("C3", 16, 5, "tanh", "valid"),
        _pool("S4", "average"),
        Layer("flatten", "flatten"),
        _dense("F5", 120, "tanh"),
        _dense("F6", 84, "tanh"),
        _dense("output", 10, "softmax"),
    ),
)

_FASHION = Network(
    "fashion",
    "Fashion CNN",
    (28, 28, 1),
    (
        _convolution("conv1", 32, 3, "relu", "same"),
        _pool("pool1", "max"),
        _convolution("conv2", 64, 3, "relu", "same"),
        _pool("pool2", "max"),
        Layer("flatten", "flatten"),
        _dense("dense", 100, "relu"),
        Layer("dropout", "dropout", rate=0.4),
        _dense("output", 10, "softmax"),
    ),
)

# Krizhevsky, Sutskever and Hinton, "ImageNet classification with deep convolutional neural networks", 2012,
# as one column and without local response normalisation. The paper says 224; its own sizes need 227.
_ALEXNET = Network(
    "alexnet",
    "AlexNet",
    (227, 227, 3),
    (
        Layer("conv1", "conv", filters=96, kernel=11, stride=4, activation="relu"),
        Layer("pool1", "pool", kernel=3, stride=2),
        _convolution("conv2", 256, 5, "relu", "same"),
        Layer("pool2", "pool", kernel=3, stride=2),
        _convolution("conv3", 384, 3, "relu", "same"),
        _convolution("conv4", 384, 3, "relu", "same"),
        _convolution("conv5", 256, 3, "relu", "same"),
        Layer("pool5", "pool", kernel=3, stride=2),
        Layer("flatten", "flatten"),
        _dense("fc6", 4096, "relu"),
        Layer("dropout6", "dropout", rate=0.5),
        _dense("fc7", 4096, "relu"),
        Layer("dropout7", "dropout", rate=0.5),
        _dense("output", 1000, "softmax"),
    ),
)

# The networks that are trained here.
NETWORKS: Mapping[str, Network] = MappingProxyType(
    {network.name: network for network in (_PAPER, _POST, _FASHION)}
)

# And those that are only described.
DESCRIBED: Mapping[str, Network] = MappingProxyType({**NETWORKS, _ALEXNET.name: _ALEXNET})


def output_shapes(network: Network) -> tuple[Shape, ...]:
    """The shape of each layer's output."""
    shapes: list[Shape] = []
    last: Shape = network.input_shape
    for layer in network.layers:
        last = _output_shape(layer, last)
        shapes.append(last)
    return tuple(shapes)


def weight_shapes(network: Network) -> dict[str, Shape]:
    """The shape of every weight array by its name, such as "C1/kernel", in Keras' order of axes."""
    shapes: dict[str, Shape] = {}
    inputs = (network.input_shape, *output_shapes(network))
    for layer, entering in zip(network.layers, inputs, strict=False):
        if layer.kind in ("conv", "dense"):
            window = (layer.kernel, layer.kernel) if layer.kind == "conv" else ()
            shapes[f"{layer.name}/kernel"] = (*window, entering[-1], layer.filters)
            shapes[f"{layer.name}/bias"] = (layer.filters,)
    return shapes


def parameter_counts(network: Network) -> tuple[int, ...]:
    """How many numbers each layer learns: kernel area × channels × filters + filters, 0 for the rest."""
    shapes = weight_shapes(network)
    parts = ("kernel", "bias")
    return tuple(
        sum(prod(shapes.get(f"{layer.name}/{part}", (0,))) for part in parts) for layer in network.layers
    )


def _output_shape(layer: Layer, entering: Shape) -> Shape:
    if layer.kind == "flatten":
        return (prod(entering),)
    if layer.kind == "dense":
        return (layer.filters,)
    if layer.kind == "dropout":
        return entering
    height, width, channels = entering
    out = channels if layer.kind == "pool" else layer.filters
    return (_positions(height, layer), _positions(width, layer), out)


def _positions(size: int, layer: Layer) -> int:
    """ceil(n / s) with padding "same", else floor((n - k) / s) + 1. Source: documentation of ``tf.nn``."""
    if layer.padding == "same":
        return ceil(size / layer.stride)
    return (size - layer.kernel) // layer.stride + 1

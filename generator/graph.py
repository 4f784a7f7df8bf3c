"""A network as a graph of layers: what figures need to know of any Keras model, without Keras.

Shapes are as in Keras, without the batch axis. Axes are (vertical, horizontal).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.arithmetic import same_padding
from generator.networks import Layer, Network, Shape, output_shapes, parameter_counts

# How a layer treats the places of its input: a window moves over them; each place is computed from the
# same place; every unit sees all places; or that cannot be told from the layer's class.
Places = Literal["window", "kept", "all", "unknown"]
Ends = tuple[int, int]

_CLASSES = {"conv": "Conv2D", "flatten": "Flatten", "dense": "Dense", "dropout": "Dropout"}
_POOLING = {"average": "AveragePooling2D", "max": "MaxPooling2D"}


@dataclass(frozen=True)
class Window:
    """How a window moves along (vertical, horizontal); ``padding`` is (before, after) along each."""

    kernel: tuple[int, int] = (1, 1)
    stride: tuple[int, int] = (1, 1)
    padding: tuple[Ends, Ends] = ((0, 0), (0, 0))
    dilation: tuple[int, int] = (1, 1)


@dataclass(frozen=True)
class Node:
    """A layer: whose outputs it reads (names of nodes, or "input"), and what it makes of them.

    ``window`` says how it moves where ``places`` is "window".
    """

    name: str
    class_name: str
    inputs: tuple[str, ...]
    output_shape: Shape
    parameters: int
    places: Places
    window: Window = Window()
    activation: str = ""


@dataclass(frozen=True)
class Graph:
    """The layers in an order in which each comes after all that it reads."""

    name: str
    title: str
    input_shape: Shape
    nodes: tuple[Node, ...]

    @property
    def sequential(self) -> bool:
        """Whether each layer reads the one before it, and nothing else."""
        first = self.nodes[0].inputs[0] if self.nodes else "input"
        before = (first, *(node.name for node in self.nodes))
        return all(node.inputs == (last,) for node, last in zip(self.nodes, before, strict=False))

    @property
    def parameters(self) -> int:
        """How many numbers all layers learn."""
        return sum(node.parameters for node in self.nodes)


def graph_of(network: Network) -> Graph:
    """The graph of a chain of layers."""
    nodes: list[Node] = []
    entering: Shape = network.input_shape
    for layer, shape, count in zip(
        network.layers, output_shapes(network), parameter_counts(network), strict=True
    ):
        before = nodes[-1].name if nodes else "input"
        window = _window(layer, entering) if layer.kind in ("conv", "pool") else Window()
        nodes.append(
            Node(
                layer.name,
                _CLASSES.get(layer.kind) or _POOLING[layer.pooling],
                (before,),
                shape,
                count,
                _places(layer),
                window,
                layer.activation or "",
            )
        )
        entering = shape
    return Graph(network.name, network.title, network.input_shape, tuple(nodes))


def _places(layer: Layer) -> Places:
    if layer.kind in ("conv", "pool"):
        return "window"
    return "kept" if layer.kind == "dropout" else "all"


def _window(layer: Layer, entering: Shape) -> Window:
    kernel, stride = layer.kernel, layer.stride
    rows, columns = (
        same_padding(size, kernel, stride) if layer.padding == "same" else (0, 0) for size in entering[:2]
    )
    return Window((kernel, kernel), (stride, stride), (rows, columns))

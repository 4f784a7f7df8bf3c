"""A network's outputs as solids: blocks for feature maps, bars for units, with sizes in logical pixels."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import Literal

from generator.errors import GeneratorError
from generator.graph import Graph, Node
from generator.networks import Shape
from generator.parts.cuboid import receding

Scale = Literal["auto", "linear", "root"]
Rule = Literal["linear", "root"]

# The longest side of a block, the thickest block, and the highest bar.
TALLEST, THICKEST, HIGHEST_BAR = 150.0, 30.0, 130.0
_BAR, _SHORTEST, _THINNEST = 9.0, 5.0, 3.0
# A single channel is no thicker than this.
_A_CHANNEL = 6.0
# Sides are to scale if the shortest one is still so long.
_SEEN_TO_SCALE = 14.0
# The same colours as in `layer_boxes`.
_ROLES = (("Conv", "kernel"), ("Pool", "input"), ("Dense", "output"))


@dataclass(frozen=True)
class Solid:
    """The input or a layer's output; ``node`` is the layer that made it.

    ``places`` are its (rows, columns): (1, 1) for units. ``thickness``, ``height`` and ``depth`` are pixels.
    """

    name: str
    shape: Shape
    places: tuple[int, int]
    role: str
    node: Node | None
    thickness: float
    height: float
    depth: float

    @property
    def is_bar(self) -> bool:
        """Whether it is units without places."""
        return self.places == (1, 1)

    @property
    def words(self) -> str:
        """The shape as titles write it: 55×55×96, or 4,096 units."""
        return f"{self.shape[0]:,}" if len(self.shape) == 1 else "×".join(map(str, self.shape))

    @property
    def back(self) -> tuple[float, float]:
        """How far its back stands (to the right of, above) its front."""
        return receding(self.depth)

    @property
    def extent(self) -> tuple[float, float]:
        """Width and height of the whole drawing of it."""
        right, up = self.back
        return self.thickness + right, self.height + up


def shown(graph: Graph) -> list[Node]:
    """The layers that are drawn: not those that keep every number in its place, and not flattening.

    Raises:
        GeneratorError: the graph has branches; the message names the first layer with two inputs.
    """
    if not graph.sequential:
        joins = [node for node in graph.nodes if len(node.inputs) > 1]
        how = (
            f"its layer {joins[0].name!r} reads {' and '.join(joins[0].inputs)}"
            if joins
            else "it has branches"
        )
        raise GeneratorError(
            f"the network {graph.name!r} is no chain: {how}; architecture_blocks draws networks without "
            "branches"
        )
    shapes = [graph.input_shape, *(node.output_shape for node in graph.nodes)]
    return [
        node
        for node, entering in zip(graph.nodes, shapes, strict=False)
        if node.class_name != "Flatten" and (node.places != "kept" or node.output_shape != entering)
    ]


def rule_of(graph: Graph, scale: Scale) -> Rule:
    """Whether sides are drawn to scale or by their square root; "auto" takes what can be seen."""
    if scale != "auto":
        return scale
    sides = _sides(graph)
    return "linear" if not sides or TALLEST * min(sides) / max(sides) >= _SEEN_TO_SCALE else "root"


def solids(graph: Graph, rule: Rule, tallest: float = TALLEST) -> list[Solid]:
    """The input and the output of every layer that is drawn.

    Raises:
        GeneratorError: the graph has branches, or an output has more axes than a solid.
    """
    shapes = [(None, graph.input_shape), *((node, node.output_shape) for node in shown(graph))]
    side = max(_sides(graph), default=1)
    channels = max((shape[-1] for _, shape in shapes if _places(shape) != (1, 1)), default=1)
    units = max((shape[-1] for _, shape in shapes if _places(shape) == (1, 1)), default=1)
    thick = min(THICKEST / sqrt(channels), _A_CHANNEL)
    found = []
    for node, shape in shapes:
        rows, columns = _places(shape)
        if (rows, columns) == (1, 1):
            size = (_BAR, _length(shape[-1], units, "root", tallest * HIGHEST_BAR / TALLEST), _BAR)
        else:
            size = (
                max(thick * sqrt(shape[-1]), _THINNEST),
                _length(rows, side, rule, tallest),
                _length(columns, side, rule, tallest),
            )
        found.append(Solid(node.name if node else "input", shape, (rows, columns), _role(node), node, *size))
    return found


def _length(size: int, largest: int, rule: Rule, pixels: float) -> float:
    share = size / largest
    return max(pixels * (share if rule == "linear" else sqrt(share)), _SHORTEST)


def _sides(graph: Graph) -> list[int]:
    shapes = [graph.input_shape, *(node.output_shape for node in shown(graph))]
    return [side for places in map(_places, shapes) if places != (1, 1) for side in places]


def _places(shape: Shape) -> tuple[int, int]:
    if len(shape) == 3:
        return shape[0], shape[1]
    if len(shape) in (1, 2):
        return (1, 1) if len(shape) == 1 else (shape[0], 1)
    raise GeneratorError(f"an output of shape {shape} is no solid; architecture_blocks draws 1 to 3 axes")


def _role(node: Node | None) -> str:
    return next((role for part, role in _ROLES if node and part in node.class_name), "padding")

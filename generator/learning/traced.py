"""What is kept of a user's own model: its layers, and what they make of the sample pictures. No weights."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.graph import Graph
from generator.learning.trained import Floats, LayerRow, Samples, Summary


@dataclass(frozen=True, eq=False)
class Traced:
    """A model that was built and traced once, but not trained here.

    ``source`` is the digest of the file that it came from. ``traces`` holds what layers, and "input", make of
    the first sample of each class, in half precision; layers with very many numbers are left out, and all of
    them where the pictures do not fit into the model's input.
    """

    graph: Graph
    data: str
    source: str
    summary: Summary
    samples: Samples
    traces: Mapping[str, Floats]

    @property
    def network(self) -> str:
        """The model's name in pyproject.toml."""
        return self.graph.name

    @property
    def layers(self) -> tuple[LayerRow, ...]:
        """The layers as tables show them; of several inputs the first one's shape."""
        shapes = {"input": self.graph.input_shape} | {n.name: n.output_shape for n in self.graph.nodes}
        return tuple(
            LayerRow(node.name, node.class_name, shapes[node.inputs[0]], node.output_shape, node.parameters)
            for node in self.graph.nodes
        )

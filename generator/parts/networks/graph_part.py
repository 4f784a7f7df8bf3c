"""A part of a network: the layers from one to another."""

from __future__ import annotations

from dataclasses import replace

from generator.errors import GeneratorError
from generator.graph import Graph
from generator.suggest import instead

_MOST_NAMES = 30


def part_of(graph: Graph, start: str | None, end: str | None) -> Graph:
    """The layers from ``start`` to ``end``, both counted, in Keras' order; None is the first or last.

    The part's ``input_shape`` is what its first layer reads.

    Raises:
        GeneratorError: the network has no such layer, or the last comes before the first.
    """
    names = [node.name for node in graph.nodes]
    first = 0 if start is None else _index("start", start, names)
    last = len(names) - 1 if end is None else _index("end", end, names)
    if first > last:
        raise GeneratorError(f"end is {end!r}, which comes before start, {start!r}")
    if (first, last) == (0, len(names) - 1):
        return graph
    shapes = {"input": graph.input_shape} | {node.name: node.output_shape for node in graph.nodes}
    nodes = graph.nodes[first : last + 1]
    return replace(graph, input_shape=shapes[nodes[0].inputs[0]], nodes=nodes)


def _index(parameter: str, name: str, names: list[str]) -> int:
    if name in names:
        return names.index(name)
    few = len(names) <= _MOST_NAMES
    hint = instead(name, names) if few else instead(name, names).partition("? There are")[0] + "?"
    if not few and not hint.startswith("did"):
        hint = f"its {len(names)} layers begin with {', '.join(names[:5])} and end with {names[-1]}"
    raise GeneratorError(f"{parameter} is {name!r}, which is no layer of the network; {hint}")

"""Which units of every earlier layer one unit depends on, along one axis of a network with branches.

As `cone` does for a chain: padding's zeros are left out layer by layer. Where several layers read one, it is
the hull of what they need.
"""

from __future__ import annotations

from itertools import pairwise

from generator.arithmetic import pair, span
from generator.errors import GeneratorError
from generator.graph import Graph, Node
from generator.graph_fields import Blind, Fields, graph_fields, step_of
from generator.parts.fields.cone import Reach
from generator.receptive import Field, Step


def graph_cone(graph: Graph, top: str, unit: int, axis: int) -> dict[str, Reach]:
    """What ``unit`` (from 0) of the layer ``top`` depends on: by the names of the layers and of the "input".

    ``axis`` is 0 along the vertical, 1 along the horizontal. Layers on which it does not depend are left out.

    Raises:
        GeneratorError: the layer has no such unit, or none of the units of a layer would be left.
    """
    units = {"input": graph.input_shape[axis]} | {n.name: n.output_shape[axis] for n in _placed(graph)}
    if not 0 <= unit < units[top]:
        raise GeneratorError(f"unit is {unit}; the units of {top} along one axis are 0 to {units[top] - 1}")
    found = {top: Reach(unit, unit, units[top])}
    for node in reversed(_placed(graph)):
        if node.name not in found:
            continue
        real, step = found[node.name].real, step_of(node, axis)
        if not real:
            raise GeneratorError(f"unit {unit} of {top} sees nothing but padding in {node.name}")
        # What only passes numbers on passes on the zeros that the layer above it adds.
        low, high = (found[node.name].first, found[node.name].last) if _passing(step) else (real[0], real[-1])
        first = low * step.stride - pair(step.padding)[0]
        last = high * step.stride - pair(step.padding)[0] + span(step.kernel, step.dilation) - 1
        for name in node.inputs:
            other = found.get(name, Reach(first, last, units[name]))
            found[name] = Reach(min(first, other.first), max(last, other.last), units[name])
    return found


def _passing(step: Step) -> bool:
    """Whether each unit is computed from the unit at its own place alone."""
    return (step.kernel, step.stride, pair(step.padding)) == (1, 1, (0, 0))


def _placed(graph: Graph) -> list[Node]:
    return [node for node in graph.nodes if len(node.output_shape) == 3]


def widest_path(graph: Graph, top: str, axis: int) -> list[Field]:
    """The fields from the input to ``top`` on the path on which they grow most.

    Layers that neither widen nor move the field are left out, but for ``top`` itself.
    """
    seen = graph_fields(graph)
    nodes = {node.name: node for node in graph.nodes}

    def field(name: str) -> Field:
        fields: Fields | Blind = seen[name]
        assert not isinstance(fields, Blind), name
        return fields[axis]

    path = [field(top)]
    while path[-1].name != "input":
        path.append(max(map(field, nodes[path[-1].name].inputs), key=lambda found: found.size))
    rising = list(reversed(path))
    changing = [
        after
        for before, after in pairwise(rising)
        if (before.size, before.jump, before.start) != (after.size, after.jump, after.start)
    ]
    return [rising[0], *changing, *(rising[-1:] if rising[-1] not in changing and len(rising) > 1 else [])]

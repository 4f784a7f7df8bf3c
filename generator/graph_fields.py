"""Receptive fields over a network's graph, along both axes, branches included.

Along each axis the formulas of ``receptive.py`` hold for every path. Where paths join, a unit sees all that
its inputs see: from the least beginning to the greatest end. That hull has one size for all units only if the
paths' jumps are equal; where they are not, there is no receptive field in that sense, and asking is an error.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.arithmetic import pair
from generator.errors import GeneratorError
from generator.graph import Graph, Node
from generator.receptive import Field, Step
from generator.suggest import instead

Fields = tuple[Field, Field]
"""The receptive fields of a layer's units along (vertical, horizontal)."""

AXES = (0, 1)
_MOST_NAMES = 24


@dataclass(frozen=True)
class Blind:
    """A layer whose units have no receptive field; ``why`` is empty if they see everything."""

    why: str = ""


def graph_fields(graph: Graph) -> dict[str, Fields | Blind]:
    """What the units of the "input" and of each layer see."""
    found: dict[str, Fields | Blind] = {"input": _pixels(graph)}
    for node in graph.nodes:
        found[node.name] = _seen(node, [found[name] for name in node.inputs])
    return found


def layer_fields(graph: Graph, layer: str) -> Fields:
    """The receptive fields of the units of the layer of that name.

    Raises:
        GeneratorError: the network has no such layer, or its units have no receptive field.
    """
    found = graph_fields(graph)
    placed = [name for name, seen in found.items() if not isinstance(seen, Blind) and name != "input"]
    seen = found.get(layer) if layer != "input" else None
    if isinstance(seen, Blind) and seen.why:
        raise GeneratorError(f"layer is {layer!r}; {seen.why}")
    if seen is None or isinstance(seen, Blind):
        what = f"the layers of {graph.name!r} with a receptive field are"
        if len(placed) <= _MOST_NAMES:
            raise GeneratorError(f"layer is {layer!r}; {what} {', '.join(placed)}")
        near = instead(layer, placed).partition("? ")[0] + "? " if seen is None else ""
        near = near if near.startswith("did you mean") else ""
        some = f"{', '.join(placed[:3])} … {', '.join(placed[-3:])}"
        raise GeneratorError(f"layer is {layer!r}; {near}{what} {len(placed)}: {some}")
    return seen


def last_placed(graph: Graph) -> str:
    """The last layer whose units have a receptive field.

    Raises:
        GeneratorError: there is none.
    """
    found = graph_fields(graph)
    for node in reversed(graph.nodes):
        if not isinstance(found[node.name], Blind):
            return node.name
    raise GeneratorError(f"no layer of {graph.name!r} has a receptive field")


def step_of(node: Node, axis: int) -> Step:
    """What a layer does along one axis."""
    window = node.window
    return Step(
        node.name, window.kernel[axis], window.stride[axis], window.padding[axis], window.dilation[axis]
    )


def _pixels(graph: Graph) -> Fields:
    down, across = (Field("input", 1, 1, 0.5, size, Step("input")) for size in graph.input_shape[:2])
    return down, across


def _seen(node: Node, inputs: list[Fields | Blind]) -> Fields | Blind:
    unclear = [seen for seen in inputs if isinstance(seen, Blind) and seen.why]
    if unclear:
        return unclear[0]
    placed = [seen for seen in inputs if not isinstance(seen, Blind)]
    if len(placed) < len(inputs) or node.places == "all":
        return Blind()
    if node.places == "unknown":
        which = f"layer {node.name!r} of class {node.class_name}"
        return Blind(f"where the units of the {which} look is not known")
    for axis in AXES:
        if why := _hindrance(node, [fields[axis] for fields in placed], axis):
            return Blind(why)
    down, across = (_along(node, [fields[axis] for fields in placed], axis) for axis in AXES)
    return down, across


def _hindrance(node: Node, inputs: list[Field], axis: int) -> str:
    """Why paths that join in a layer have no common receptive field; empty if they have one."""
    jumps = sorted({field.jump for field in inputs})
    if len(jumps) > 1:
        what = f"whose units are {' and '.join(map(str, jumps))} input pixels apart"
        return f"the layer {node.name!r} joins paths {what}, so there is no common receptive field"
    units = sorted({field.units for field in inputs})
    if node.places == "kept" and units != [node.output_shape[axis]]:
        sizes = " and ".join(map(str, units))
        return f"the layer {node.name!r} joins paths of {sizes} units, so there is no common receptive field"
    return ""


def _along(node: Node, inputs: list[Field], axis: int) -> Field:
    """The hull of what the inputs see, widened by the layer's own window."""
    step, jump = step_of(node, axis), inputs[0].jump
    begin = min(field.interval(0)[0] for field in inputs)
    end = max(field.interval(0)[1] for field in inputs)
    reach = (step.kernel - 1) * step.dilation
    return Field(
        node.name,
        int(end - begin) + reach * jump,
        jump * step.stride,
        (begin + end) / 2 + (reach / 2 - pair(step.padding)[0]) * jump,
        node.output_shape[axis],
        step,
    )

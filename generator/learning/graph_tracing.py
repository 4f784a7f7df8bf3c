"""A Keras model as a graph, and as what each of its layers makes of pictures.

Models inside models are laid open: their layers become layers of the whole. Keras itself is not imported:
everything is read from the model, whose ``_nodes_by_depth`` are the calls of its layers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, count
from typing import Any

from generator.graph import Graph, Node
from generator.learning.layer_places import places_of
from generator.networks import Shape

# A batch of pictures, or what a layer makes of it, in the arrays of Keras' backend.
Batch = Any
_INPUT = "input"


@dataclass(eq=False)
class _Walk:
    """Names and shapes of what has been met so far."""

    taken: set[str] = field(default_factory=lambda: {_INPUT})
    counted: set[int] = field(default_factory=set)

    def name(self, wanted: str, outer: str) -> str:
        """The layer's own name; where another has it, with the name of its model or a number."""
        choices = [wanted, *([f"{outer}/{wanted}"] if outer else [])]
        numbered = (f"{choices[-1]}_{number}" for number in count(2))
        found = next(name for name in chain(choices, numbered) if name not in self.taken)
        self.taken.add(found)
        return found

    def parameters(self, layer: Any) -> int:
        """What the layer learns; a layer that is used again counts once."""
        if id(layer) in self.counted or not hasattr(layer, "count_params"):
            return 0
        self.counted.add(id(layer))
        return int(layer.count_params())


def graph_of_model(model: Any, name: str, title: str) -> Graph:
    """The graph of a functional or sequential model with one input (h, w, c)."""
    return Graph(name, title, shape_of(functional(model).inputs[0]), nodes_of(model))


def functional(model: Any) -> Any:
    """The graph that Keras holds of a model: a functional model is one itself; None where there is none."""
    inner = getattr(model, "_functional", model)
    return inner if hasattr(inner, "_nodes_by_depth") else None


def shape_of(tensor: Any) -> Shape:
    """A tensor's shape without the batch axis; sizes that are open are 0."""
    return tuple(int(size or 0) for size in tensor.shape[1:])


def nodes_of(model: Any) -> tuple[Node, ...]:
    """Every use of a layer in the model, each after all whose outputs it reads."""
    graph = functional(model)
    return tuple(_nodes(graph, {id(graph.inputs[0]): _INPUT}, _Walk(), ""))


def _nodes(graph: Any, names: dict[int, str], walk: _Walk, outer: str) -> Iterator[Node]:
    """``names`` says which layer made a tensor, and grows with what is met."""
    for record in _records(graph):
        inner = functional(record.operation)
        if inner is not None:
            entering = {
                id(own): names[id(given)]
                for own, given in zip(inner.inputs, record.input_tensors, strict=True)
            }
            yield from _nodes(inner, entering, walk, record.operation.name)
            for own, given in zip(inner.outputs, record.outputs, strict=True):
                names[id(given)] = entering[id(own)]
            continue
        node = _node(record, names, walk, outer)
        names.update(dict.fromkeys(map(id, record.outputs), node.name))
        yield node


def _records(graph: Any) -> Iterator[Any]:
    """Keras' records of calls from the input on, without the inputs themselves."""
    for _, records in sorted(graph._nodes_by_depth.items(), reverse=True):
        yield from (record for record in records if not record.is_input)


def _node(record: Any, names: Mapping[int, str], walk: _Walk, outer: str) -> Node:
    layer = record.operation
    shapes = tuple(map(shape_of, record.input_tensors))
    output = shape_of(record.outputs[0])
    places, window = places_of(layer, shapes, output)
    read = tuple(dict.fromkeys(names[id(tensor)] for tensor in record.input_tensors))
    return Node(
        walk.name(layer.name, outer),
        type(layer).__name__,
        read,
        output,
        walk.parameters(layer),
        places,
        window,
        _activation(layer),
    )


def _activation(layer: Any) -> str:
    name = getattr(getattr(layer, "activation", None), "__name__", "")
    return "" if name == "linear" else str(name)


def outputs_of(
    model: Any, nodes: tuple[Node, ...], pictures: Batch, keep: Callable[[Node, Batch], None]
) -> None:
    """Send pictures through the model, and hand what each of its nodes makes of them to ``keep``."""
    graph = functional(model)
    _send(graph, {id(graph.inputs[0]): pictures}, iter(nodes), keep)


def _send(
    graph: Any, values: dict[int, Batch], order: Iterator[Node], keep: Callable[[Node, Batch], None]
) -> None:
    for record in _records(graph):
        inner = functional(record.operation)
        if inner is not None:
            entering = {
                id(own): values[id(given)]
                for own, given in zip(inner.inputs, record.input_tensors, strict=True)
            }
            _send(inner, entering, order, keep)
            made = [entering[id(own)] for own in inner.outputs]
        else:
            arguments, named = record.arguments.fill_in(values)
            answer = record.operation(*arguments, **named)
            made = list(answer) if isinstance(answer, list | tuple) else [answer]
            keep(next(order), made[0])
        values.update(zip(map(id, record.outputs), made, strict=False))

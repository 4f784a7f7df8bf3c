"""The tree of values that templates see: ``lenet.paper.C3.field``, ``trained.test_accuracy``, ``data.name``.

Everything is read when a template asks for it: a post that names no trained model needs none.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator.data_names import class_name, data_title
from generator.learning.trained import Trained
from generator.networks import DESCRIBED, NETWORKS, Layer, Network, Shape, output_shapes, parameter_counts
from generator.receptive import Field, network_fields
from generator.words import Language, Say, known_language
from generator.writing import neuron_values
from generator.writing.branch import Branch
from generator.writing.trained_values import results, trained_values

LENETS = ("paper", "post")


def tree(
    *, trained: Callable[[str], Trained], data: str, language: str, network: str = "paper"
) -> dict[str, object]:
    """The values by their first name.

    ``trained`` reads the model trained on ``data`` for a network's name, and raises GeneratorError where
    there is none; ``network`` is the one that ``trained.…`` means where a post names none.

    Raises:
        GeneratorError: figures do not speak the language.
    """
    speaks = known_language(language)
    return {
        "lenet": Branch(
            "lenet", lambda: {name: _network(f"lenet.{name}", NETWORKS[name]) for name in LENETS}
        ),
        "fashion": _network("fashion", NETWORKS["fashion"]),
        "alexnet": _network("alexnet", DESCRIBED["alexnet"]),
        "trained": _trained(trained, network, speaks),
        "data": Branch("data", lambda: _data(data, speaks)),
        **neuron_values.VALUES,
    }


def _network(path: str, network: Network) -> Branch:
    def read() -> Mapping[str, object]:
        counts = parameter_counts(network)
        shapes = output_shapes(network)
        fields = {field.name: field for field in network_fields(network)[1:]}
        layers = {
            layer.name: _layer(f"{path}.{layer.name}", layer, entering, shape, count, fields.get(layer.name))
            for layer, entering, shape, count in zip(
                network.layers, (network.input_shape, *shapes), shapes, counts, strict=False
            )
        }
        totals = {"parameters": sum(counts), "input_shape": network.input_shape, "title": network.title}
        return {**layers, **totals, "layers": tuple(layers.values())}

    return Branch(path, read)


def _layer(path: str, layer: Layer, entering: Shape, shape: Shape, count: int, field: Field | None) -> Branch:
    values: dict[str, object] = {
        "name": layer.name,
        "kind": layer.kind,
        "input_shape": entering,
        "shape": shape,
        "parameters": count,
    }
    if layer.kind in ("conv", "pool"):
        values |= {"kernel": layer.kernel, "stride": layer.stride, "padding": layer.padding}
    if layer.kind in ("conv", "dense"):
        values |= {
            "filters" if layer.kind == "conv" else "units": layer.filters,
            "activation": layer.activation,
        }
    if layer.kind == "pool":
        values["pooling"] = layer.pooling
    if layer.kind == "dropout":
        values["rate"] = layer.rate
    return Branch(path, lambda: values | ({} if field is None else _field(field)))


def _field(field: Field) -> dict[str, object]:
    """Of the units' receptive fields along one axis, in pixels of the network's input."""
    centres = tuple(_whole(centre) for centre in field.centres)
    return {
        "size": field.units,
        "field": field.size,
        "jump": field.jump,
        "start": centres[0],
        "end": centres[-1],
        "centres": centres,
    }


def _trained(read: Callable[[str], Trained], network: str, language: Language) -> Branch:
    """Each trained network by name, and the results of ``network`` without one."""

    def of(path: str, name: str) -> Branch:
        return trained_values(path, lambda: read(name), language)

    # A post that names a network needs that one alone.
    parts = {name: of(f"trained.{name}", name) for name in NETWORKS}
    return Branch("trained", lambda: results("trained", read(network), language), parts)


def _data(name: str, language: Language) -> Mapping[str, object]:
    say = Say(language)
    classes = tuple(class_name(name, label, say) for label in range(10))
    return {"name": data_title(name, say), "key": name, "classes": classes}


def _whole(value: float) -> float | int:
    return int(value) if float(value).is_integer() else value

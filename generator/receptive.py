"""Receptive fields: what one unit of a layer sees of the network's input.

Along one axis, with kernel k, stride s, padding p and dilation d of layer l:

    R_l = R_(l-1) + d (k - 1) J_(l-1)              size of the receptive field, in input pixels
    J_l = J_(l-1) s                                jump: input pixels between neighbouring units
    start_l = start_(l-1) + (d (k - 1) / 2 - p) J_(l-1)    centre of the first unit's field

with R_0 = J_0 = 1 and start_0 = 0.5: positions are measured along the edge of the picture, so that the
first pixel reaches from 0 to 1. Source: Araujo, Norris and Sim, "Computing Receptive Fields of
Convolutional Neural Networks", Distill 2019.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.arithmetic import Padding, output_size, pair, same_padding, span
from generator.errors import GeneratorError
from generator.networks import Layer, Network


@dataclass(frozen=True)
class Step:
    """What one layer does along one axis."""

    name: str
    kernel: int = 1
    stride: int = 1
    padding: Padding = 0
    dilation: int = 1


@dataclass(frozen=True)
class Field:
    """The receptive fields of a layer's units along one axis, in input pixels."""

    name: str
    size: int
    jump: int
    start: float
    units: int
    step: Step

    def centre(self, unit: int) -> float:
        """Where the field of ``unit`` (from 0) has its middle."""
        return self.start + unit * self.jump

    def interval(self, unit: int) -> tuple[float, float]:
        """Where the field of ``unit`` begins and ends; outside the input it lies on padding."""
        return self.centre(unit) - self.size / 2, self.centre(unit) + self.size / 2

    @property
    def centres(self) -> tuple[float, ...]:
        """The middles of all units' fields."""
        return tuple(self.centre(unit) for unit in range(self.units))


def fields(steps: list[Step], size: int) -> tuple[Field, ...]:
    """The receptive field after each step, for an input of ``size`` pixels; the input itself comes first."""
    found = [Field("input", 1, 1, 0.5, size, Step("input"))]
    for step in steps:
        last = found[-1]
        reach = span(step.kernel, step.dilation) - 1
        found.append(
            Field(
                step.name,
                last.size + reach * last.jump,
                last.jump * step.stride,
                last.start + (reach / 2 - pair(step.padding)[0]) * last.jump,
                output_size(last.units, step.kernel, step.stride, step.padding, step.dilation),
                step,
            )
        )
    return tuple(found)


def network_fields(network: Network) -> tuple[Field, ...]:
    """The receptive field of the input and of every layer that still has positions (until ``flatten``)."""
    steps: list[Step] = []
    size = network.input_shape[0]
    for layer in network.layers:
        if layer.kind == "flatten":
            break
        step = _step(layer, size)
        size = output_size(size, step.kernel, step.stride, step.padding)
        steps.append(step)
    return fields(steps, network.input_shape[0])


def layer_field(network: Network, layer: str) -> Field:
    """The receptive field of the layer of that name.

    Raises:
        GeneratorError: the network has no such layer, or the layer's units have no position.
    """
    found = {field.name: field for field in network_fields(network)[1:]}
    if layer not in found:
        raise GeneratorError(
            f"layer is {layer!r}; the layers of {network.name!r} with a receptive field are "
            f"{', '.join(found)}"
        )
    return found[layer]


def _step(layer: Layer, size: int) -> Step:
    same = layer.padding == "same"
    padding = same_padding(size, layer.kernel, layer.stride) if same else 0
    return Step(layer.name, layer.kernel, layer.stride, padding)

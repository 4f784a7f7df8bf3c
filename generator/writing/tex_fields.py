"""Receptive field and jump of a layer as TeX. Source: Araujo, Norris and Sim, Distill 2019."""

from __future__ import annotations

from generator.receptive import Field, layer_field, network_fields
from generator.writing.named import layer_named, network_named


def neighbours(network: str, layer: str) -> tuple[Field, Field]:
    """The fields of the layer before (or of the input) and of the layer.

    Raises:
        GeneratorError: there is no such network or layer, or its units have no position.
    """
    net = network_named(network)
    layer_named(net, layer)
    field = layer_field(net, layer)
    fields = network_fields(net)
    return fields[fields.index(field) - 1], field


def size_lines(before: Field, field: Field) -> tuple[str, str]:
    """R of a layer: R_l = R_{l-1} + d (k - 1) J_{l-1}, then in numbers, with ``&`` before a sign."""
    k, d = field.step.kernel, field.step.dilation
    symbols = rf"{_of('R', before)} + (k - 1) {_of('J', before)}"
    wide = f"({k} - 1)" if d == 1 else rf"{d} \times ({k} - 1)"
    return (
        rf"{_of('R', field)} &= {symbols}",
        rf"&= {before.size} + {wide} \times {before.jump} = {field.size}",
    )


def jump_line(before: Field, field: Field) -> str:
    """J of a layer: J_l = J_{l-1} s, with ``&`` before the equals sign."""
    step = field.step
    return rf"{_of('J', field)} &= {_of('J', before)} s = {before.jump} \times {step.stride} = {field.jump}"


def _of(symbol: str, field: Field) -> str:
    return rf"{symbol}_0" if field.name == "input" else rf"{symbol}_{{\mathrm{{{field.name}}}}}"

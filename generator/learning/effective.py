"""How much each pixel really moves a unit of a trained network: the effective receptive field.

Along one axis a unit sees the pixels of its receptive field, but not all alike: those in the middle reach it
on many ways, those at the edge on one. The gradient of the unit by each pixel tells how much they count.
Source: Luo, Li, Urtasun and Zemel, "Understanding the Effective Receptive Field in Deep Convolutional Neural
Networks", NIPS 2016.

Gradients are computed here, without Keras, for chains of convolutions and poolings, and only over the part of
each layer that the unit depends on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.activations import FUNCTIONS, Function
from generator.arithmetic import Array
from generator.errors import GeneratorError
from generator.learning.prepare import prepare
from generator.learning.trained import Floats, Trained
from generator.networks import NETWORKS, Layer
from generator.parts.fields.cone import Reach, cone
from generator.receptive import layer_field, network_fields

# Maps whose gradients are computed together: few enough for the processor's cache.
_AT_ONCE = 4

Maps = NDArray[np.float32]
"""Maps of pictures (channels, n, height, width)."""


@dataclass(frozen=True, eq=False)
class _Pass:
    """One layer on the part of its input that counts: what came in, framed by the zeros of padding, and the
    sums before the activation function."""

    layer: Layer
    rows: Reach
    columns: Reach
    framed: Maps
    sums: Maps

    @property
    def size(self) -> tuple[int, int]:
        """Rows and columns of the layer's own units that count."""
        return self.sums.shape[2], self.sums.shape[3]


def effective_field(trained: Trained, layer: str, unit: tuple[int, int]) -> Array:
    """How much each pixel of the input (height, width) moves the unit at (row, column) of a layer.

    It is the absolute gradient ∂unit/∂pixel, its mean over the layer's maps and over the first sample of each
    class. Outside the receptive field it is 0.

    Raises:
        GeneratorError: the layer has no receptive field, or no such unit.
    """
    network = NETWORKS[trained.network]
    fields = network_fields(network)
    fields = fields[: fields.index(layer_field(network, layer)) + 1]
    rows, columns = cone(fields, unit[0]), cone(fields, unit[1])
    inputs = prepare(trained.samples.images[:: trained.samples.per_class], network.input_shape[0])
    seen = np.ix_(rows[0].real, columns[0].real)
    maps = np.moveaxis(inputs, 3, 0)[:, :, seen[0], seen[1]]
    passes = _forward(trained, network.layers[: len(fields) - 1], rows, columns, maps)
    field = np.zeros(network.input_shape[:2])
    field[seen] = _mean_gradient(trained, passes)
    return field


def _forward(
    trained: Trained,
    layers: tuple[Layer, ...],
    rows: tuple[Reach, ...],
    columns: tuple[Reach, ...],
    maps: Maps,
) -> list[_Pass]:
    """What each layer makes of the part of its input that counts."""
    passes: list[_Pass] = []
    for layer, down, across in zip(layers, rows, columns, strict=False):
        framed = np.pad(maps, ((0, 0), (0, 0), (down.before, down.after), (across.before, across.after)))
        size = (_positions(layer, framed.shape[2]), _positions(layer, framed.shape[3]))
        sums = (
            _convolved(framed, size, trained, layer) if layer.kind == "conv" else _pooled(framed, size, layer)
        )
        passes.append(_Pass(layer, down, across, framed, sums))
        maps = _activated(sums, layer)
    return passes


def _positions(layer: Layer, size: int) -> int:
    return (size - layer.kernel) // layer.stride + 1


def _places(layer: Layer, size: tuple[int, int]) -> Iterator[tuple[int, int, slice, slice]]:
    """Each cell of the window: its row, its column, and the rows and columns of the input that it meets while
    the window goes over ``size`` positions."""
    down, across = (layer.stride * (count - 1) + 1 for count in size)
    for row, column in np.ndindex(layer.kernel, layer.kernel):
        yield (
            row,
            column,
            slice(row, row + down, layer.stride),
            slice(column, column + across, layer.stride),
        )


def _convolved(framed: Maps, size: tuple[int, int], trained: Trained, layer: Layer) -> Maps:
    kernel, bias = trained.weights[f"{layer.name}/kernel"], trained.weights[f"{layer.name}/bias"]
    flat = np.zeros((layer.filters, framed.shape[1] * size[0] * size[1]), np.float32)
    for row, column, down, across in _places(layer, size):
        flat += kernel[row, column].T @ framed[:, :, down, across].reshape(framed.shape[0], -1)
    sums: Maps = (flat + bias[:, np.newaxis]).reshape(layer.filters, framed.shape[1], *size)
    return sums


def _pooled(framed: Maps, size: tuple[int, int], layer: Layer) -> Maps:
    values = np.stack([framed[:, :, down, across] for _, _, down, across in _places(layer, size)])
    pooled: Maps = values.mean(axis=0) if layer.pooling == "average" else values.max(axis=0)
    return pooled


def _activated(sums: Maps, layer: Layer) -> Maps:
    if layer.activation is None:
        return sums
    return _function(layer).value(sums.astype(np.float64)).astype(np.float32)


def _function(layer: Layer) -> Function:
    """The layer's activation function.

    Raises:
        GeneratorError: its derivative is not known here.
    """
    for name, function in FUNCTIONS.items():
        if layer.activation == name:
            return function
    raise GeneratorError(
        f"the activation {layer.activation!r} of {layer.name} has no known derivative; there are "
        f"{', '.join(FUNCTIONS)}"
    )


def _mean_gradient(trained: Trained, passes: list[_Pass]) -> Array:
    """Absolute gradients by the pixels that count, their mean over maps and pictures."""
    count, pictures = passes[-1].sums.shape[:2]
    every = np.eye(count, dtype=np.float32)
    parts = [
        np.abs(_backward(trained, passes, every[:, first : first + _AT_ONCE])).sum(axis=(0, 1, 2))
        for first in range(0, count, _AT_ONCE)
    ]
    mean: Array = np.sum(parts, axis=0, dtype=np.float64) / (count * pictures)
    return mean


def _backward(trained: Trained, passes: list[_Pass], chosen: Floats) -> Floats:
    """Gradients (channels, chosen, n, height, width) of some maps' units by the pixels that count.

    ``chosen`` (maps, chosen) has a 1 for each of those maps.
    """
    gradient = chosen[:, :, None, None, None] * np.ones_like(passes[-1].sums)[:, None]
    for step in reversed(passes):
        if step.layer.activation is not None:
            slopes = _function(step.layer).derivative(step.sums.astype(np.float64))
            gradient *= slopes.astype(np.float32)[:, None]
        framed = np.zeros((len(step.framed), chosen.shape[1], *step.framed.shape[1:]), np.float32)
        if step.layer.kind == "conv":
            _through_convolution(gradient, framed, trained.weights[f"{step.layer.name}/kernel"], step)
        else:
            _through_pooling(gradient, framed, step)
        # Nothing moves the zeros of padding.
        top, left = step.rows.before, step.columns.before
        gradient = framed[..., top : top + len(step.rows.real), left : left + len(step.columns.real)]
    return gradient


def _through_convolution(gradient: Floats, framed: Floats, kernel: Floats, step: _Pass) -> None:
    """Add to ``framed`` what reaches each cell of the layer's input."""
    flat = gradient.reshape(len(gradient), -1)
    shares = (kernel.reshape(-1, len(flat)) @ flat).reshape(*kernel.shape[:3], *gradient.shape[1:])
    for row, column, down, across in _places(step.layer, step.size):
        framed[..., down, across] += shares[row, column]


def _through_pooling(gradient: Floats, framed: Floats, step: _Pass) -> None:
    """A mean passes the gradient on in equal shares, a maximum to the first of the largest cells."""
    free = np.ones(step.sums.shape, dtype=bool)
    for _, _, down, across in _places(step.layer, step.size):
        if step.layer.pooling == "average":
            framed[..., down, across] += gradient / step.layer.kernel**2
        else:
            won = free & (step.framed[:, :, down, across] == step.sums)
            framed[..., down, across] += gradient * won[:, None]
            free &= ~won

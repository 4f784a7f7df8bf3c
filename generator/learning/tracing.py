"""What is written down of a Keras model: weights, the table of its layers, and what each makes of pictures.

Everything is read from objects that ``model.py`` hands over; Keras itself is not imported here.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from generator.learning.trained import Floats, LayerRow, Summary

_TERMINAL = 80  # characters, the width for which Keras prints its summary


def weights_of(model: Any) -> dict[str, Floats]:
    """Copies of all weights: "C1/kernel", "C1/bias", …"""
    return {
        f"{layer.name}/{weight.name}": weight.numpy() for layer in model.layers for weight in layer.weights
    }


def layer_rows(model: Any) -> tuple[LayerRow, ...]:
    """The layers as Keras reports them, without the input."""
    return tuple(
        LayerRow(
            layer.name,
            type(layer).__name__,
            tuple(layer.input.shape[1:]),
            tuple(layer.output.shape[1:]),
            int(layer.count_params()),
        )
        for layer in model.layers
    )


def summary_of(model: Any) -> Summary:
    """What ``model.summary()`` prints; before ``compile`` it has no line about an optimizer."""
    lines: list[str] = []
    model.summary(line_length=_TERMINAL, print_fn=lines.append)
    trainable, other = (
        sum(int(np.prod(weight.shape)) for weight in weights)
        for weights in (model.trainable_weights, model.non_trainable_weights)
    )
    return Summary(model.name, trainable, other, "\n".join(lines).rstrip())


def traces_of(keras: Any, model: Any, pictures: NDArray[np.float32]) -> dict[str, Floats]:
    """What each layer, and "input", makes of prepared pictures: arrays (n, …) by the layer's name."""
    outputs = keras.Model(model.inputs, [layer.output for layer in model.layers]).predict(pictures, verbose=0)
    return {"input": pictures} | {
        layer.name: output for layer, output in zip(model.layers, outputs, strict=True)
    }

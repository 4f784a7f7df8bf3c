"""A network as the Keras code that builds it, for posts to show."""

from __future__ import annotations

from generator.networks import Layer
from generator.writing.named import model_name, network_named


def keras_code(network: str) -> str:
    """Python source that defines ``model``; run, it gives the very network of that name.

    Raises:
        GeneratorError: there is no such network.
    """
    net = network_named(network)
    rows = [f"keras.Input(shape={net.input_shape}),", *(f"{_call(layer)}," for layer in net.layers)]
    body = "\n".join(f"    {row}" for row in rows)
    head = "import keras\nfrom keras import layers"
    return f'{head}\n\nmodel = keras.Sequential([\n{body}\n], name="{model_name(net)}")'


def _call(layer: Layer) -> str:
    name = f'name="{layer.name}"'
    activation = f'activation="{layer.activation}", ' if layer.activation else ""
    padding = f'padding="{layer.padding}", ' if layer.padding != "valid" else ""
    stride = f"strides={layer.stride}, " if layer.kind == "conv" and layer.stride != 1 else ""
    if layer.kind == "conv":
        return f"layers.Conv2D({layer.filters}, {layer.kernel}, {stride}{padding}{activation}{name})"
    if layer.kind == "pool":
        kind = {"average": "AveragePooling2D", "max": "MaxPooling2D"}[layer.pooling]
        strides = f"strides={layer.stride}, " if layer.stride != layer.kernel else ""
        return f"layers.{kind}({layer.kernel}, {strides}{padding}{name})"
    if layer.kind == "dense":
        return f"layers.Dense({layer.filters}, {activation}{name})"
    return f"layers.Dropout({layer.rate}, {name})" if layer.kind == "dropout" else f"layers.Flatten({name})"

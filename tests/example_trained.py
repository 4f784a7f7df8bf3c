"""A trained network as tests make it up: the right shapes, seeded numbers."""

from __future__ import annotations

import numpy as np

from generator.learning.prepare import prepare
from generator.learning.trained import CLASSES, LayerRow, Samples, Summary, Trained
from generator.networks import NETWORKS, output_shapes, weight_shapes


def example_trained(network: str = "paper", per_class: int = 2) -> Trained:
    numbers = np.random.RandomState(0)
    net = NETWORKS[network]
    weights = {name: numbers.randn(*shape).astype(np.float32) for name, shape in weight_shapes(net).items()}
    images = numbers.randint(0, 256, (CLASSES * per_class, 28, 28)).astype(np.uint8)
    samples = Samples("digits", images, np.repeat(np.arange(CLASSES, dtype=np.uint8), per_class))
    shapes = output_shapes(net)
    traces = {
        layer.name: numbers.randn(CLASSES, *shape).astype(np.float16).astype(np.float32)
        for layer, shape in zip(net.layers, shapes, strict=True)
    }
    inputs = (net.input_shape, *shapes)
    rows = zip(net.layers, inputs, shapes, strict=False)
    return Trained(
        network=network,
        data="digits",
        seed=0,
        layers=tuple(LayerRow(layer.name, layer.kind, before, after, 0) for layer, before, after in rows),
        summary=Summary("lenet", 61_706, 0, "Model"),
        weights=weights,
        initial_weights={
            name: array.astype(np.float16).astype(np.float32) for name, array in weights.items()
        },
        history={
            "loss": (0.5, 0.25),
            "accuracy": (0.8, 0.9),
            "val_loss": (0.4, 0.3),
            "val_accuracy": (0.85, 0.95),
        },
        best_epoch=1,
        test_accuracy=0.9,
        confusion=np.eye(CLASSES, dtype=np.int64) * 9,
        samples=samples,
        traces={"input": prepare(images[::per_class], net.input_shape[0])} | traces,
    )

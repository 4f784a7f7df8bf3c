"""Own models in tests: a project that names some, and made-up traced ones, without Keras."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from generator.graph import Graph, Node, Window
from generator.learning.prepare import prepare_for
from generator.learning.traced import Traced
from generator.learning.trained import Samples, Summary

SETTINGS = """\
[tool.generator]
data = "digits"
formats = ["svg"]

[tool.generator.models]
mine = "models/mine.py:build"
"""
# Branches, a rectangular input, and a layer of everything.
SOURCE = """\
import keras
from keras import layers


def build():
    pictures = keras.Input((32, 40, 3))
    x = layers.Conv2D(4, (3, 5), strides=(1, 2), padding="same", activation="relu", name="stem")(pictures)
    left = layers.Conv2D(4, 3, padding="same", dilation_rate=2, name="left")(x)
    right = layers.DepthwiseConv2D(5, padding="same", name="right")(x)
    x = layers.Add(name="add")([left, right, x])
    x = layers.MaxPooling2D(2, name="pool")(x)
    x = layers.Flatten(name="flatten")(x)
    return keras.Model(pictures, layers.Dense(3, activation="softmax", name="output")(x), name="branching")


def nothing():
    return 3


def raising():
    raise ValueError("no luck")


def two_inputs():
    one, two = keras.Input((28, 28, 1)), keras.Input((28, 28, 1))
    return keras.Model([one, two], layers.Add()([one, two]))


def open_size():
    pictures = keras.Input((None, None, 1))
    return keras.Model(pictures, layers.Conv2D(1, 3)(pictures))


def unbuilt():
    return keras.Sequential([layers.Conv2D(1, 3)])


class Own(keras.Model):
    def call(self, x):
        return x


def subclass():
    return Own()
"""


def write_project(root: Path, settings: str = SETTINGS, source: str = SOURCE) -> Path:
    """A project's folder with its settings and the file of its models."""
    (root / "models").mkdir(parents=True, exist_ok=True)
    (root / "posts").mkdir(exist_ok=True)
    (root / "pyproject.toml").write_text(settings, encoding="utf-8")
    (root / "models" / "mine.py").write_text(source, encoding="utf-8")
    return root


def own_graph() -> Graph:
    """What Keras makes of `SOURCE`."""
    same = ((1, 1), (1, 2)), ((2, 2), (2, 2))
    stem = Window((3, 5), (1, 2), ((1, 1), (1, 2)))
    wide, deep = Window((3, 3), (1, 1), same[1], (2, 2)), Window((5, 5), (1, 1), same[1])
    maps = (32, 20, 4)
    return Graph(
        "mine",
        "branching",
        (32, 40, 3),
        (
            Node("stem", "Conv2D", ("input",), maps, 184, "window", stem, "relu"),
            Node("left", "Conv2D", ("stem",), maps, 148, "window", wide),
            Node("right", "DepthwiseConv2D", ("stem",), maps, 104, "window", deep),
            Node("add", "Add", ("left", "right", "stem"), maps, 0, "kept"),
            Node("pool", "MaxPooling2D", ("add",), (16, 10, 4), 0, "window", Window((2, 2), (2, 2))),
            Node("flatten", "Flatten", ("pool",), (640,), 0, "all"),
            Node("output", "Dense", ("flatten",), (3,), 1923, "all", Window(), "softmax"),
        ),
    )


def own_traced(source: str = "digest") -> Traced:
    """A made-up trace of it."""
    numbers = np.random.default_rng(0)
    images = numbers.integers(0, 256, (20, 28, 28)).astype(np.uint8)
    graph = own_graph()
    traces = {
        node.name: numbers.normal(size=(10, *node.output_shape)).astype(np.float16).astype(np.float32)
        for node in graph.nodes
    }
    return Traced(
        graph,
        "digits",
        source,
        Summary("branching", graph.parameters, 0, "Model"),
        Samples("digits", images, np.repeat(np.arange(10, dtype=np.uint8), 2)),
        {"input": prepare_for(images[::2], graph.input_shape), **traces},
    )

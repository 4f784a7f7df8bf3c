"""Drawing the figures of trained networks in tests."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np

from generator import catalog
from generator.graph import graph_of
from generator.learning.keras_plot import Plots
from generator.learning.trained import Trained
from generator.networks import DESCRIBED, NETWORKS
from generator.painting.svg import bounds
from generator.scene import Drawing, Label, Mark, Picture
from generator.words import Language, Say
from tests.example_trained import example_trained

MODELS = tuple(NETWORKS)
LANGUAGES: tuple[Language, ...] = ("ko", "en")


@cache
def networks() -> Mapping[str, Trained]:
    """A made-up trained network of each kind, whose last layer gives probabilities."""
    made = {name: _named_as_keras_does(example_trained(name)) for name in MODELS}
    for network in made.values():
        output = network.traces["output"]
        output[:] = np.exp(output) / np.exp(output).sum(axis=1, keepdims=True)
    return made


def _named_as_keras_does(network: Trained) -> Trained:
    classes = {"conv": "Conv2D", "flatten": "Flatten", "dense": "Dense", "dropout": "Dropout"}
    pooling = {"average": "AveragePooling2D", "max": "MaxPooling2D"}
    kinds = [classes.get(layer.kind, pooling[layer.pooling]) for layer in NETWORKS[network.network].layers]
    rows = zip(network.layers, kinds, strict=True)
    return replace(network, layers=tuple(replace(row, class_name=kind) for row, kind in rows))


def drawn(name: str, language: Language = "en", plots: Path | None = None, **given: object) -> Drawing:
    """The drawing of a figure, with its parameters checked as a post's are."""
    sources = {
        "say": lambda: Say(language),
        "trained": networks,
        "traces": networks,
        "graphs": lambda: {name: graph_of(network) for name, network in DESCRIBED.items()},
        "plots": lambda: Plots(plots or Path("nowhere"), may_draw=plots is not None),
    }
    return catalog.draw(name, given, sources)


def marks(drawing: Drawing) -> tuple[Mark, ...]:
    """The marks of the only frame."""
    (frame,) = drawing.frames
    return frame.marks


def texts(drawing: Drawing) -> list[str]:
    """All texts in the picture."""
    return [mark.text for mark in marks(drawing) if isinstance(mark, Label)]


def pictures(drawing: Drawing, scale: str) -> list[np.ndarray]:
    """The levels of all pictures of a scale."""
    found = [mark for mark in marks(drawing) if isinstance(mark, Picture) and mark.scale == scale]
    return [np.array([list(row) for row in mark.levels]) for mark in found]


def sticks_out(drawing: Drawing) -> list[Mark]:
    """Marks that are cut off at the picture's border."""
    return [
        mark
        for mark in marks(drawing)
        for left, top, right, bottom in [bounds(mark)]
        if left < 0 or top < 0 or right > drawing.width or bottom > drawing.height
    ]


def overlapping(drawing: Drawing) -> list[tuple[str, str]]:
    """Texts that lie on each other; of a label's box the outer thirds of its line height may touch."""
    labels = [mark for mark in marks(drawing) if isinstance(mark, Label)]
    boxes = [(bounds(mark), mark) for mark in labels]
    return [
        (mark.text, other.text)
        for index, (one, mark) in enumerate(boxes)
        for two, other in boxes[index + 1 :]
        if one[0] < two[2] - 0.5
        and two[0] < one[2] - 0.5
        and abs(mark.y - other.y) < 0.5 * min(mark.size, other.size) + 2
    ]

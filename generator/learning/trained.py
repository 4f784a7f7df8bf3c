"""What training leaves behind: everything that figures and posts need to know of a trained model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.errors import GeneratorError
from generator.networks import Shape

Floats = NDArray[np.float32]
CLASSES = 10


@dataclass(frozen=True, eq=False)
class Samples:
    """Pictures (10 k, 28, 28) and labels, k of each class, sorted by class; ``data`` names the data set."""

    data: str
    images: NDArray[np.uint8]
    labels: NDArray[np.uint8]

    @property
    def per_class(self) -> int:
        """How many pictures of each class there are."""
        return len(self.images) // CLASSES

    def picture(self, label: int, index: int = 0) -> NDArray[np.uint8]:
        """The picture (28, 28) number ``index`` (from 0) of class ``label``.

        Raises:
            GeneratorError: there is no such class or no such picture.
        """
        if not 0 <= label < CLASSES:
            raise GeneratorError(f"there is no class {label}; classes are 0 to {CLASSES - 1}")
        if not 0 <= index < self.per_class:
            last = self.per_class - 1
            raise GeneratorError(f"there is no sample {index} of class {label}; samples are 0 to {last}")
        picture: NDArray[np.uint8] = self.images[label * self.per_class + index]
        return picture


@dataclass(frozen=True)
class LayerRow:
    """A layer as Keras reports it; shapes without the batch axis."""

    name: str
    class_name: str
    input_shape: Shape
    output_shape: Shape
    parameters: int


@dataclass(frozen=True)
class Summary:
    """What Keras' model summary says beside the layers; ``text`` is the whole of it as Keras prints it."""

    name: str
    trainable: int
    non_trainable: int
    text: str

    @property
    def total(self) -> int:
        """All parameters of the model."""
        return self.trainable + self.non_trainable


@dataclass(frozen=True, eq=False)
class Trained:
    """A trained network, what it learned from, and what it does.

    Weights are named "C1/kernel", "C1/bias" and have Keras' axes: (height, width, channels, filters) or
    (inputs, units). ``history`` has "loss", "accuracy", "val_loss", "val_accuracy", one number an epoch; the
    weights are those after ``best_epoch`` (from 0). ``confusion`` counts test pictures by (true class,
    predicted class). ``traces`` holds what each layer, and "input", makes of the first sample of each class.
    """

    network: str
    data: str
    seed: int
    layers: tuple[LayerRow, ...]
    summary: Summary
    weights: Mapping[str, Floats]
    initial_weights: Mapping[str, Floats]
    history: Mapping[str, tuple[float, ...]]
    best_epoch: int
    test_accuracy: float
    confusion: NDArray[np.int64]
    samples: Samples
    traces: Mapping[str, Floats]

"""What figures of a trained network let a post choose: the network, a layer of it, a picture."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from generator.data_names import class_name, data_title
from generator.errors import GeneratorError
from generator.learning.traced import Traced
from generator.learning.trained import CLASSES, LayerRow, Trained
from generator.words import Say

Model = Literal["paper", "post", "fashion"]
CONVOLUTION = "Conv2D"


def chosen_layer(trained: Trained | Traced, name: str, class_names: Sequence[str] = ()) -> LayerRow:
    """The layer of that name, of one of the classes if any are named.

    Raises:
        GeneratorError: there is no such layer among them; the message lists those that there are.
    """
    rows = [row for row in trained.layers if not class_names or row.class_name in class_names]
    for row in rows:
        if row.name == name:
            return row
    kind = f" of class {' or '.join(class_names)}" if class_names else ""
    raise GeneratorError(
        f"the network {trained.network!r} has no layer {name!r}{kind}; there are "
        f"{', '.join(row.name for row in rows)}"
    )


def chosen_sample(sample: int) -> int:
    """The number of a picture: networks remember what they make of the first test picture of each class.

    Raises:
        GeneratorError: it is none of 0 to 9.
    """
    if not 0 <= sample < CLASSES:
        raise GeneratorError(
            f"sample is {sample}; it must be 0 to {CLASSES - 1}: the first test picture of each of the "
            f"{CLASSES} classes"
        )
    return sample


def sample_in_words(trained: Trained | Traced, sample: int, say: Say) -> str:
    """The picture as a noun with its data set: a ‘5’ from MNIST."""
    name, data = class_name(trained.data, sample, say), data_title(trained.data, say)
    return say(f"{data}의 ‘{name}’ 그림", f"picture of ‘{name}’ from {data}")


def shape_in_words(shape: tuple[int, ...]) -> str:
    """A layer's output as LeNet's authors write it: 6@28×28, or the count of its units."""
    if len(shape) == 1 or shape[:2] == (1, 1):
        return str(shape[-1])
    height, width, count = shape
    return f"{count}@{height}×{width}"

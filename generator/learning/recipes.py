"""How networks are trained: numbers that were chosen on a validation split, never on the test set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal


@dataclass(frozen=True)
class Recipe:
    """``held_out`` is the share of pictures for validation; ``patience`` counts epochs without progress.

    With "sgd" (Nesterov momentum 0.9) the rate falls linearly to 0 over all epochs, with "adam" it stays.
    ``decay`` is the share of each weight that a step at rate 1 takes away; ``distortion``, from 0 to 1, is
    how far pictures are shifted, sheared and scaled in every epoch anew.
    """

    epochs: int
    optimizer: Literal["sgd", "adam"]
    rate: float
    held_out: float
    patience: int
    batch: int = 128
    decay: float | None = None
    distortion: float = 0.0


_LENET: Mapping[str, Recipe] = MappingProxyType(
    {
        "digits": Recipe(
            epochs=20, optimizer="sgd", rate=0.05, held_out=0.1, patience=20, batch=32, distortion=1.0
        ),
        "mnist": Recipe(epochs=5, optimizer="sgd", rate=0.1, held_out=1 / 20, patience=5, decay=5e-3),
        "fashion": Recipe(epochs=10, optimizer="sgd", rate=0.1, held_out=1 / 20, patience=5, decay=5e-3),
    }
)
# The network of the lecture is trained as the lecture does, whatever the data.
_FASHION = Recipe(epochs=20, optimizer="adam", rate=0.001, held_out=0.2, patience=2)
_THOROUGH = Recipe(
    epochs=20, optimizer="sgd", rate=0.1, held_out=1 / 20, patience=20, decay=5e-3, distortion=1.0
)


def recipe(network: str, data: str, *, thorough: bool = False) -> Recipe:
    """The recipe for a network of ``networks.NETWORKS`` on a data set."""
    if thorough:
        return _THOROUGH
    return _FASHION if network == "fashion" else _LENET[data]

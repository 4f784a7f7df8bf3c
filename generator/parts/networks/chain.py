"""A trained network as a row of stacks from picture to classes, with what one sample makes of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from generator.arithmetic import Array
from generator.learning.trained import Trained
from generator.networks import NETWORKS, Layer
from generator.parts.models.chosen import shape_in_words
from generator.parts.models.maps import reach
from generator.parts.networks.planes import Stack, stack, strip
from generator.parts.panels import signed_levels
from generator.words import Say, by

_STRIP, _CLASS, _FEW_UNITS = 14, 13, 12
_OFFSETS = {"few": 7.0, "many": 2.5}
_FEW = 8


@dataclass(frozen=True)
class Stage:
    """The picture or a layer's output: its words, its stack, and the layer that made it."""

    name: str
    size: str
    stack: Stack
    layer: Layer | None
    units: tuple[int, int]


def stages(trained: Trained, sample: int, say: Say) -> list[Stage]:
    """The picture and the output of every layer that computes something from its places or units.

    Layers that only arrange numbers anew or do nothing after training (flatten, dropout) are left out.
    """
    network = NETWORKS[trained.network]
    picture = trained.traces["input"][sample][:, :, 0].astype(np.float64)
    levels = (picture - picture.min()) / (picture.max() - picture.min()) * 255
    first = stack(levels[np.newaxis], _cell(len(levels)), 0, "grey")
    found = [Stage(say("입력", "input"), by(*levels.shape), first, None, (levels.shape[0], levels.shape[1]))]
    for layer in network.layers:
        if layer.kind not in ("flatten", "dropout"):
            found.append(_stage(trained, layer, sample, say))
    return found


def _stage(trained: Trained, layer: Layer, sample: int, say: Say) -> Stage:
    trace = trained.traces[layer.name]
    levels = signed_levels(trace[sample].astype(np.float64), reach(trace))
    shape = trace.shape[1:]
    name = say("출력", "output") if layer.name == "output" else layer.name
    if len(shape) == 3 and shape[:2] != (1, 1):
        offset = _OFFSETS["few" if shape[2] <= _FEW else "many"]
        drawn = stack(np.moveaxis(levels, 2, 0), _cell(shape[0]), offset)
        return Stage(name, shape_in_words(shape), drawn, layer, (shape[0], shape[1]))
    return Stage(name, shape_in_words(shape), _units(levels.ravel()), layer, (1, 1))


def _units(levels: Array) -> Stack:
    return strip(levels, _CLASS, _CLASS) if levels.size <= _FEW_UNITS else strip(levels, 1, _STRIP)


def _cell(size: int) -> int:
    """Pixels of small maps are drawn larger: the side of a plane grows with the root of the map's side."""
    return max(3, int(16 / size**0.5 + 0.5))

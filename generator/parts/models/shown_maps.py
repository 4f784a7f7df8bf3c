"""Which feature maps of a layer are kept and can be shown."""

from __future__ import annotations

from math import prod

from generator.arithmetic import Array
from generator.errors import GeneratorError
from generator.learning.traced import Traced
from generator.learning.trained import LayerRow, Trained
from generator.parts.models.maps import arrange
from generator.words import by

_MOST_NAMES = 24


def kept_layer(network: Trained | Traced, row: LayerRow) -> LayerRow:
    """The layer, if it is known what it makes of the pictures.

    Raises:
        GeneratorError: it is not; the message says why, and which layers there are.
    """
    if row.name in network.traces:
        return row
    kept = [name for name in network.traces if name != "input"]
    if not kept:
        size = by(*network.samples.images.shape[1:])
        raise GeneratorError(
            f"the pictures of {size} do not fit into the input of {network.network!r}, so there are no "
            "feature maps"
        )
    some = ", ".join(kept if len(kept) <= _MOST_NAMES else [*kept[:3], "…", *kept[-3:]])
    raise GeneratorError(
        f"layer is {row.name!r}; the {prod(row.output_shape):,} numbers that it makes of a picture are too "
        f"many to be kept. There are {some}"
    )


def first_maps(maps: Array, count: int | None, layer: str, room: tuple[float, float], gap: float) -> Array:
    """The first ``count`` maps (count, height, width), all if ``None``, if they fit a room (width, height).

    Raises:
        GeneratorError: there are not so many, or they do not fit.
    """
    if count is not None and not 1 <= count <= len(maps):
        raise GeneratorError(f"maps is {count}; {layer} has 1 to {len(maps)}")
    shown = maps[:count]
    tiles = arrange(shown, room=room, gap=gap)
    width = tiles.columns * (shown.shape[2] * tiles.cell + gap) - gap
    height = tiles.rows * (shown.shape[1] * tiles.cell + gap) - gap
    if width > room[0] or height > room[1]:
        raise GeneratorError(
            f"the {len(shown)} maps of {layer} with {by(*shown.shape[1:])} pixels each do not fit a page; "
            "set maps to a smaller number, or choose a later layer"
        )
    return shown

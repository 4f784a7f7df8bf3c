"""A trained network as one .npz file.

The file holds no dates, so equal content gives equal bytes. Trained weights are stored as they are. Weights
before training fit half precision exactly, because training starts from such. Feature maps are stored in half
precision (11 bits, finer than the levels of a picture), vectors of units in full. Facts that are no arrays
are one JSON text.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from generator.atomic import write_bytes
from generator.learning.npz import Arrays, fixed, group, packed, reading, unpacked
from generator.learning.prepare import prepare
from generator.learning.trained import CLASSES, Floats, LayerRow, Samples, Summary, Trained
from generator.networks import NETWORKS, Shape, output_shapes, weight_shapes

__all__ = ["LayerRow", "Samples", "Summary", "Trained", "file_name", "load", "save"]


def file_name(network: str, data: str) -> str:
    """The name of the file of a network trained on a data set."""
    return f"{network}-{data}.npz"


def save(trained: Trained, path: Path) -> None:
    """Write the file at ``path``, whole or not at all; equal content gives equal bytes.

    Raises:
        GeneratorError: the file cannot be written.
    """
    arrays: Arrays = {
        "facts": np.frombuffer(json.dumps(_facts(trained), sort_keys=True).encode(), np.uint8),
        "confusion": trained.confusion.astype(np.int32),
        "samples/images": trained.samples.images,
        "samples/labels": trained.samples.labels,
    }
    arrays |= {f"weights/{name}": array for name, array in trained.weights.items()}
    arrays |= {f"initial/{name}": array.astype(np.float16) for name, array in trained.initial_weights.items()}
    # The trace of the input is prepared from the samples when the file is read.
    arrays |= {f"traces/{name}": _lean(array) for name, array in trained.traces.items() if name != "input"}
    write_bytes(path, packed(arrays))


def load(path: Path) -> Trained:
    """Read what ``save`` wrote; all arrays are read-only.

    Raises:
        GeneratorError: the file is missing, damaged or of another form; ``generator train`` makes it anew.
    """
    with reading(path, "trained model"):
        trained = _assembled(unpacked(path))
        _verify(trained)
    return trained


def _facts(trained: Trained) -> dict[str, object]:
    names = ("network", "data", "seed", "history", "best_epoch", "test_accuracy")
    return {
        **{name: getattr(trained, name) for name in names},
        "layers": [asdict(row) for row in trained.layers],
        "summary": asdict(trained.summary),
    }


def _lean(trace: Floats) -> NDArray[Any]:
    return trace.astype(np.float16) if trace.ndim > 2 else trace


def _assembled(arrays: Arrays) -> Trained:
    facts = json.loads(arrays["facts"].tobytes())
    samples = Samples(facts["data"], fixed(arrays["samples/images"]), fixed(arrays["samples/labels"]))
    traces = {"input": _input_trace(facts["network"], samples)} | group(arrays, "traces/")
    return Trained(
        network=facts["network"],
        data=facts["data"],
        seed=facts["seed"],
        layers=tuple(_row(row) for row in facts["layers"]),
        summary=Summary(**facts["summary"]),
        weights=group(arrays, "weights/"),
        initial_weights=group(arrays, "initial/"),
        history={name: tuple(values) for name, values in facts["history"].items()},
        best_epoch=facts["best_epoch"],
        test_accuracy=facts["test_accuracy"],
        confusion=fixed(arrays["confusion"].astype(np.int64)),
        samples=samples,
        traces=traces,
    )


def _row(row: Mapping[str, Any]) -> LayerRow:
    shapes = {name: tuple(row[name]) for name in ("input_shape", "output_shape")}
    return LayerRow(**{**row, **shapes})


def _input_trace(network: str, samples: Samples) -> Floats:
    size = NETWORKS[network].input_shape[0]
    return fixed(prepare(samples.images[:: max(samples.per_class, 1)], size))


def _verify(trained: Trained) -> None:
    """Raises ValueError where an array has not the shape that its network asks for."""
    network = NETWORKS[trained.network]
    count = CLASSES * trained.samples.per_class
    shapes = zip(network.layers, output_shapes(network), strict=True)
    traces = {"input": network.input_shape} | {layer.name: shape for layer, shape in shapes}
    expected = {
        "weights": weight_shapes(network),
        "initial weights": weight_shapes(network),
        "traces": {name: (CLASSES, *shape) for name, shape in traces.items()},
        "samples": {"images": (count, 28, 28), "labels": (count,)},
        "confusion": {"counts": (CLASSES, CLASSES)},
    }
    found: dict[str, Mapping[str, NDArray[Any]]] = {
        "weights": trained.weights,
        "initial weights": trained.initial_weights,
        "traces": trained.traces,
        "samples": {"images": trained.samples.images, "labels": trained.samples.labels},
        "confusion": {"counts": trained.confusion},
    }
    for what, arrays in found.items():
        _compare(what, {name: array.shape for name, array in arrays.items()}, expected[what])


def _compare(what: str, found: Mapping[str, Shape], expected: Mapping[str, Shape]) -> None:
    for name in [*expected, *found]:
        if found.get(name) != expected.get(name):
            raise ValueError(f"{what} {name}: shape {found.get(name)}, expected {expected.get(name)}")

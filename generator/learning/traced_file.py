"""A traced model as one .npz file: arrays without weights, and facts that are one JSON text.

The file holds no dates, so equal content gives equal bytes. What layers make of pictures is in half
precision.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

from generator.atomic import write_bytes
from generator.graph import Graph, Node, Window
from generator.learning.npz import Arrays, fixed, group, packed, reading, unpacked
from generator.learning.prepare import prepare_for
from generator.learning.traced import Traced
from generator.learning.trained import CLASSES, Samples, Summary


def save_traced(traced: Traced, path: Path) -> None:
    """Write the file at ``path``, whole or not at all.

    Raises:
        GeneratorError: the file cannot be written.
    """
    facts = {
        "data": traced.data,
        "source": traced.source,
        "graph": asdict(traced.graph),
        "summary": asdict(traced.summary),
    }
    arrays: Arrays = {
        "facts": np.frombuffer(json.dumps(facts, sort_keys=True).encode(), np.uint8),
        "samples/images": traced.samples.images,
        "samples/labels": traced.samples.labels,
    }
    # The trace of the input is prepared from the samples when the file is read.
    kept = {name: trace for name, trace in traced.traces.items() if name != "input"}
    arrays |= {f"traces/{name}": trace.astype(np.float16) for name, trace in kept.items()}
    write_bytes(path, packed(arrays))


def load_traced(path: Path) -> Traced:
    """Read what `save_traced` wrote; all arrays are read-only.

    Raises:
        GeneratorError: the file is missing, damaged or of another form; ``generator train`` makes it anew.
    """
    with reading(path, "traced model"):
        traced = _assembled(unpacked(path))
        _verify(traced)
    return traced


def _assembled(arrays: Arrays) -> Traced:
    facts = json.loads(arrays["facts"].tobytes())
    samples = Samples(facts["data"], fixed(arrays["samples/images"]), fixed(arrays["samples/labels"]))
    graph = _graph(facts["graph"])
    traces = group(arrays, "traces/")
    if traces:
        first = samples.images[:: max(samples.per_class, 1)]
        traces["input"] = fixed(prepare_for(first, graph.input_shape))
    return Traced(graph, facts["data"], facts["source"], Summary(**facts["summary"]), samples, traces)


def _graph(facts: dict[str, Any]) -> Graph:
    return Graph(**{**_tuples(facts), "nodes": tuple(_node(node) for node in facts["nodes"])})


def _node(facts: dict[str, Any]) -> Node:
    return Node(**{**_tuples(facts), "window": Window(**_tuples(facts["window"]))})


def _tuples(facts: dict[str, Any]) -> dict[str, Any]:
    return {name: _tuple(value) for name, value in facts.items()}


def _tuple(value: Any) -> Any:
    return tuple(_tuple(item) for item in value) if isinstance(value, list) else value


def _verify(traced: Traced) -> None:
    """Raises ValueError where an array has not the shape that the model's layers say."""
    count = CLASSES * traced.samples.per_class
    shapes = {"input": traced.graph.input_shape} | {n.name: n.output_shape for n in traced.graph.nodes}
    if traced.samples.images.shape != (count, 28, 28) or traced.samples.labels.shape != (count,):
        raise ValueError(f"samples: shape {traced.samples.images.shape}")
    for name, trace in traced.traces.items():
        if trace.shape != (CLASSES, *shapes[name]):
            raise ValueError(f"traces {name}: shape {trace.shape}, expected {(CLASSES, *shapes[name])}")

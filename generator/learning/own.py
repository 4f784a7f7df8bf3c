"""Getting a user's own model from its file, and writing down what figures need of it."""

from __future__ import annotations

import re
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from math import prod
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from generator.errors import GeneratorError
from generator.graph import Node
from generator.learning.graph_tracing import functional, graph_of_model, nodes_of, outputs_of
from generator.learning.model import keras, seeded
from generator.learning.prepare import prepare_for
from generator.learning.quiet import quiet
from generator.learning.traced import Traced
from generator.learning.tracing import summary_of
from generator.learning.trained import Floats, Samples
from generator.own_models import ModelSource

# Numbers a picture that a layer, and that all layers together, may have to be kept.
MOST_A_LAYER, MOST_IN_ALL = 100_000, 1_000_000
# What Keras writes into its messages to make parts of them bold in a terminal.
_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
_KERAS_OWN_NAMES = re.compile(r"(sequential|functional|model)(_\d+)?")


def trace(source: ModelSource, samples: Samples, *, seed: int = 0) -> Traced:
    """Build or read the model, and write down its layers and what they make of the samples.

    Weights that the model does not bring are drawn with the seed.

    Raises:
        GeneratorError: Keras is not installed; the file, the function or the model is none that can be used.
    """
    digest = source.digest()
    # Else the names that Keras gives would count the layers of models that were traced before.
    keras().utils.clear_session()
    k = seeded(seed)
    with quiet():
        model = checked(source, _from_python(source) if source.function else _from_keras(k, source))
        with _explained(source, "reading its layers fails"):
            graph = graph_of_model(model, source.name, _title(model, source))
        pictures = _prepared(samples, graph.input_shape)
        with _explained(source, "sending pictures through its layers fails"):
            traces = {} if pictures is None else _traces(k, model, graph.nodes, pictures)
        return Traced(graph, samples.data, digest, summary_of(model), samples, traces)


def _title(model: Any, source: ModelSource) -> str:
    return source.name if _KERAS_OWN_NAMES.fullmatch(model.name) else str(model.name)


def _prepared(samples: Samples, shape: tuple[int, ...]) -> NDArray[np.float32] | None:
    """The first picture of each class; None where the model's input is smaller."""
    try:
        return prepare_for(samples.images[:: samples.per_class], shape)
    except GeneratorError:
        return None


def _traces(k: Any, model: Any, nodes: tuple[Node, ...], pictures: NDArray[np.float32]) -> dict[str, Floats]:
    wanted = worth_keeping(nodes)
    found: dict[str, list[Floats]] = {node.name: [] for node in nodes if node.name in wanted}

    def keep(node: Node, made: Any) -> None:
        if node.name in wanted:
            found[node.name].append(np.asarray(k.ops.convert_to_numpy(made), np.float32))

    # One by one: all outputs of a large model for ten pictures would fill the memory.
    for picture in pictures:
        batch = k.ops.convert_to_tensor(np.ascontiguousarray(picture[np.newaxis]))
        outputs_of(model, nodes, batch, keep)
    traces = {name: _halved(np.concatenate(made)) for name, made in found.items()}
    return {"input": pictures} | traces


def worth_keeping(nodes: tuple[Node, ...]) -> frozenset[str]:
    """The layers whose outputs are small enough for the file; the largest are left out first."""
    kept: list[str] = []
    room = MOST_IN_ALL
    for node in sorted(nodes, key=lambda node: prod(node.output_shape)):
        room -= prod(node.output_shape)
        if prod(node.output_shape) > MOST_A_LAYER or room < 0:
            break
        if all(node.output_shape):
            kept.append(node.name)
    return frozenset(kept)


def _halved(trace: Floats) -> Floats:
    """In the precision that the file keeps, so that figures are the same before and after it is read."""
    largest = float(np.finfo(np.float16).max)
    halved: Floats = np.nan_to_num(trace.clip(-largest, largest)).astype(np.float16).astype(np.float32)
    return halved


def _from_keras(k: Any, source: ModelSource) -> Any:
    try:
        return k.models.load_model(source.file, compile=False)
    except Exception as problem:
        raise source.error(f"Keras cannot read the file ({_told(problem)})") from problem


def _from_python(source: ModelSource) -> Any:
    module = ModuleType(f"generator_model_{source.name}")
    module.__file__ = str(source.file)
    sys.modules[module.__name__] = module  # dataclasses and Keras look their module up there
    with _beside(source), _explained(source, f"{source.file.name} fails"):
        exec(compile(source.file.read_bytes(), str(source.file), "exec"), module.__dict__)
    function = getattr(module, source.function, None)
    if not callable(function):
        known = [name for name, value in vars(module).items() if _is_own(value, module)]
        there = f"its functions are {', '.join(known)}" if known else "it has no functions"
        raise source.error(f"there is no function {source.function!r} in {source.file.name}; {there}")
    with _beside(source), _explained(source, f"{source.function}() fails"):
        return function()


def _is_own(value: object, module: ModuleType) -> bool:
    return callable(value) and getattr(value, "__module__", None) == module.__name__


@contextmanager
def _beside(source: ModelSource) -> Iterator[None]:
    """Lets a file import its neighbours, and leaves no compiled files there."""
    kept = list(sys.path), sys.dont_write_bytecode
    sys.path.insert(0, str(source.file.parent))
    sys.dont_write_bytecode = True
    try:
        yield
    finally:
        sys.path[:], sys.dont_write_bytecode = kept


@contextmanager
def _explained(source: ModelSource, what: str) -> Iterator[None]:
    try:
        yield
    except (Exception, SystemExit) as problem:
        frames = traceback.extract_tb(problem.__traceback__)
        lines = [frame.lineno for frame in frames if frame.filename == str(source.file)]
        line = problem.lineno if isinstance(problem, SyntaxError) else lines[-1] if lines else None
        place = f" in line {line}" if line else ""
        raise source.error(f"{what}{place} with {_told(problem)}") from problem


def _told(problem: BaseException) -> str:
    plain = _COLOURS.sub("", f"{type(problem).__name__}: {problem}")
    words = " ".join(plain.split())
    return words if len(words) <= 300 else f"{words[:300]} …"


def checked(source: ModelSource, model: Any) -> Any:
    """The model, if it has one input (h, w, c) of known size, and a graph.

    Raises:
        GeneratorError: it has not.
    """
    kind = type(model).__name__
    if not hasattr(model, "summary") or not hasattr(model, "count_params"):
        raise source.error(f"{source.function}() returns {kind}; it must return a keras.Model")
    graph = functional(model)
    if graph is None:
        what = "has no input yet; begin it with keras.Input((height, width, channels))"
        if kind != "Sequential":
            what = f"is a {kind}, whose layers Keras does not list; it must be Sequential or functional"
        raise source.error(f"the model {what}")
    shapes = [tuple(tensor.shape[1:]) for tensor in graph.inputs]
    if len(shapes) != 1:
        raise source.error(f"the model has {len(shapes)} inputs; it must have one")
    if len(shapes[0]) != 3 or not all(shapes[0]):
        raise source.error(
            f"the model's input is {shapes[0]}; it must be (height, width, channels) with known numbers"
        )
    if not nodes_of(model):
        raise source.error("the model has no layers")
    return model

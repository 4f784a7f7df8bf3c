"""The only door to Keras: building networks and training them.

Keras takes seconds to import, so nothing is imported before it is needed.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from generator.errors import GeneratorError
from generator.learning.augment import distorted, distorted_arrays
from generator.learning.data import Dataset, samples
from generator.learning.prepare import prepare
from generator.learning.progress import Step, bar, line
from generator.learning.quiet import quiet
from generator.learning.recipes import Recipe, recipe
from generator.learning.tracing import layer_rows, summary_of, traces_of, weights_of
from generator.learning.trained import CLASSES, Trained
from generator.networks import Layer, Network

# What Keras computes with, and what pip calls it. Without a word TensorFlow is taken, which is faster here.
BACKENDS = {"tensorflow": "tensorflow", "torch": "torch"}
_BACKEND = "KERAS_BACKEND"
# Steps that TensorFlow runs before it comes back to Python.
_STEPS_AT_ONCE = 10
_SETTINGS = {
    _BACKEND: "tensorflow",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    # On processors without VNNI TensorFlow leaves oneDNN off, and trains LeNet at a fifth of the speed.
    "TF_ENABLE_ONEDNN_OPTS": "1",
}

History = dict[str, tuple[float, ...]]


@dataclass(frozen=True, eq=False)
class _Lesson:
    """Prepared pictures and their classes: to learn from, and held out for validation."""

    x: NDArray[np.float32]
    y: NDArray[np.uint8]
    held_out: tuple[NDArray[np.float32], NDArray[np.uint8]]


def choose_backend(name: str) -> None:
    """What Keras shall compute with, one of ``BACKENDS``; to be said before Keras is first asked for.

    Raises:
        GeneratorError: Keras computes with another one already.
    """
    if "keras" in sys.modules and keras().config.backend() != name:
        used = keras().config.backend()
        raise GeneratorError(f"Keras runs on {used} already; start anew to run it on {name}")
    os.environ[_BACKEND] = name


def keras() -> Any:
    """The Keras module on its backend, without TensorFlow's notices.

    Raises:
        GeneratorError: Keras or its backend is not installed.
    """
    for name, value in _SETTINGS.items():
        os.environ.setdefault(name, value)
    try:
        with quiet():
            import keras
    except ModuleNotFoundError as error:
        package = BACKENDS.get(os.environ[_BACKEND], os.environ[_BACKEND])
        missing = package if error.name == package else f"keras {package}"
        raise GeneratorError(
            f"networks need {error.name!r}, which is missing: pip install {missing}"
        ) from error
    return keras


def build(network: Network) -> Any:
    """The network as an untrained ``keras.Sequential``; its layers have the names of ``network``."""
    k = keras()
    name = network.title.lower().replace(" ", "_").replace("-", "_")
    layers = [_layer(k.layers, layer) for layer in network.layers]
    return k.Sequential([k.Input(network.input_shape), *layers], name=name)


def train(
    network: Network,
    dataset: Dataset,
    *,
    seed: int = 0,
    thorough: bool = False,
    epochs: int | None = None,
    progress: bool = True,
) -> Trained:
    """Train the network from scratch, and write down everything that figures and posts need.

    A part of the training pictures is held out for validation; the weights are those after the epoch with the
    smallest loss on it. Test pictures are looked at once, at the end. The same seed gives the same result on
    the same machine. ``thorough`` distorts the pictures in every epoch anew; ``epochs`` overrides the recipe.

    Raises:
        GeneratorError: TensorFlow is not installed, or the pictures are larger than the network's input.
    """
    k = seeded(seed)
    way = recipe(network.name, dataset.name, thorough=thorough)
    model = build(network)
    summary = summary_of(model)
    # Half precision keeps the start small in the file, and exact.
    model.set_weights([weight.astype(np.float16).astype(np.float32) for weight in model.get_weights()])
    initial = weights_of(model)
    history = _fit(k, model, _lesson(network, dataset, way, seed), way, epochs or way.epochs, seed, progress)
    confusion = _confusion(model, network, dataset)
    pictures = samples(dataset)
    return Trained(
        network=network.name,
        data=dataset.name,
        seed=seed,
        layers=layer_rows(model),
        summary=summary,
        weights=weights_of(model),
        initial_weights=initial,
        history=history,
        best_epoch=int(np.argmin(history["val_loss"])),
        test_accuracy=float(np.trace(confusion) / confusion.sum()),
        confusion=confusion,
        samples=pictures,
        traces=traces_of(k, model, prepare(pictures.images[:: pictures.per_class], network.input_shape[0])),
    )


def seeded(seed: int) -> Any:
    """Keras, which from now on draws the same random numbers in each run, and rounds alike.

    Raises:
        GeneratorError: as `keras`.
    """
    k = keras()
    k.utils.set_random_seed(seed)
    if _on_tensorflow(k):
        import tensorflow as tf

        tf.get_logger().setLevel("ERROR")  # training several networks in one process is no mistake
        tf.config.experimental.enable_op_determinism()
    elif k.config.backend() == "torch":
        import torch

        torch.use_deterministic_algorithms(True)
    return k


def _on_tensorflow(k: Any) -> bool:
    return bool(k.config.backend() == "tensorflow")


def _layer(k: Any, layer: Layer) -> Any:
    if layer.kind == "conv":
        return k.Conv2D(
            layer.filters,
            layer.kernel,
            layer.stride,
            layer.padding,
            activation=layer.activation,
            name=layer.name,
        )
    if layer.kind == "pool":
        pooling = k.AveragePooling2D if layer.pooling == "average" else k.MaxPooling2D
        return pooling(layer.kernel, layer.stride, layer.padding, name=layer.name)
    if layer.kind == "dense":
        return k.Dense(layer.filters, activation=layer.activation, name=layer.name)
    return k.Dropout(layer.rate, name=layer.name) if layer.kind == "dropout" else k.Flatten(name=layer.name)


def _lesson(network: Network, dataset: Dataset, way: Recipe, seed: int) -> _Lesson:
    size = network.input_shape[0]
    order = np.random.default_rng(seed).permutation(len(dataset.x_train))
    count = round(len(order) * way.held_out)
    held_out, rest = order[:count], order[count:]
    return _Lesson(
        prepare(dataset.x_train[rest], size),
        dataset.y_train[rest],
        (prepare(dataset.x_train[held_out], size), dataset.y_train[held_out]),
    )


def _fit(k: Any, model: Any, lesson: _Lesson, way: Recipe, epochs: int, seed: int, progress: bool) -> History:
    """Train the model in place; the history that Keras keeps."""
    steps = -(-len(lesson.x) // way.batch)
    model.compile(
        _optimizer(k.optimizers, way, steps * epochs),
        "sparse_categorical_crossentropy",
        metrics=["accuracy"],
        steps_per_execution=_STEPS_AT_ONCE if _on_tensorflow(k) else 1,
    )
    stopping = k.callbacks.EarlyStopping("val_loss", patience=way.patience, restore_best_weights=True)
    with bar(f"training {model.name}", steps * epochs, shown=progress) as step:
        told = _told(k, steps, epochs, step, progress)
        kept = model.fit(
            **_pictures(k, lesson, way, seed),
            epochs=epochs,
            validation_data=lesson.held_out,
            callbacks=[stopping, told],
            verbose=0,
        )
    return {name: tuple(float(value) for value in values) for name, values in kept.history.items()}


def _pictures(k: Any, lesson: _Lesson, way: Recipe, seed: int) -> dict[str, Any]:
    """What ``fit`` learns from: arrays as they are, or batches that are distorted anew in every epoch."""
    if not way.distortion:
        return {"x": lesson.x, "y": lesson.y, "batch_size": way.batch}
    given = lesson.x, lesson.y, way.batch, seed, way.distortion
    if _on_tensorflow(k):
        return {"x": distorted(*given), "shuffle": False}
    steps = -(-len(lesson.x) // way.batch)
    return {"x": distorted_arrays(*given), "steps_per_epoch": steps, "shuffle": False}


def _optimizer(k: Any, way: Recipe, steps: int) -> Any:
    if way.optimizer == "adam":
        return k.Adam(way.rate)
    falling = k.schedules.PolynomialDecay(way.rate, steps, 0.0)
    return k.SGD(falling, momentum=0.9, nesterov=True, weight_decay=way.decay)


def _told(k: Any, steps: int, epochs: int, step: Step, progress: bool) -> Any:
    """A callback that moves the bar, or says a line an epoch where there is none."""
    done = 0

    def after_batch(batch: int, logs: Any) -> None:
        nonlocal done
        step(batch + 1 - done % steps, "")
        done += batch + 1 - done % steps

    def after_epoch(epoch: int, logs: Any) -> None:
        loss, accuracy = logs["loss"], logs["val_accuracy"]
        text = f"epoch {epoch + 1}/{epochs}: loss {loss:.4f}, validation accuracy {accuracy:.2%}"
        step(0, text)
        line(text, shown=progress)

    return k.callbacks.LambdaCallback(on_train_batch_end=after_batch, on_epoch_end=after_epoch)


def _confusion(model: Any, network: Network, dataset: Dataset) -> NDArray[np.int64]:
    pictures = prepare(dataset.x_test, network.input_shape[0])
    guesses = model.predict(pictures, batch_size=500, verbose=0).argmax(axis=1)
    counts = np.zeros((CLASSES, CLASSES), np.int64)
    np.add.at(counts, (dataset.y_test, guesses), 1)
    return counts

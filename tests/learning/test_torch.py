"""Keras on PyTorch: the same outputs as on TensorFlow, and training without TensorFlow.

A process holds one backend, so each one here has its own.
"""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from generator.learning import augment
from generator.learning.artefact import load
from generator.networks import NETWORKS, parameter_counts
from tests.projects import Project, without

ROOT = Path(__file__).parents[2]
slow = pytest.mark.slow
with_torch = pytest.mark.skipif(find_spec("torch") is None, reason="PyTorch is not installed")

OUTPUTS = """
import sys
import numpy as np
from generator.learning import model
from generator.networks import NETWORKS
model.choose_backend(sys.argv[1])
keras = model.seeded(0)
assert keras.config.backend() == sys.argv[1]
built = model.build(NETWORKS["post"])
numbers = np.random.default_rng(0)
built.set_weights([numbers.normal(0, 0.2, weight.shape) for weight in built.get_weights()])
pictures = numbers.normal(size=(3, 32, 32, 1)).astype(np.float32)
layers = [built.get_layer(name).output for name in ("C1", "S2", "output")]
made = keras.Model(built.inputs, layers).predict(pictures, verbose=0)
np.savez(sys.argv[2], *made)
"""
TRAINING = """
import sys
sys.modules["tensorflow"] = None  # as if it were not installed
from dataclasses import replace
from pathlib import Path
from generator.learning import artefact, model
from generator.learning.data import load
from generator.networks import NETWORKS
model.choose_backend("torch")
data = load("digits")
few = replace(data, x_train=data.x_train[:150], y_train=data.y_train[:150])
trained = model.train(NETWORKS["paper"], few, epochs=1, progress=False)
artefact.save(trained, Path(sys.argv[1]))
"""


def run(program: str, *arguments: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=ROOT,
        env={name: value for name, value in os.environ.items() if name != "KERAS_BACKEND"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr[-2000:]


@slow
@with_torch
def test_layers_compute_the_same_on_both_backends(tmp_path: Path) -> None:
    for backend in ("tensorflow", "torch"):
        run(OUTPUTS, backend, str(tmp_path / f"{backend}.npz"))
    ours, theirs = (np.load(tmp_path / f"{backend}.npz") for backend in ("tensorflow", "torch"))
    for name in ours.files:
        assert np.allclose(ours[name], theirs[name], atol=1e-5), name


@slow
@with_torch
def test_training_on_torch_needs_no_tensorflow_and_repeats_itself(tmp_path: Path) -> None:
    for name in ("one.npz", "two.npz"):
        run(TRAINING, str(tmp_path / name))
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()
    trained = load(tmp_path / "one.npz")
    assert tuple(row.parameters for row in trained.layers) == parameter_counts(NETWORKS["paper"])
    assert np.isfinite(trained.history["val_loss"]).all()
    kernel, bias = trained.weights["C1/kernel"], trained.weights["C1/bias"]
    patch = trained.traces["input"][3, 4:9, 7:12, 0]
    expected = np.tanh((patch[..., None] * kernel[:, :, 0]).sum(axis=(0, 1)) + bias)
    assert trained.traces["C1"][3, 4, 7] == pytest.approx(expected, abs=1e-3)


@slow
def test_without_torch_the_command_says_how_to_get_it(empty_project: Project) -> None:
    outcome = empty_project.apart("train", "paper", "--backend", "torch", before=without("torch"))
    assert outcome.code == 1
    assert outcome.err.strip().endswith("networks need 'torch', which is missing: pip install torch")


def test_another_backend_than_those_two_is_refused(empty_project: Project) -> None:
    outcome = empty_project.run("train", "--backend", "jax")
    assert outcome.code == 2
    assert "'tensorflow', 'torch'" in outcome.err


def test_an_epoch_without_tensorflow_has_every_picture_once_and_repeats_with_the_seed() -> None:
    pictures = np.random.RandomState(0).randn(10, 8, 8, 1).astype(np.float32)
    labels = np.arange(10, dtype=np.uint8)

    def epochs(seed: int, strength: float = 1.0) -> tuple[np.ndarray, np.ndarray]:
        batches = augment.distorted_arrays(pictures, labels, 4, seed, strength)
        taken = [next(batches) for _ in range(6)]
        return np.concatenate([x for x, _ in taken]), np.concatenate([y for _, y in taken])

    x, y = epochs(1)
    assert sorted(y[:10].tolist()) == sorted(y[10:].tolist()) == list(range(10))
    assert np.array_equal(x, epochs(1)[0])
    assert not np.array_equal(x, epochs(2)[0])
    still, y = epochs(1, 0.0)
    assert np.allclose(still, pictures[y], atol=1e-6)


@slow
def test_pictures_are_distorted_as_tensorflow_does_it() -> None:
    from generator.learning.model import keras

    if keras().config.backend() != "tensorflow":
        pytest.skip("Keras runs on another backend here")
    import tensorflow as tf

    numbers = np.random.default_rng(0)
    pictures = numbers.normal(size=(5, 12, 12, 1)).astype(np.float32)
    moves = numbers.uniform(-1, 1, (5, 6)) * [0.3, 0.4, 4, 0.4, 0.3, 4]
    a, b, right, c, d, down = moves.T
    middle, none = 5.5, np.zeros(5)
    across = [1 + a, b, right - (a + b) * middle]
    up = [c, 1 + d, down - (c + d) * middle]
    maps = tf.constant(np.stack([*across, *up, none, none], axis=1), tf.float32)
    expected = augment._moved(tf, tf.constant(pictures), maps, -1.0).numpy()
    assert np.allclose(augment._warped(pictures, moves, -1.0), expected, atol=1e-4)

"""Building and training with Keras."""

from __future__ import annotations

import dataclasses
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from generator.learning import artefact, data, model
from generator.learning.prepare import prepare
from generator.learning.recipes import Recipe, recipe
from generator.learning.trained import Trained
from generator.networks import NETWORKS, output_shapes, parameter_counts, weight_shapes

slow = pytest.mark.slow


@pytest.fixture(scope="module")
def digits() -> data.Dataset:
    return data.load("digits")


@pytest.fixture(scope="module")
def trained(digits: data.Dataset) -> Trained:
    return model.train(NETWORKS["paper"], digits, epochs=2, progress=False)


@slow
@pytest.mark.parametrize("name", list(NETWORKS))
def test_keras_builds_what_the_network_says(name: str) -> None:
    network = NETWORKS[name]
    built = model.build(network)
    assert [layer.name for layer in built.layers] == [layer.name for layer in network.layers]
    assert tuple(layer.count_params() for layer in built.layers) == parameter_counts(network)
    assert tuple(tuple(layer.output.shape[1:]) for layer in built.layers) == output_shapes(network)
    shapes = {
        f"{layer.name}/{weight.name}": tuple(weight.shape)
        for layer in built.layers
        for weight in layer.weights
    }
    assert shapes == weight_shapes(network)


@slow
@pytest.mark.parametrize(("name", "total"), [("paper", 61_706), ("post", 82_826), ("fashion", 333_526)])
def test_keras_counts_the_published_parameters(name: str, total: int) -> None:
    assert model.build(NETWORKS[name]).count_params() == total


@slow
def test_a_trained_network_comes_back_from_its_file(trained: Trained, tmp_path: Path) -> None:
    artefact.save(trained, tmp_path / "x.npz")
    loaded = artefact.load(tmp_path / "x.npz")
    for name, array in trained.initial_weights.items():
        assert np.array_equal(loaded.initial_weights[name], array)
        assert np.array_equal(loaded.weights[name], trained.weights[name])
    for name, trace in trained.traces.items():
        assert np.allclose(loaded.traces[name], trace, atol=5e-4 * np.abs(trace).max()), name


@slow
def test_training_twice_gives_the_same_bytes(trained: Trained, digits: data.Dataset, tmp_path: Path) -> None:
    artefact.save(trained, tmp_path / "first.npz")
    artefact.save(model.train(NETWORKS["paper"], digits, epochs=2, progress=False), tmp_path / "second.npz")
    assert (tmp_path / "first.npz").read_bytes() == (tmp_path / "second.npz").read_bytes()


@slow
def test_another_seed_gives_other_weights(trained: Trained, digits: data.Dataset) -> None:
    other = model.train(NETWORKS["paper"], digits, epochs=1, seed=1, progress=False)
    assert not np.array_equal(other.initial_weights["C1/kernel"], trained.initial_weights["C1/kernel"])


@slow
def test_the_record_agrees_with_itself(trained: Trained, digits: data.Dataset) -> None:
    assert trained.confusion.sum(axis=1).tolist() == np.bincount(digits.y_test).tolist()
    assert trained.test_accuracy == np.trace(trained.confusion) / len(digits.y_test)
    assert {len(values) for values in trained.history.values()} == {2}
    assert sorted(trained.history) == ["accuracy", "loss", "val_accuracy", "val_loss"]
    assert trained.traces["output"].sum(axis=1) == pytest.approx(np.ones(10), abs=1e-5)
    assert trained.summary.total == 61_706
    assert 'Model: "lenet_5"' in trained.summary.text
    assert "Total params: 61,706" in trained.summary.text


@slow
def test_traces_are_what_the_layers_make_of_the_first_samples(trained: Trained) -> None:
    inputs = prepare(np.stack([trained.samples.picture(label) for label in range(10)]), 32)
    assert np.array_equal(trained.traces["input"], inputs)
    kernel, bias = trained.weights["C1/kernel"], trained.weights["C1/bias"]
    patch = inputs[3, 4:9, 7:12, 0]
    expected = np.tanh((patch[..., None] * kernel[:, :, 0]).sum(axis=(0, 1)) + bias)
    assert trained.traces["C1"][3, 4, 7] == pytest.approx(expected, abs=1e-5)


@slow
def test_early_stopping_restores_the_weights_of_the_best_epoch(
    digits: data.Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A rate that is too high from the second epoch on makes the first one the best.
    way = Recipe(epochs=12, optimizer="adam", rate=0.02, held_out=0.2, patience=2)
    monkeypatch.setattr(model, "recipe", lambda *_, **__: way)
    trained = model.train(NETWORKS["post"], digits, progress=False)
    losses = trained.history["val_loss"]
    assert trained.best_epoch == int(np.argmin(losses))
    assert len(losses) == min(trained.best_epoch + 3, 12)
    lesson = model._lesson(NETWORKS["post"], digits, way, 0)
    assert _loss(trained, *lesson.held_out) == pytest.approx(losses[trained.best_epoch], rel=1e-4)


def _loss(trained: Trained, x: NDArray[np.float32], y: NDArray[np.uint8]) -> float:
    built = model.build(NETWORKS[trained.network])
    built.set_weights(list(trained.weights.values()))
    chosen = built.predict(x, verbose=0)[np.arange(len(y)), y]
    return float(-np.log(chosen).mean())


@slow
def test_validation_pictures_are_not_trained_on(digits: data.Dataset) -> None:
    lesson = model._lesson(NETWORKS["paper"], digits, recipe("paper", "digits"), 0)
    learned = {picture.tobytes() for picture in lesson.x}
    assert len(lesson.x) + len(lesson.held_out[0]) == len(digits.x_train)
    assert not any(picture.tobytes() in learned for picture in lesson.held_out[0])


@slow
def test_the_embedded_digits_are_read_well(digits: data.Dataset) -> None:
    trained = model.train(NETWORKS["post"], digits, progress=False)
    assert trained.test_accuracy >= 0.975


@slow
def test_the_fashion_network_trains_too(digits: data.Dataset) -> None:
    trained = model.train(NETWORKS["fashion"], digits, epochs=1, progress=False)
    assert [row.class_name for row in trained.layers][-2:] == ["Dropout", "Dense"]
    assert trained.traces["conv1"].shape == (10, 28, 28, 32)


@slow
def test_distorted_batches_are_all_pictures_once_an_epoch_and_repeat_with_the_seed() -> None:
    keras = model.keras()
    from generator.learning.augment import distorted

    pictures = np.random.RandomState(0).randn(10, 8, 8, 1).astype(np.float32)
    labels = np.arange(10, dtype=np.uint8)

    def epoch(seed: int) -> tuple[NDArray[np.float32], NDArray[np.uint8]]:
        keras.utils.set_random_seed(0)
        batches: Any = list(distorted(pictures, labels, 4, seed, 1.0).as_numpy_iterator())
        return np.concatenate([x for x, _ in batches]), np.concatenate([y for _, y in batches])

    x, y = epoch(1)
    assert sorted(y.tolist()) == list(range(10))
    assert np.array_equal(x, epoch(1)[0])
    assert not np.array_equal(x, epoch(2)[0])


@slow
@pytest.mark.parametrize("distortion", [0.0, 1.0])
def test_every_epoch_has_every_step_and_the_rate_falls_to_zero(distortion: float) -> None:
    keras = model.seeded(0)
    network = NETWORKS["post"]
    built = model.build(network)
    numbers = np.random.RandomState(0)
    x, y = numbers.randn(130, 32, 32, 1).astype(np.float32), numbers.randint(0, 10, 130).astype(np.uint8)
    way = Recipe(
        epochs=3, optimizer="sgd", rate=0.1, held_out=0.1, patience=3, batch=10, distortion=distortion
    )
    model._fit(keras, built, model._Lesson(x, y, (x, y)), way, 3, 0, False)
    assert int(built.optimizer.iterations) == 3 * 13
    assert float(built.optimizer.learning_rate) == pytest.approx(0.0)


@slow
def test_distortions_are_new_in_every_epoch() -> None:
    model.keras()
    from generator.learning.augment import distorted

    pictures = np.random.RandomState(0).randn(1, 8, 8, 1).astype(np.float32)
    batches = distorted(pictures, np.zeros(1, np.uint8), 1, 0, 1.0)
    one, two = (next(iter(batches.as_numpy_iterator()))[0] for _ in range(2))
    assert not np.array_equal(one, two)


@slow
def test_distortion_of_strength_zero_changes_nothing() -> None:
    model.keras()
    from generator.learning.augment import distorted

    pictures = np.random.RandomState(0).randn(10, 8, 8, 1).astype(np.float32)
    x, y = next(iter(distorted(pictures, np.arange(10, dtype=np.uint8), 10, 0, 0.0).as_numpy_iterator()))
    assert np.allclose(x, pictures[y], atol=1e-6)


@slow
def test_training_says_one_line_an_epoch_where_there_is_no_terminal(
    digits: data.Dataset, capfd: pytest.CaptureFixture[str]
) -> None:
    model.train(NETWORKS["paper"], digits, epochs=2)
    said = capfd.readouterr()
    assert said.out == ""
    assert [line.split(":")[0] for line in said.err.splitlines()] == ["epoch 1/2", "epoch 2/2"]


def test_importing_the_module_does_not_import_tensorflow() -> None:
    code = (
        "import sys, generator.learning.model; print(any(n in sys.modules for n in ('tensorflow', 'keras')))"
    )
    assert subprocess.check_output([sys.executable, "-c", code], text=True) == "False\n"


@pytest.mark.parametrize("network", list(NETWORKS))
@pytest.mark.parametrize("name", ["digits", "mnist", "fashion"])
def test_there_is_a_recipe_for_every_network_and_data_set(network: str, name: str) -> None:
    for thorough in (False, True):
        way = recipe(network, name, thorough=thorough)
        assert 0 < way.held_out < 1
        assert dataclasses.is_dataclass(way)


def test_the_lecture_stops_early_and_uses_adam() -> None:
    way = recipe("fashion", "fashion")
    assert (way.optimizer, way.patience) == ("adam", 2)

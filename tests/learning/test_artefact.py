"""The file of a trained network: it comes back as it was, and a damaged one is refused in one sentence."""

from __future__ import annotations

import io
import os
import pickle
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from generator import atomic
from generator.errors import GeneratorError
from generator.learning.artefact import load, save
from generator.learning.npz import packed, unpacked
from tests.example_trained import example_trained


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "trained" / "paper-digits.npz"
    save(example_trained(), path)
    return path


def test_a_loaded_artefact_equals_the_saved_one(file: Path) -> None:
    saved, loaded = example_trained(), load(file)
    for name in ("network", "data", "seed", "layers", "summary", "history", "best_epoch", "test_accuracy"):
        assert getattr(loaded, name) == getattr(saved, name)
    assert np.array_equal(loaded.confusion, saved.confusion)
    assert np.array_equal(loaded.samples.images, saved.samples.images)
    assert np.array_equal(loaded.samples.labels, saved.samples.labels)
    for group in ("weights", "initial_weights", "traces"):
        _assert_equal(getattr(loaded, group), getattr(saved, group))


def test_vectors_of_units_are_kept_in_full_precision(tmp_path: Path) -> None:
    trained = example_trained()
    trained.traces["output"][:] = np.float32(1 / 3)  # type: ignore[index]
    save(trained, tmp_path / "x.npz")
    assert load(tmp_path / "x.npz").traces["output"][0, 0] == np.float32(1 / 3)


def test_loaded_arrays_are_read_only(file: Path) -> None:
    trained = load(file)
    arrays = [*trained.weights.values(), *trained.initial_weights.values(), *trained.traces.values()]
    for array in (*arrays, trained.confusion, trained.samples.images, trained.samples.labels):
        with pytest.raises(ValueError, match="read-only"):
            array[...] = 0


def test_equal_content_gives_equal_bytes_at_any_time(file: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.npz"
    save(load(file), again)
    assert again.read_bytes() == file.read_bytes()
    with zipfile.ZipFile(file) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_numpy_reads_the_file_too(file: Path) -> None:
    with np.load(file, allow_pickle=False) as arrays:
        assert arrays["weights/C1/kernel"].shape == (5, 5, 1, 6)


def _not_a_zip(file: Path) -> None:
    file.write_bytes(b"nothing of the kind")


def _empty(file: Path) -> None:
    file.write_bytes(b"")


def _truncated(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-2000])


def _flipped(file: Path) -> None:
    content = bytearray(file.read_bytes())
    for place in range(len(content) // 2, len(content) // 2 + 64):
        content[place] ^= 0xFF
    file.write_bytes(content)


def _without_weights(file: Path) -> None:
    _rewritten(file, lambda arrays: arrays.pop("weights/C3/kernel"))


def _without_facts(file: Path) -> None:
    _rewritten(file, lambda arrays: arrays.pop("facts"))


def _of_another_shape(file: Path) -> None:
    _rewritten(file, lambda arrays: arrays.update({"weights/C3/kernel": np.zeros((3, 3, 6, 16), np.float32)}))


def _with_text_for_facts(file: Path) -> None:
    _rewritten(file, lambda arrays: arrays.update({"facts": np.frombuffer(b"[1, 2]", np.uint8)}))


def _of_an_unknown_network(file: Path) -> None:
    facts = unpacked(file)["facts"].tobytes().replace(b'"paper"', b'"vgg16"')
    _rewritten(file, lambda arrays: arrays.update({"facts": np.frombuffer(facts, np.uint8)}))


def _with_a_pickle(file: Path) -> None:
    content = io.BytesIO()
    np.lib.format.write_array(content, np.array([{"a": 1}], dtype=object), allow_pickle=True)
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("traces/extra.npy", content.getvalue())


def _a_bare_pickle(file: Path) -> None:
    file.write_bytes(pickle.dumps({"a": 1}))


@pytest.mark.parametrize(
    "damage",
    [
        _not_a_zip,
        _empty,
        _truncated,
        _flipped,
        _without_weights,
        _without_facts,
        _of_another_shape,
        _with_text_for_facts,
        _of_an_unknown_network,
        _with_a_pickle,
        _a_bare_pickle,
    ],
)
def test_a_damaged_file_is_refused_with_its_name_and_the_way_out(
    damage: Callable[[Path], None], file: Path
) -> None:
    damage(file)
    with pytest.raises(GeneratorError) as error:
        load(file)
    message = str(error.value)
    assert message.startswith(f"{file}: ")
    assert "generator train" in message
    assert "\n" not in message


def test_a_missing_file_names_the_command_that_makes_it(tmp_path: Path) -> None:
    with pytest.raises(GeneratorError, match="generator train"):
        load(tmp_path / "none.npz")


@pytest.mark.parametrize("problem", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    problem: BaseException, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = file.read_bytes()

    def fail(_: int) -> None:
        raise problem

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises((GeneratorError, KeyboardInterrupt)) as error:
        atomic.write_bytes(file, b"new")
    assert file.read_bytes() == old
    assert list(file.parent.iterdir()) == [file]
    if isinstance(problem, OSError):
        assert str(error.value) == f"{file}: cannot be written: the disk is full"


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(GeneratorError, match="cannot be written"):
        save(example_trained(), tmp_path / "taken" / "paper-digits.npz")


def _rewritten(file: Path, change: Callable[[dict[str, NDArray[Any]]], object]) -> None:
    arrays = unpacked(file)
    change(arrays)
    file.write_bytes(packed(arrays))


def _assert_equal(found: dict[str, NDArray[Any]], expected: dict[str, NDArray[Any]]) -> None:
    assert found.keys() == expected.keys()
    for name, array in expected.items():
        assert np.array_equal(found[name], array), name
        assert found[name].dtype == array.dtype

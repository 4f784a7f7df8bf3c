"""Data sets: where they are found, how they are known, what happens without a network."""

from __future__ import annotations

import gzip
import hashlib
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image

from generator.errors import GeneratorError
from generator.learning import data, data_files, digits, download, idx
from generator.learning.download import Mirror
from generator.learning.prepare import prepare

Arrays = dict[str, NDArray[np.uint8]]

PUBLIC_MIRRORS = dict(download.MIRRORS)  # before the tests replace them


@pytest.fixture(scope="module")
def small() -> Arrays:
    """A data set with the layout of MNIST, but few pictures."""
    numbers = np.random.RandomState(1)
    sizes = {"train": 40, "test": 30}
    arrays = {}
    for part, size in sizes.items():
        arrays[f"x_{part}"] = numbers.randint(0, 256, (size, 28, 28)).astype(np.uint8)
        arrays[f"y_{part}"] = (np.arange(size) % 10).astype(np.uint8)
    return arrays


@pytest.fixture(autouse=True)
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No caches of the machine, no mirrors on the network."""
    monkeypatch.setenv("KERAS_HOME", str(tmp_path / "keras"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setattr(download, "MIRRORS", {"mnist": (), "fashion": ()})


@pytest.fixture
def known(small: Arrays, monkeypatch: pytest.MonkeyPatch) -> Arrays:
    """The small data set, published as MNIST and as Fashion-MNIST."""
    digests = {part: idx.digest(array) for part, array in small.items()}
    monkeypatch.setattr(data_files, "DIGESTS", {"mnist": digests, "fashion": digests})
    return small


def _npz(file: Path, arrays: Arrays) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(file, **arrays)  # type: ignore[arg-type]
    return file


def _idx(folder: Path, arrays: Arrays, suffix: str = "") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for part, array in arrays.items():
        content = idx.header(array) + array.tobytes()
        (folder / (data_files.IDX_NAMES[part] + suffix)).write_bytes(
            gzip.compress(content) if suffix == ".gz" else content
        )
    return folder


def _assert_same(dataset: data.Dataset, arrays: Arrays) -> None:
    for part, array in arrays.items():
        assert np.array_equal(getattr(dataset, part), array), part


# Files


@given(st.lists(st.integers(0, 5), min_size=1, max_size=3))
def test_what_is_written_as_idx_is_read_as_it_was(shape: list[int]) -> None:
    array = np.arange(np.prod(shape), dtype=np.uint8).reshape(shape)
    content = idx.header(array) + array.tobytes()
    assert np.array_equal(idx.decode(content), array)
    assert idx.digest(array) == hashlib.md5(content).hexdigest()


@given(st.binary(max_size=40))
def test_bytes_that_are_no_idx_are_refused_as_such(content: bytes) -> None:
    try:
        array = idx.decode(content)
    except ValueError:
        return
    assert idx.header(array) + array.tobytes() == content


@pytest.mark.parametrize("place", ["mnist.npz", "mnist/mnist.npz"])
def test_an_npz_is_found_in_the_folder_of_the_user(place: str, known: Arrays, tmp_path: Path) -> None:
    _npz(tmp_path / "mine" / place, known)
    _assert_same(data.load("mnist", tmp_path / "mine", download=False), known)


def test_an_npz_may_be_named_itself(known: Arrays, tmp_path: Path) -> None:
    file = _npz(tmp_path / "other-name.npz", known)
    _assert_same(data.load("mnist", file, download=False), known)


@pytest.mark.parametrize("suffix", ["", ".gz"])
@pytest.mark.parametrize("below", ["", "mnist", "MNIST/raw"])
def test_four_idx_files_are_found_plain_and_compressed(
    suffix: str, below: str, known: Arrays, tmp_path: Path
) -> None:
    _idx(tmp_path / "mine" / below, known, suffix)
    _assert_same(data.load("mnist", tmp_path / "mine", download=False), known)


def test_one_of_four_idx_files_may_be_named(known: Arrays, tmp_path: Path) -> None:
    _idx(tmp_path / "mine", known, ".gz")
    _assert_same(data.load("mnist", tmp_path / "mine" / "t10k-images-idx3-ubyte.gz", download=False), known)


def test_keras_own_cache_is_used(known: Arrays, tmp_path: Path) -> None:
    _npz(tmp_path / "keras" / "datasets" / "mnist.npz", known)
    _idx(tmp_path / "keras" / "datasets" / "fashion-mnist", known, ".gz")
    _assert_same(data.load("mnist", download=False), known)
    _assert_same(data.load("fashion", download=False), known)


def test_loaded_arrays_are_read_only(known: Arrays, tmp_path: Path) -> None:
    dataset = data.load("mnist", _npz(tmp_path / "mnist.npz", known))
    with pytest.raises(ValueError, match="read-only"):
        dataset.x_test[0] = 0


def test_a_damaged_file_is_refused_with_its_name_and_both_digests(known: Arrays, tmp_path: Path) -> None:
    changed = known | {"x_test": known["x_test"] ^ 1}
    _idx(tmp_path, changed)
    with pytest.raises(GeneratorError) as error:
        data.load("mnist", tmp_path)
    message = str(error.value)
    assert "t10k-images-idx3-ubyte" in message
    assert idx.digest(known["x_test"]) in message
    assert idx.digest(changed["x_test"]) in message


def test_swapped_files_are_refused(known: Arrays, tmp_path: Path) -> None:
    swapped = known | {"x_test": known["x_train"], "x_train": known["x_test"]}
    file = _npz(tmp_path / "mnist.npz", swapped)
    with pytest.raises(GeneratorError, match=idx.digest(known["x_train"])) as error:
        data.load("mnist", file)
    assert error.value.file == file


def test_another_type_of_numbers_is_refused(known: Arrays, tmp_path: Path) -> None:
    file = _npz(tmp_path / "mnist.npz", known | {"y_test": known["y_test"].astype(np.int64)})  # type: ignore[dict-item]
    with pytest.raises(GeneratorError, match="int64"):
        data.load("mnist", file)


def test_a_file_that_ends_early_is_refused_with_its_name(known: Arrays, tmp_path: Path) -> None:
    _idx(tmp_path, known, ".gz")
    file = tmp_path / "train-labels-idx1-ubyte.gz"
    file.write_bytes(file.read_bytes()[:20])
    with pytest.raises(GeneratorError, match=r"train-labels-idx1-ubyte\.gz: cannot be read"):
        data.load("mnist", tmp_path)


def test_an_npz_that_is_none_is_refused_with_its_name(tmp_path: Path) -> None:
    (tmp_path / "mnist.npz").write_bytes(b"<html>not found</html>")
    with pytest.raises(GeneratorError, match=r"mnist\.npz: cannot be read"):
        data.load("mnist", tmp_path)


def test_an_npz_without_all_arrays_says_which_is_missing(known: Arrays, tmp_path: Path) -> None:
    file = _npz(tmp_path / "mnist.npz", {part: array for part, array in known.items() if part != "y_train"})
    with pytest.raises(GeneratorError, match="'y_train'"):
        data.load("mnist", file)


def test_three_of_four_files_say_which_is_missing(known: Arrays, tmp_path: Path) -> None:
    (_idx(tmp_path, known) / "t10k-labels-idx1-ubyte").unlink()
    with pytest.raises(GeneratorError, match="missing: t10k-labels-idx1-ubyte"):
        data.load("mnist", tmp_path)


def test_a_folder_that_does_not_exist_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(GeneratorError, match="does not exist"):
        data.load("mnist", tmp_path / "none")


def test_an_unknown_data_set_lists_those_that_there_are() -> None:
    with pytest.raises(GeneratorError, match="digits, mnist, fashion"):
        data.load("cifar")


def test_data_that_are_nowhere_say_where_they_were_looked_for(tmp_path: Path) -> None:
    with pytest.raises(GeneratorError, match="keras"):
        data.load("mnist", tmp_path, download=False)


def test_the_real_mnist_is_recognised(mnist_folder: Path) -> None:
    dataset = data.load("mnist", mnist_folder, download=False)
    assert dataset.x_train.shape == (60000, 28, 28)
    assert np.bincount(dataset.y_test).tolist() == [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]
    assert idx.digest(dataset.x_test) == "2646ac647ad5339dbf082846283269ea"


# Downloads


class _Server(BaseHTTPRequestHandler):
    """Answers /folder/file from ``files``; some folders misbehave."""

    files: dict[str, bytes]

    def do_GET(self) -> None:
        _, folder, name = self.path.split("/")
        content = self.files.get(name)
        if folder == "hangs":
            time.sleep(3)
            return
        if content is None or folder == "refuses":
            self.send_error(404)
            return
        self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if folder == "stalls":
            self.wfile.write(content[: len(content) // 2])
            self.wfile.flush()
            time.sleep(3)
            return
        half = content[: len(content) // 2]
        self.wfile.write({"damages": content[::-1], "breaks": half}.get(folder, content))

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture
def server(known: Arrays, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a server on this machine that has the small data set as .npz and as IDX files."""
    content = _npz(tmp_path / "served" / "mnist.npz", known).read_bytes()
    idx_files = {
        file.name: file.read_bytes() for file in _idx(tmp_path / "served" / "idx", known, ".gz").iterdir()
    }
    monkeypatch.setattr(_Server, "files", {"mnist.npz": content} | idx_files, raising=False)
    monkeypatch.setattr(download, "SILENCE", 0.5)
    with ThreadingHTTPServer(("127.0.0.1", 0), _Server) as running:
        running.daemon_threads = True
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


def _mirrors(monkeypatch: pytest.MonkeyPatch, server: str, *folders: str) -> None:
    checksum = hashlib.sha256(_Server.files["mnist.npz"]).hexdigest()
    mirrors = tuple(Mirror(f"{server}/{folder}/", {"mnist.npz": f"sha256:{checksum}"}) for folder in folders)
    monkeypatch.setattr(download, "MIRRORS", {"mnist": mirrors})


def test_a_download_is_kept_for_the_next_time(
    server: str, known: Arrays, monkeypatch: pytest.MonkeyPatch
) -> None:
    _mirrors(monkeypatch, server, "works")
    _assert_same(data.load("mnist"), known)
    monkeypatch.setattr(download, "MIRRORS", {"mnist": ()})
    _assert_same(data.load("mnist"), known)


def test_a_download_of_four_files_goes_on_where_it_failed(
    server: str, known: Arrays, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {name: content for name, content in _Server.files.items() if name != "mnist.npz"}
    sums = {name: f"md5:{hashlib.md5(content).hexdigest()}" for name, content in files.items()}
    monkeypatch.setattr(download, "MIRRORS", {"mnist": (Mirror(f"{server}/works/", sums),)})
    last = list(files)[-1]
    monkeypatch.setattr(_Server, "files", {name: content for name, content in files.items() if name != last})
    with pytest.raises(GeneratorError, match="404"):
        data.load("mnist")
    monkeypatch.setattr(_Server, "files", {last: files[last]})
    _assert_same(data.load("mnist"), known)


@pytest.mark.parametrize(
    ("folder", "reason"),
    [
        ("hangs", "no answer|nothing came"),
        ("stalls", "nothing came|no connection"),
        ("refuses", "404"),
        ("damages", "checksum"),
        ("breaks", "127.0.0.1"),
    ],
)
def test_a_download_that_fails_ends_soon_says_why_and_leaves_nothing(
    folder: str, reason: str, server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _mirrors(monkeypatch, server, folder)
    start = time.monotonic()
    with pytest.raises(GeneratorError, match=reason):
        data.load("mnist")
    assert time.monotonic() - start < 3
    assert [file for file in (tmp_path / "cache").rglob("*") if file.is_file()] == []


@pytest.mark.parametrize("first", ["hangs", "stalls", "refuses", "damages", "breaks"])
def test_the_next_mirror_helps_out(
    first: str, server: str, known: Arrays, monkeypatch: pytest.MonkeyPatch
) -> None:
    _mirrors(monkeypatch, server, first, "works")
    _assert_same(data.load("mnist"), known)


def test_all_mirrors_together_are_given_up_within_ten_seconds() -> None:
    assert max(len(mirrors) for mirrors in PUBLIC_MIRRORS.values()) * download.SILENCE < 10


def test_a_cache_that_cannot_be_written_is_one_sentence(
    server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _mirrors(monkeypatch, server, "works")
    (tmp_path / "cache").write_text("a file where the folder should be")
    with pytest.raises(GeneratorError, match="cannot be downloaded"):
        data.load("mnist")


# "auto"


def test_auto_takes_mnist_where_it_is_at_hand(
    known: Arrays, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _npz(tmp_path / "mnist.npz", known)
    assert data.choose("auto", tmp_path) == "mnist"
    assert capsys.readouterr().err == f"data: MNIST, found in {tmp_path / 'mnist.npz'}\n"


def test_auto_downloads_mnist(
    server: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _mirrors(monkeypatch, server, "works")
    assert data.choose("auto", None) == "mnist"
    assert "downloaded" in capsys.readouterr().err


def test_auto_falls_back_to_the_embedded_digits_in_one_line(
    server: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _mirrors(monkeypatch, server, "refuses", "hangs")
    assert data.choose("auto", None) == "digits"
    said = capsys.readouterr().err
    assert said.startswith("data: scikit-learn's handwritten digits, because")
    assert said.count("\n") == 1


def test_auto_without_downloads_does_not_ask_the_network(capsys: pytest.CaptureFixture[str]) -> None:
    assert data.choose("auto", None, download=False) == "digits"
    assert "not at hand" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["digits", "mnist", "fashion"])
def test_a_data_set_that_is_named_is_taken(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert data.choose(name, None) == name
    assert capsys.readouterr().err == ""


def test_a_setting_that_is_none_lists_those_that_there_are() -> None:
    with pytest.raises(GeneratorError, match="auto, digits, mnist, fashion"):
        data.choose("letters", None)


# The embedded digits


def test_the_embedded_digits_are_the_same_bytes_everywhere() -> None:
    dataset = data.load("digits")
    found = {part: idx.digest(getattr(dataset, part)) for part in data_files.IDX_NAMES}
    assert found == {
        "x_train": "dc93858e37aef8a0394d11fe35a3bec4",
        "y_train": "bbee60e5586da63b6aaa49ddce448328",
        "x_test": "e59de4e781fb8be5a39eeeeaade883b2",
        "y_test": "7388de2dd494ecf0781ae2d76a116941",
    }


def test_the_embedded_digits_are_split_by_class() -> None:
    dataset = data.load("digits")
    assert len(dataset.y_train) + len(dataset.y_test) == 1797
    train, test = np.bincount(dataset.y_train), np.bincount(dataset.y_test)
    assert np.array_equal(test, (train + test) // 5)
    pictures = {picture.tobytes() for picture in dataset.x_train}
    assert not any(picture.tobytes() in pictures for picture in dataset.x_test)


def test_the_embedded_digits_are_scikit_learns() -> None:
    from sklearn.datasets import load_digits

    bunch = load_digits()
    images, labels = digits._read(digits._file())
    assert np.array_equal(images, bunch.images)
    assert np.array_equal(labels, bunch.target)


def test_enlarging_is_pillows_bicubic_interpolation() -> None:
    small, _ = digits._read(digits._file())
    enlarged = digits._enlarged(small[:50])
    for before, after in zip(small, enlarged, strict=False):
        image = Image.fromarray((before * 255 // 16).astype(np.uint8))
        pillow = np.asarray(image.resize((20, 20), Image.Resampling.BICUBIC)).astype(int)
        assert np.abs(pillow - after).max() <= 2


def test_embedded_digits_have_their_centre_of_mass_in_the_middle() -> None:
    for picture in data.load("digits").x_test:
        places = np.arange(28) + 0.5
        for axis in (0, 1):
            mass = picture.astype(float).sum(axis=1 - axis)
            inked = np.flatnonzero(mass)
            room = min(inked[0], 27 - inked[-1])
            assert abs((mass * places).sum() / mass.sum() - 14) <= 0.5 or room <= 4


def test_embedded_digits_do_not_need_scikit_learn_to_be_imported() -> None:
    load = "import sys; from generator.learning import data; data.load('digits')"
    code = f"{load}; print('sklearn' in sys.modules)"
    assert subprocess.check_output([sys.executable, "-c", code], text=True) == "False\n"


# What is made of them


def test_samples_are_the_first_test_pictures_of_each_class(known: Arrays, tmp_path: Path) -> None:
    dataset = data.load("mnist", _npz(tmp_path / "mnist.npz", known))
    samples = data.samples(dataset, per_class=3)
    assert samples.images.shape == (30, 28, 28)
    assert samples.labels.tolist() == sorted(list(range(10)) * 3)
    assert np.array_equal(samples.picture(4, 2), dataset.x_test[24])


def test_more_samples_than_there_are_is_an_error(known: Arrays, tmp_path: Path) -> None:
    dataset = data.load("mnist", _npz(tmp_path / "mnist.npz", known))
    with pytest.raises(GeneratorError, match="fewer than 4"):
        data.samples(dataset, per_class=4)


@pytest.mark.parametrize(("label", "index"), [(10, 0), (-1, 0), (0, 20), (0, -1)])
def test_a_sample_that_is_none_is_an_error(label: int, index: int) -> None:
    with pytest.raises(GeneratorError, match="there is no"):
        data.samples(data.load("digits")).picture(label, index)


def test_preparing_frames_and_standardises() -> None:
    image = np.full((1, 28, 28), 255, np.uint8)
    prepared = prepare(image, 32)
    assert prepared.shape == (1, 32, 32, 1)
    assert prepared.dtype == np.float32
    assert prepared[0, :2].max() == prepared[0, :, -2:].max() == np.float32(-0.1 / 0.3)
    assert np.all(prepared[0, 2:30, 2:30] == np.float32(0.9 / 0.3))


def test_preparing_equals_the_formula_for_every_level() -> None:
    image = np.arange(256, dtype=np.uint8).reshape(1, 16, 16)
    assert np.allclose(prepare(image, 16).ravel(), (np.arange(256) / 255 - 0.1) / 0.3, atol=1e-6)


def test_pictures_larger_than_the_input_are_an_error() -> None:
    with pytest.raises(GeneratorError, match="28 × 28 do not fit into 20 × 20"):
        prepare(np.zeros((1, 28, 28), np.uint8), 20)

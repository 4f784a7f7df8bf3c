"""MNIST and Fashion-MNIST as files: finding them, reading them, and knowing them by their content.

A data set is one ``.npz`` file as Keras lays it out, or four IDX files, each plain or compressed (``.gz``).
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from generator.errors import GeneratorError
from generator.learning import idx
from generator.learning.npz import DAMAGES, unpacked

IDX_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "x_train": "train-images-idx3-ubyte",
        "y_train": "train-labels-idx1-ubyte",
        "x_test": "t10k-images-idx3-ubyte",
        "y_test": "t10k-labels-idx1-ubyte",
    }
)

# MD5 sums of the published IDX files, uncompressed.
DIGESTS: dict[str, Mapping[str, str]] = {
    "mnist": {
        "x_train": "6bbc9ace898e44ae57da46a324031adb",
        "y_train": "a25bea736e30d166cdddb491f175f624",
        "x_test": "2646ac647ad5339dbf082846283269ea",
        "y_test": "27ae3e4e09519cfbb04c329615203637",
    },
    "fashion": {
        "x_train": "f4a8712d7a061bf5bd6d2ca38dc4d50a",
        "y_train": "9018921c3c673c538a1fc5bad174d6f9",
        "x_test": "8181f5470baa50b63fa0f6fddb340f0a",
        "y_test": "15d484375f8d13e6eb1aabb0c3f46965",
    },
}

# Folders, below the one that is named, in which Keras, torchvision and people keep a data set.
_FOLDERS = {"mnist": ("mnist", "MNIST/raw"), "fashion": ("fashion-mnist", "fashion", "FashionMNIST/raw")}
_NPZ_NAMES = {"mnist": ("mnist.npz",), "fashion": ("fashion-mnist.npz", "fashion_mnist.npz", "fashion.npz")}


@dataclass(frozen=True)
class Found:
    """Where a data set's four arrays lie: by their names, in one file or in four."""

    name: str
    files: Mapping[str, Path]

    @property
    def place(self) -> Path:
        """The one file, or the folder of the four."""
        first = self.files["x_train"]
        return first if first.suffix == ".npz" else first.parent


def find(name: str, place: Path, *, cache: bool = False) -> Found | None:
    """The files of a data set at ``place``, a folder or one of the files; nothing is read yet.

    Raises:
        GeneratorError: some of the four IDX files are there, but not all. In a ``cache`` that is no error: a
            download was broken off.
    """
    if place.is_file():
        return _single(name, place) if place.suffix == ".npz" else _four(name, place.parent, cache)
    for folder in (*(place / below for below in _FOLDERS[name]), place):
        for file in (folder / npz for npz in _NPZ_NAMES[name]):
            if file.is_file():
                return _single(name, file)
        if found := _four(name, folder, cache):
            return found
    return None


def keras_cache(environment: Mapping[str, str] = os.environ) -> Path:
    """Where Keras keeps the data sets that it downloads."""
    home = environment.get("KERAS_HOME")
    return (Path(home) if home else Path.home() / ".keras") / "datasets"


def read(found: Found) -> dict[str, NDArray[np.uint8]]:
    """The four arrays, each verified to be the published one.

    Raises:
        GeneratorError: a file is damaged, or holds something else; the message has both digests.
    """
    arrays = {part: array for part, array in _arrays(found) if part in IDX_NAMES}
    for part, file in found.files.items():
        if part not in arrays:
            wanted = ", ".join(IDX_NAMES)
            raise GeneratorError(f"has no array {part!r}; Keras' layout of a data set is {wanted}", file=file)
        _verify(found.name, part, arrays[part], file)
    return arrays


def _single(name: str, file: Path) -> Found:
    return Found(name, dict.fromkeys(IDX_NAMES, file))


def _four(name: str, folder: Path, cache: bool) -> Found | None:
    files = {part: file for part, idx_name in IDX_NAMES.items() if (file := _one_of(folder, idx_name))}
    missing = [idx_name for part, idx_name in IDX_NAMES.items() if part not in files]
    if files and missing and not cache:
        raise GeneratorError(f"has only some of four files; missing: {', '.join(missing)}", file=folder)
    return None if missing else Found(name, files)


def _one_of(folder: Path, idx_name: str) -> Path | None:
    # Some programs unpack "train-images-idx3-ubyte.gz" as "train-images.idx3-ubyte".
    spellings = (idx_name, idx_name.replace("-idx", ".idx"))
    files = (folder / (spelling + suffix) for spelling in spellings for suffix in ("", ".gz"))
    return next((file for file in files if file.is_file()), None)


def _arrays(found: Found) -> Iterator[tuple[str, NDArray[Any]]]:
    if found.place.suffix == ".npz":
        yield from _readable(unpacked, found.place).items()
        return
    for part, file in found.files.items():
        yield part, _readable(idx.read, file)


def _readable(reader: Any, file: Path) -> Any:
    try:
        return reader(file)
    except DAMAGES as error:
        what = str(error) or type(error).__name__
        raise GeneratorError(f"cannot be read ({what}); fetch it again", file=file) from error


def _verify(name: str, part: str, array: NDArray[Any], file: Path) -> None:
    expected = DIGESTS[name][part]
    found = idx.digest(array) if array.dtype == np.uint8 else f"that of {array.dtype} numbers"
    if found != expected:
        raise GeneratorError(
            f"is not the published {IDX_NAMES[part]} of {name!r} but damaged or another file: the MD5 sum of "
            f"its content is {found}, that of the published one {expected}",
            file=file,
        )

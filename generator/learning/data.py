"""The data sets that networks learn from: MNIST, Fashion-MNIST, and digits that need no network."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click
import numpy as np
from numpy.typing import NDArray

from generator.data_names import DATA_NAMES, data_title
from generator.errors import GeneratorError
from generator.learning import data_files
from generator.learning.digits import embedded
from generator.learning.download import cache_folder, fetch
from generator.learning.trained import CLASSES, Samples
from generator.words import Say


@dataclass(frozen=True, eq=False)
class Dataset:
    """Pictures (n, 28, 28) with levels 0 to 255, and their classes 0 to 9; all arrays are read-only."""

    name: str
    x_train: NDArray[np.uint8]
    y_train: NDArray[np.uint8]
    x_test: NDArray[np.uint8]
    y_test: NDArray[np.uint8]


def load(name: str, folder: Path | None = None, *, download: bool = True) -> Dataset:
    """The data set, from the first place that has it; every array is verified by its content.

    Places: ``folder`` (a folder, or one of the data set's files), Keras' cache, the cache of earlier
    downloads, the network. "digits" come with scikit-learn and need none of them.

    Raises:
        GeneratorError: no such data set, a damaged or swapped file, or the data are nowhere to be had.
    """
    _known(name, DATA_NAMES)
    if name == "digits":
        return _dataset(name, *embedded())
    found = _at_hand(name, folder)
    if found is None and download:
        found = data_files.find(name, fetch(name))
    if found is None:
        places = ", ".join(
            str(place) for place in (folder, data_files.keras_cache(), cache_folder(name)) if place
        )
        raise GeneratorError(f"{name!r} is in none of {places}; GENERATOR_DATA can name a folder that has it")
    arrays = data_files.read(found)
    return _dataset(name, *(arrays[part] for part in data_files.IDX_NAMES))


def choose(setting: str, folder: Path | None, *, download: bool = True) -> str:
    """The data set that a setting means; "auto" is MNIST where it can be had, else the embedded digits.

    Which one "auto" came to mean, and why, is said in one line on standard error.

    Raises:
        GeneratorError: no such setting, or ``folder`` does not exist.
    """
    _known(setting, ("auto", *DATA_NAMES))
    if setting != "auto":
        return setting
    name, why = _automatic(folder, download)
    click.echo(f"data: {data_title(name, Say('en'))}, {why}", err=True)
    return name


def samples(dataset: Dataset, per_class: int = 20) -> Samples:
    """The first ``per_class`` test pictures of each class, in the order of the test set.

    Raises:
        GeneratorError: a class has fewer test pictures.
    """
    found = [np.flatnonzero(dataset.y_test == label)[:per_class] for label in range(CLASSES)]
    fewest = min(len(members) for members in found)
    if fewest < per_class:
        raise GeneratorError(
            f"{dataset.name!r} has {fewest} test pictures of one class, fewer than {per_class}"
        )
    chosen = np.concatenate(found)
    return Samples(dataset.name, dataset.x_test[chosen], dataset.y_test[chosen])


def _automatic(folder: Path | None, download: bool) -> tuple[str, str]:
    if found := _at_hand("mnist", folder):
        return "mnist", f"found in {found.place}"
    if not download:
        return "digits", "because MNIST is not at hand"
    try:
        return "mnist", f"downloaded to {fetch('mnist')}"
    except GeneratorError as error:
        return "digits", f"because {error}"


def _at_hand(name: str, folder: Path | None) -> data_files.Found | None:
    if folder is not None and not folder.exists():
        raise GeneratorError("does not exist; it was named as the place of the data sets", file=folder)
    if folder is not None and (found := data_files.find(name, folder)):
        return found
    caches = (data_files.keras_cache(), cache_folder(name))
    return next((found for cache in caches if (found := data_files.find(name, cache, cache=True))), None)


def _known(name: str, names: tuple[str, ...]) -> None:
    if name not in names:
        raise GeneratorError(f"there is no data set {name!r}; there are {', '.join(names)}")


def _dataset(name: str, *arrays: NDArray[np.uint8]) -> Dataset:
    for array in arrays:
        array.flags.writeable = False
    return Dataset(name, *arrays)

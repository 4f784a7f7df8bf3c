"""What figures may ask for by the name of a positional parameter.

``say``      picks words of the post's language
``data``     a few test pictures of each class of the data set
``trained``  trained networks by name: ``trained["paper"]``
``plots``    Keras' own pictures of networks
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from generator.errors import GeneratorError
from generator.learning.artefact import file_name, load
from generator.learning.keras_plot import Plots
from generator.learning.trained import Samples, Trained
from generator.networks import NETWORKS
from generator.words import Language, Say

DESCRIPTIONS = {
    "data": "pictures of the data set",
    "trained": "a trained network (generator train)",
    "plots": "Keras' own picture of a network",
}


class Models:
    """The trained networks of one data set, each read when it is first asked for.

    ``train`` makes the file of a network that has none; without it a missing file is an error.
    """

    def __init__(self, folder: Path, data: str, train: Callable[[str], None] | None = None) -> None:
        self._folder = folder
        self._data = data
        self._train = train
        self._read: dict[str, Trained] = {}
        self._plots = Plots(folder, may_draw=train is not None, tell=_tell)

    def __getitem__(self, network: str) -> Trained:
        """The trained network of that name.

        Raises:
            GeneratorError: there is no such network, or it is not trained yet, or its file is damaged.
        """
        if network not in NETWORKS:
            raise GeneratorError(f"there is no network {network!r}; there are {', '.join(NETWORKS)}")
        if network not in self._read:
            path = self.path(network)
            if not path.exists() and self._train:
                self._train(network)
            if not path.exists():
                command = f"generator train {network} --data {self._data}"
                raise GeneratorError(
                    f"the network {network!r} is not trained on {self._data!r} yet; {command} does it",
                    file=path,
                )
            trained = load(path)
            if (trained.network, trained.data) != (network, self._data):
                what = f"holds the network {trained.network!r} trained on {trained.data!r}"
                raise GeneratorError(
                    f"{what}, not what its name says; generator train makes it anew", file=path
                )
            self._read[network] = trained
        return self._read[network]

    @property
    def may_fetch(self) -> bool:
        """Whether data may be downloaded: where networks may be trained."""
        return self._train is not None

    def path(self, network: str) -> Path:
        """The file of a trained network."""
        return self._folder / file_name(network, self._data)

    def plots(self) -> Plots:
        """Keras' own pictures, kept in the same folder; made only where networks may be trained, too."""
        return self._plots


def _tell(words: str) -> None:
    import click

    click.echo(words, err=True)


def sources(
    models: Models, data: str, data_folder: Path | None, language: Language
) -> Mapping[str, Callable[[], object]]:
    """A function for each source, called only for figures that ask for it."""
    return {
        "say": lambda: Say(language),
        "data": lambda: samples(models, data, data_folder),
        "trained": lambda: models,
        "plots": models.plots,
    }


def samples(models: Models, data: str, data_folder: Path | None) -> Samples:
    """Test pictures of each class: from a trained network's file where there is one, else from the data."""
    for network in NETWORKS:
        if models.path(network).exists():
            return models[network].samples
    return _loaded(data, data_folder, models.may_fetch)


@cache
def _loaded(data: str, folder: Path | None, download: bool) -> Samples:
    from generator.learning.data import load as load_data
    from generator.learning.data import samples as first_samples

    return first_samples(load_data(data, folder, download=download))

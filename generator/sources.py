"""What figures may ask for by the name of a positional parameter.

``say``      picks words of the post's language
``data``     a few test pictures of each class of the data set
``trained``  trained networks by name: ``trained["paper"]``
``graphs``   the layers of built-in networks and of the user's own models
``traces``   what the layers of trained networks and of own models make of pictures
``plots``    Keras' own pictures of networks
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from generator.errors import GeneratorError
from generator.graph import Graph, graph_of
from generator.learning.artefact import file_name, load
from generator.learning.keras_plot import Plots
from generator.learning.traced import Traced
from generator.learning.traced_file import load_traced
from generator.learning.trained import Samples, Trained
from generator.networks import DESCRIBED, NETWORKS
from generator.own_models import ModelSource
from generator.suggest import instead
from generator.words import Language, Say

DESCRIPTIONS = {
    "data": "pictures of the data set",
    "trained": "a trained network (generator train)",
    "traces": "a trained network or a model of yours (generator train)",
    "plots": "Keras' own picture of a network",
}


class Models:
    """The trained networks of one data set and the user's ``own`` models, each read when first asked for.

    ``train`` makes the file of one that has none, or an old one; without it such a file is an error.
    """

    def __init__(
        self,
        folder: Path,
        data: str,
        train: Callable[[str], None] | None = None,
        own: Mapping[str, ModelSource] = MappingProxyType({}),
    ) -> None:
        self._folder = folder
        self._data = data
        self._train = train
        self._own = own
        self._read: dict[str, Trained] = {}
        self._traced: dict[str, Traced] = {}
        self._plots = Plots(folder, may_draw=train is not None, tell=_tell)

    def __getitem__(self, network: str) -> Trained:
        """The trained network of that name.

        Raises:
            GeneratorError: there is no such network, or it is not trained yet, or its file is damaged.
        """
        if network not in NETWORKS:
            what = "is not trained here" if network in (*self._own, *DESCRIBED) else "is not known"
            raise GeneratorError(f"the network {network!r} {what}; {instead(network, NETWORKS)}")
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

    def traced(self, name: str) -> Traced:
        """The user's own model of that name, as it was traced from its file as it is now.

        Raises:
            GeneratorError: there is no such model, or it is not traced yet, or its file has changed since.
        """
        if name not in self._traced:
            source = self._own[name]
            path, digest = self.path(name), source.digest()
            command = f"generator train {name} --data {self._data} traces it"
            if self._train and not (path.exists() and load_traced(path).source == digest):
                self._train(name)
            if not path.exists():
                raise GeneratorError(f"the model {name!r} is not traced yet; {command}", file=path)
            traced = load_traced(path)
            if (traced.source, traced.network, traced.data) != (digest, name, self._data):
                raise GeneratorError(
                    f"the model {name!r} is out of date: {source.file.name} has changed; {command} anew",
                    file=path,
                )
            self._traced[name] = traced
        return self._traced[name]

    def graph(self, name: str) -> Graph:
        """The layers of a built-in network, trained or not, or of a model of the user's.

        Raises:
            GeneratorError: there is no such network; as `traced`.
        """
        if name in DESCRIBED:
            return graph_of(DESCRIBED[name])
        if name in self._own:
            return self.traced(name).graph
        raise GeneratorError(f"there is no network {name!r}; {instead(name, (*DESCRIBED, *self._own))}")

    def outputs(self, name: str) -> Trained | Traced:
        """A trained network, or a traced model of the user's.

        Raises:
            GeneratorError: there is no such network, or it is not trained here; as `traced`.
        """
        if name in self._own:
            return self.traced(name)
        if name not in NETWORKS:
            what = "is not trained here" if name in DESCRIBED else "is not known"
            raise GeneratorError(f"the network {name!r} {what}; {instead(name, (*NETWORKS, *self._own))}")
        return self[name]

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


class Graphs:
    """The layers of built-in networks and of the user's models, by name."""

    def __init__(self, models: Models) -> None:
        self._models = models

    def __getitem__(self, name: str) -> Graph:
        """As `Models.graph`."""
        return self._models.graph(name)


class Traces:
    """Trained networks, and models of the user's that are traced, by name."""

    def __init__(self, models: Models) -> None:
        self._models = models

    def __getitem__(self, name: str) -> Trained | Traced:
        """As `Models.outputs`."""
        return self._models.outputs(name)


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
        "graphs": lambda: Graphs(models),
        "traces": lambda: Traces(models),
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

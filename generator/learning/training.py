"""Training a network and keeping what figures and posts need of it."""

from __future__ import annotations

from pathlib import Path

from generator.errors import GeneratorError
from generator.learning.artefact import file_name, save
from generator.networks import NETWORKS
from generator.settings import Settings


def train_and_save(settings: Settings, network: str, data: str, *, thorough: bool = False) -> Path:
    """Train a network on a data set; the file that holds the result.

    Raises:
        GeneratorError: no such network; TensorFlow or the data cannot be had; the file cannot be written.
    """
    if network not in NETWORKS:
        raise GeneratorError(f"there is no network {network!r}; there are {', '.join(NETWORKS)}")
    from generator.learning.data import load
    from generator.learning.model import train

    dataset = load(data, settings.data_folder)
    path = settings.trained / file_name(network, data)
    save(train(NETWORKS[network], dataset, seed=settings.seed, thorough=thorough), path)
    return path

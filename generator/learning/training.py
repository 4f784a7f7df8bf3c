"""Training a network, or tracing a user's own model, and keeping what figures and posts need of it."""

from __future__ import annotations

from pathlib import Path

from generator.errors import UnknownNameError
from generator.learning.artefact import file_name, load, save
from generator.networks import NETWORKS
from generator.settings import Settings
from generator.suggest import instead


def train_and_save(settings: Settings, network: str, data: str, *, thorough: bool = False) -> Path:
    """Train a network on a data set, or trace a model of the settings on it; the file that holds the result.

    Raises:
        GeneratorError: no such network or model; Keras or the data cannot be had; the file cannot be written.
    """
    if network in settings.models:
        return _trace_and_save(settings, network, data)
    if network not in NETWORKS:
        known = (*NETWORKS, *settings.models)
        raise UnknownNameError(f"there is no network {network!r}; {instead(network, known)}")
    from generator.learning.data import load
    from generator.learning.model import train

    dataset = load(data, settings.data_folder)
    path = settings.trained / file_name(network, data)
    save(train(NETWORKS[network], dataset, seed=settings.seed, thorough=thorough), path)
    return path


def _trace_and_save(settings: Settings, name: str, data: str) -> Path:
    from generator.learning.data import load, samples
    from generator.learning.own import trace
    from generator.learning.traced_file import save_traced

    path = settings.trained / file_name(name, data)
    pictures = samples(load(data, settings.data_folder))
    save_traced(trace(settings.models[name], pictures, seed=settings.seed), path)
    return path


def told(settings: Settings, network: str, path: Path) -> str:
    """What a command says of the file that `train_and_save` wrote."""
    if network not in settings.models:
        trained = load(path)
        return f"reads {trained.test_accuracy:.2%} of the test pictures of {trained.data}"
    from generator.learning.traced_file import load_traced

    traced = load_traced(path)
    kept = sum(name != "input" for name in traced.traces)
    return f"{len(traced.layers)} layers, {kept} with what they make of {traced.data}"

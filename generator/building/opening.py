"""Opening a project: its settings, and which data set they mean. Imports nothing heavy."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.pyproject import find_root
from generator.settings import DATA_CHOICES, Settings, chosen, read_settings


def open_settings(folder: Path, data: str | None) -> Settings:
    """The settings of the project that holds the folder, with another data set where one is named."""
    settings = read_settings(find_root(folder.resolve()))
    return settings if data is None else replace(settings, data=chosen("data", data, DATA_CHOICES))


def data_of(settings: Settings) -> str:
    """The data set that figures show; "auto" is decided, which may ask the network.

    Raises:
        GeneratorError: the folder that the user names does not exist.
    """
    if settings.data != "auto":
        return settings.data
    from generator.learning.data import choose

    return choose("auto", settings.data_folder)

"""Opening a project: its settings, and which data set they mean. Imports nothing heavy."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.errors import GeneratorError
from generator.pyproject import NAME, find_root, read_table
from generator.settings import DATA_CHOICES, Settings, chosen, read_settings


def open_settings(folder: Path, data: str | None) -> Settings:
    """The settings of the project that holds the folder, with another data set where one is named."""
    settings = read_settings(find_root(folder.resolve()))
    return settings if data is None else replace(settings, data=chosen("data", data, DATA_CHOICES))


def open_project(folder: Path, data: str | None) -> Settings:
    """The settings, as `open_settings`, where there is a project.

    Raises:
        GeneratorError: the folder lies in none.
    """
    settings = open_settings(folder, data)
    if not settings.posts.is_dir() and not read_table(settings.root):
        raise GeneratorError(
            f"is no project: it has neither a folder posts/ nor a {NAME} with [tool.generator]; -C names the "
            "folder of one",
            file=settings.root,
        )
    return settings


def data_of(settings: Settings) -> str:
    """The data set that figures show; "auto" is decided, which may ask the network.

    Raises:
        GeneratorError: the folder that the user names does not exist.
    """
    if settings.data != "auto":
        return settings.data
    from generator.learning.data import choose

    return choose("auto", settings.data_folder)

"""What the project's ``pyproject.toml`` says under ``[tool.generator]``, and the environment."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from types import MappingProxyType

from generator.checking.settings import CheckSettings, read_check_settings
from generator.data_names import DATA_NAMES
from generator.errors import GeneratorError
from generator.own_models import ModelSource, read_models
from generator.pyproject import NAME, read_table
from generator.words import Language, known_language
from generator.writing.targets import TARGETS

FORMATS = ("svg", "gif", "webp", "png")
DATA_CHOICES = ("auto", *DATA_NAMES)


@dataclass(frozen=True)
class Settings:
    """Where the project lies and how it is built.

    ``data`` is "auto" or a data set's name, ``data_folder`` where the user keeps the data sets (environment
    variable GENERATOR_DATA), ``language`` that of posts which do not say theirs, ``formats`` the files of
    each figure (GIF and WebP for moving ones), ``targets`` the blog themes that posts are written for,
    ``models`` the user's own Keras models, ``check`` what checks have to know.
    """

    root: Path
    data: str = "auto"
    data_folder: Path | None = None
    language: Language = "ko"
    formats: tuple[str, ...] = FORMATS
    targets: tuple[str, ...] = ("portable",)
    seed: int = 0
    models: Mapping[str, ModelSource] = field(default_factory=lambda: MappingProxyType({}))
    check: CheckSettings = field(default_factory=CheckSettings)

    @property
    def figures(self) -> Path:
        """The folder of the pictures, the manifest and the trained models."""
        return self.root / "figures"

    @property
    def trained(self) -> Path:
        """The folder of the trained networks."""
        return self.figures / "trained"

    @property
    def posts(self) -> Path:
        """The folder of the templates and of the posts that they become."""
        return self.root / "posts"


def read_settings(root: Path, environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings of the project in ``root``.

    Raises:
        GeneratorError: pyproject.toml is no TOML, or a setting is unknown or has a value that cannot be.
    """
    file, table = root / NAME, read_table(root)
    known = [each.name for each in fields(Settings) if each.name not in ("root", "data_folder")]
    for key in table:
        if key not in known:
            raise GeneratorError(
                f"[tool.generator] has no setting {key!r}; there are {', '.join(known)}", file=file
            )
    try:
        settings = _settings(root, table)
    except GeneratorError as problem:
        raise GeneratorError(problem.message, file=file) from None
    folder = environment.get("GENERATOR_DATA")
    return replace(settings, data_folder=Path(folder).expanduser() if folder else None)


def _settings(root: Path, table: Mapping[str, object]) -> Settings:
    return Settings(
        root,
        data=chosen("data", table.get("data", "auto"), DATA_CHOICES),
        language=known_language(str(table.get("language", "ko"))),
        formats=_all_chosen("formats", table.get("formats", list(FORMATS)), FORMATS),
        targets=_all_chosen("targets", table.get("targets", ["portable"]), tuple(TARGETS)),
        seed=_whole("seed", table.get("seed", 0)),
        models=read_models(root, table.get("models", {})),
        check=read_check_settings(table.get("check", {})),
    )


def chosen(name: str, value: object, choices: tuple[str, ...]) -> str:
    """The value, if it is one of the choices.

    Raises:
        GeneratorError: it is not.
    """
    if not isinstance(value, str) or value not in choices:
        raise GeneratorError(f"{name} is {value!r}; it must be one of {', '.join(choices)}")
    return value


def _all_chosen(name: str, value: object, choices: tuple[str, ...]) -> tuple[str, ...]:
    if not isinstance(value, list) or not value or not all(isinstance(item, str) for item in value):
        raise GeneratorError(f"{name} is {value!r}; it must be a list of names")
    return tuple(chosen(name, item, choices) for item in value)


def _whole(name: str, value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise GeneratorError(f"{name} is {value!r}; it must be a whole number")
    return value

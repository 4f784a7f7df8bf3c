"""A user's own Keras models, as ``[tool.generator.models]`` of pyproject.toml names them.

A model is a function that returns it (``"models/mine.py:build"``) or a file that Keras saved
(``"models/mine.keras"``). Here it is only a name and a file; ``learning/own.py`` asks Keras for it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.errors import GeneratorError
from generator.networks import DESCRIBED
from generator.suggest import instead

# Raised when other things are written down of a model, so that every model is traced anew.
_VERSION = 1
_FORMS = "'models/mine.py:build' (a file and its function) or 'models/mine.keras'"


@dataclass(frozen=True)
class ModelSource:
    """Where a model comes from: a Keras file, or a Python file and its ``function``.

    ``written`` is the value in ``settings``, the file that names the model.
    """

    name: str
    written: str
    file: Path
    function: str
    settings: Path

    def error(self, words: str) -> GeneratorError:
        """A sentence about this model that begins with its key and value."""
        return GeneratorError(f"models.{self.name} is {self.written!r}; {words}", file=self.settings)

    def digest(self) -> str:
        """SHA-256 of the file and of what is asked of it; other files that it imports do not count.

        Raises:
            GeneratorError: there is no such file.
        """
        try:
            content = self.file.read_bytes()
        except OSError as problem:
            folder = self.file.parent
            names = sorted(path.name for path in folder.glob("*") if path.suffix in (".py", ".keras"))
            hint = instead(self.file.name, names) if names else "no model lies in that folder"
            what = "there is no such file" if not self.file.exists() else f"{problem.strerror}"
            raise self.error(f"{what} ({hint})") from None
        return hashlib.sha256(f"{_VERSION} {self.function} ".encode() + content).hexdigest()


def read_models(root: Path, table: object) -> Mapping[str, ModelSource]:
    """The models that the table ``[tool.generator.models]`` of the project in ``root`` names.

    Raises:
        GeneratorError: the table, a name or a value is none that can be.
    """
    if not isinstance(table, dict):
        raise GeneratorError(f"models is {table!r}; it must be a table: [tool.generator.models]")
    return {name: _source(root, name, value) for name, value in table.items()}


def _source(root: Path, name: str, value: object) -> ModelSource:
    if not name.isidentifier():
        raise GeneratorError(
            f"models has the name {name!r}; it must be made of letters, digits and _, and begin with no digit"
        )
    if name in DESCRIBED:
        raise GeneratorError(f"models has the name {name!r}, which is a built-in network's; choose another")
    if not isinstance(value, str):
        raise GeneratorError(f"models.{name} is {value!r}; it must be {_FORMS}")
    path, colon, function = value.rpartition(":")
    if path.endswith(".py") and function.isidentifier():
        return ModelSource(name, value, root / path, function, root / "pyproject.toml")
    if value.endswith(".keras") and not colon:
        return ModelSource(name, value, root / value, "", root / "pyproject.toml")
    raise GeneratorError(f"models.{name} is {value!r}; it must be {_FORMS}")

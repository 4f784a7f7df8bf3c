"""Finding a project, and reading the table ``[tool.generator]`` of its ``pyproject.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.errors import GeneratorError

NAME = "pyproject.toml"


def find_root(start: Path) -> Path:
    """The nearest folder upwards whose pyproject.toml has ``[tool.generator]``, else ``start`` itself."""
    tables = (b"[tool.generator]", b"[tool.generator.")
    for folder in (start, *start.parents):
        file = folder / NAME
        if file.is_file() and any(table in file.read_bytes() for table in tables):
            return folder
    return start


def read_table(root: Path) -> Mapping[str, object]:
    """``[tool.generator]`` of the project in ``root``; empty where it has no such file or table.

    Raises:
        GeneratorError: the file is no TOML, or ``tool.generator`` is no table.
    """
    file = root / NAME
    if not file.exists():
        return {}
    import tomllib

    try:
        tool = tomllib.loads(file.read_text(encoding="utf-8")).get("tool", {})
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise GeneratorError(f"is no TOML: {problem}", file=file) from None
    table = tool.get("generator", {}) if isinstance(tool, dict) else tool
    if not isinstance(table, dict):
        raise GeneratorError(f"tool.generator is {table!r}; it must be a table: [tool.generator]", file=file)
    return table

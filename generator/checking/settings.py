"""What ``[tool.generator.check]`` says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields

from generator.checking.blog import THEMES
from generator.checking.registry import codes
from generator.errors import GeneratorError
from generator.suggest import instead
from generator.viewers.viewer import names as viewer_names


@dataclass(frozen=True)
class CheckSettings:
    """``off``: codes of checks that say nothing; ``viewers``: who shows the posts; ``theme``: the blog's.

    An empty theme is the one that the blog's own files tell.
    """

    off: tuple[str, ...] = ()
    viewers: tuple[str, ...] = viewer_names()
    theme: str = ""


def read_check_settings(table: object) -> CheckSettings:
    """The settings that a table says.

    Raises:
        GeneratorError: a setting is unknown, or has a value that cannot be.
    """
    if not isinstance(table, dict):
        raise GeneratorError(f"check is {table!r}; it must be a table: [tool.generator.check]")
    known = [field.name for field in fields(CheckSettings)]
    for key in table:
        if key not in known:
            raise GeneratorError(f"[tool.generator.check] has no setting {key!r}; {instead(key, known)}")
    viewers = _names("check.viewers", table.get("viewers", list(viewer_names())), viewer_names())
    if not viewers:
        raise GeneratorError(f"check.viewers is []; name at least one of {', '.join(viewer_names())}")
    theme = table.get("theme", "")
    if theme != "":
        (theme,) = _names("check.theme", [theme], THEMES)
    return CheckSettings(_names("check.off", table.get("off", []), codes()), viewers, theme)


def _names(setting: str, value: object, known: Iterable[str]) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise GeneratorError(f"{setting} is {value!r}; it must be a list of names")
    for name in value:
        if name not in known:
            raise GeneratorError(f"{setting} has {name!r}; {instead(str(name), known)}")
    return tuple(value)

"""A Jekyll site as checks see it: its folder, what ``_config.yml`` says, and its theme."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from generator.errors import GeneratorError

CONFIG = "_config.yml"
THEMES = ("chirpy", "minimal-mistakes")
# What a site that carries a whole theme along, as a fork of its repository does, has in its folder.
_MARKS = {
    "chirpy": ("jekyll-theme-chirpy.gemspec", "_sass/jekyll-theme-chirpy.scss"),
    "minimal-mistakes": ("minimal-mistakes-jekyll.gemspec", "_sass/minimal-mistakes.scss"),
}
_GEM = re.compile(r"""^[ \t]*gem[ \t(]+["']([\w-]+)["']""", re.MULTILINE)


@dataclass(frozen=True)
class Blog:
    """The site in ``root``; ``theme`` is "chirpy", "minimal-mistakes" or empty where it is neither."""

    root: Path
    config: Mapping[str, object] = field(default_factory=dict)
    theme: str = ""


def find_blog(path: Path) -> Blog | None:
    """The site that a file lies in: that of the nearest folder upwards with a ``_config.yml``.

    Raises:
        GeneratorError: that file cannot be read as YAML.
    """
    root = _root(path.resolve().parent)
    return None if root is None else _read(root)


def read(root: Path) -> Blog:
    """The site in ``root``.

    Raises:
        GeneratorError: there is no ``_config.yml``, or it is no YAML that Jekyll could read.
    """
    return _read(root.resolve())


@cache
def _read(root: Path) -> Blog:
    config = _config(root / CONFIG)
    return Blog(root, config, _theme(root, config))


@cache
def _root(folder: Path) -> Path | None:
    return next((each for each in (folder, *folder.parents) if (each / CONFIG).is_file()), None)


def _config(file: Path) -> Mapping[str, object]:
    import yaml

    # The same reader in C, where PyYAML was built with it.
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        found = yaml.load(file.read_bytes(), loader)
    except OSError as error:
        what = f"cannot be read: {error.strerror}; a Jekyll site has this file in its folder"
        raise GeneratorError(what, file=file) from error
    except (yaml.YAMLError, UnicodeDecodeError, ValueError) as error:
        raise _no_yaml(error, file) from None
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise GeneratorError("holds no settings; each must be a line like title: My blog", file=file)
    return {str(key): value for key, value in found.items()}


def _no_yaml(error: Exception, file: Path) -> GeneratorError:
    mark = getattr(error, "problem_mark", None)
    words = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    return GeneratorError(f"is no YAML: {words}", file=file, line=mark.line + 1 if mark else None)


def _theme(root: Path, config: Mapping[str, object]) -> str:
    for key in ("remote_theme", "theme"):
        if config.get(key):
            return _called(str(config[key]))
    if "minimal_mistakes_skin" in config:
        return "minimal-mistakes"
    for theme, marks in _MARKS.items():
        if any((root / mark).exists() for mark in marks):
            return theme
    gems = _GEM.findall(_text(root / "Gemfile"))
    return next((theme for gem in gems if (theme := _called(gem))), "")


def _called(name: str) -> str:
    """The theme that a gem or a repository is: "cotes2020/jekyll-theme-chirpy", "minimal-mistakes-jekyll"."""
    return next((theme for theme in THEMES if theme in name.lower()), "")


def _text(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="replace") if file.is_file() else ""

"""A Jekyll site as checks see it: its folder and what ``_config.yml`` says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

CONFIG = "_config.yml"


@dataclass(frozen=True)
class Blog:
    """The site in ``root``; ``theme`` is "chirpy", "minimal-mistakes" or empty where it is neither."""

    root: Path
    config: Mapping[str, object] = field(default_factory=dict)
    theme: str = ""

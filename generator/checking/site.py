"""The generator project as checks see it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.building.manifest import Manifest
from generator.building.wish import Wishes
from generator.settings import Settings


@dataclass(frozen=True)
class Site:
    """What checks look at: the project, what its posts ask for, and what was drawn."""

    settings: Settings
    wishes: Wishes
    manifest: Manifest

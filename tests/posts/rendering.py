"""Posts of this repository as the program fills them in, without painting a picture."""

from __future__ import annotations

from pathlib import Path

from generator.building.wishes import gather
from generator.building.workshop import Workshop
from generator.settings import Settings
from generator.sources import Models

ROOT = Path(__file__).resolve().parents[2]
TRAINED = ROOT / "figures" / "trained"


def rendered(template: Path, data: str = "digits", trained: Path = TRAINED) -> str:
    """The post in portable Markdown; ``trained`` is the folder of the networks trained on ``data``."""
    settings = Settings(template.parents[1], data)
    wishes = gather(Workshop(settings, data, Models(trained, data)), [template])
    assert not wishes.problems, [problem.message for problem in wishes.problems]
    (text,) = wishes.texts.values()
    return text

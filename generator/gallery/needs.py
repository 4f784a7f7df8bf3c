"""What of the project a figure needs, in words."""

from __future__ import annotations

from generator.catalog import Entry
from generator.sources import DESCRIPTIONS
from generator.words import Say

_KOREAN = {
    "data": "데이터 세트의 그림",
    "trained": "학습한 신경망(generator train)",
    "traces": "학습한 신경망, 또는 추적해 둔 사용자의 모델(generator train)",
    "plots": "Keras가 그린 신경망",
}


def needs(entry: Entry, say: Say) -> tuple[str, ...]:
    """The sources that not every project has."""
    return tuple(
        say(_KOREAN.get(source, DESCRIPTIONS[source]), DESCRIPTIONS[source])
        for source in entry.sources
        if source in DESCRIPTIONS
    )

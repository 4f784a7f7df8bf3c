"""A follower on the small project, without a file watcher."""

from __future__ import annotations

import pytest

from generator.building.opening import open_settings
from generator.watching.board import Board
from generator.watching.following import Follower
from tests.gallery.conftest import browser, launch  # noqa: F401
from tests.projects import Project


@pytest.fixture
def told() -> list[str]:
    """What the follower tells."""
    return []


@pytest.fixture
def follower(built: Project, told: list[str]) -> Follower:
    """Everything is built and shown."""
    found = Follower(lambda: open_settings(built.root, None), Board(), told.append)
    found.begin()
    return found

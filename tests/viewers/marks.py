"""Marks for tests that ask the real viewers."""

from __future__ import annotations

import pytest

from tests.viewers.real_viewers import missing

# Looked for once, when the tests are collected.
MISSING = missing()
ASKS_VIEWERS = [pytest.mark.slow, pytest.mark.viewers, pytest.mark.skipif(bool(MISSING), reason=MISSING)]
